// Frontier and solution points of a million packages, on one core.

#include <benchmark/benchmark.h>

#include <vector>

#include "detente/bargain/packages.hpp"
#include "detente/bargain/solution_points.hpp"
#include "detente/core/rng.hpp"

namespace {

constexpr int kIssues = 6;
constexpr int kOptions = 10;
constexpr double kWalkAway = 0.2;

/// What the parties want: any value of any option, or an ideal from which value falls in a line.
enum Taste { any, ideals };

double draw(const detente::Rng& rng, int party, int issue, int option) {
  return rng.uniform({.round = static_cast<std::uint32_t>(issue),
                      .actor = static_cast<std::uint32_t>(party),
                      .purpose = 1,
                      .draw = static_cast<std::uint32_t>(option)});
}

detente::AdditiveScores scores_of(int party, Taste taste) {
  const detente::Rng rng(7, 0);
  detente::AdditiveScores scores;
  for (int issue = 0; issue < kIssues; ++issue) {
    const double weight = (0.1 + draw(rng, party, issue, 100)) / kIssues;
    const double ideal = draw(rng, party, issue, 101);
    scores.term.emplace_back();
    for (int option = 0; option < kOptions; ++option) {
      const double at = option / (kOptions - 1.0);
      const double off = at < ideal ? ideal - at : at - ideal;
      const double value = taste == any ? draw(rng, party, issue, option) : 1.0 - off;
      scores.term.back().push_back(weight * value);
    }
  }
  return scores;
}

/// From utilities, through the frontier, to all points.
void solve_a_million(benchmark::State& state) {
  const auto parties = static_cast<int>(state.range(0));
  const detente::PackageGrid grid(std::vector<int>(kIssues, kOptions));
  std::vector<detente::AdditiveScores> scores;
  for (int party = 0; party < parties; ++party) {
    scores.push_back(scores_of(party, static_cast<Taste>(state.range(1))));
  }
  const std::vector<double> walk_away(parties, kWalkAway);
  std::size_t frontier = 0;
  while (state.KeepRunning()) {
    std::vector<std::vector<double>> utility;
    for (const auto& own : scores) utility.push_back(detente::utilities(grid, own));
    const std::vector<std::span<const double>> columns(utility.begin(), utility.end());
    const auto solved = detente::solve({columns, columns, walk_away});
    frontier = solved.frontier.size();
    benchmark::DoNotOptimize(solved.points);
  }
  state.counters["packages"] = grid.packages();
  state.counters["frontier"] = static_cast<double>(frontier);
}
BENCHMARK(solve_a_million)
    ->ArgNames({"parties", "ideals"})
    ->ArgsProduct({{2, 3, 4, 5, 6}, {any, ideals}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
