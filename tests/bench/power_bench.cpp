// Power indices, values and solutions of games, on one core.

#include <benchmark/benchmark.h>

#include <bit>
#include <cmath>
#include <vector>

#include "detente/coalition/characteristic.hpp"
#include "detente/coalition/core.hpp"
#include "detente/coalition/tu_game.hpp"
#include "detente/coalition/voting.hpp"
#include "detente/core/rng.hpp"

namespace {

using detente::VotingGame;

double draw(std::uint32_t run, std::uint32_t number) {
  return detente::Rng(7, run).uniform({.draw = number});
}

std::int64_t total_of(const std::vector<std::int64_t>& weights) {
  std::int64_t total = 0;
  for (const std::int64_t weight : weights) total += weight;
  return total;
}

VotingGame majority(std::vector<std::int64_t> weights) {
  const int voters = static_cast<int>(weights.size());
  const std::int64_t quota = total_of(weights) / 2 + 1;
  return {.players = voters, .rules = {{quota, std::move(weights)}}};
}

void measure(benchmark::State& state, const VotingGame& game) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::voting_power(game));
  state.counters["voters"] = game.players;
  state.counters["weight"] = static_cast<double>(total_of(game.rules.front().weights));
}

/// The electors of the fifty states and of the District of Columbia, 2024 and 2028: 538 votes.
void electoral_college(benchmark::State& state) {
  measure(state, majority({54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11,
                           10, 10, 10, 10, 10, 9,  9,  8,  8,  8,  7,  7,  6,  6,  6,  6,  6,
                           6,  5,  5,  4,  4,  4,  4,  4,  4,  4,  3,  3,  3,  3,  3,  3,  3}));
}
BENCHMARK(electoral_college)->Unit(benchmark::kMillisecond);

/// That many voters, with a total weight of about 10,000: exact to 200, by quadrature above.
void many_voters(benchmark::State& state) {
  const auto voters = static_cast<std::uint32_t>(state.range(0));
  const double most = 2.0 * 10'000.0 / voters;
  std::vector<std::int64_t> weights;
  for (std::uint32_t voter = 0; voter < voters; ++voter) {
    weights.push_back(std::lround(std::ceil(most * draw(1, voter))));
  }
  measure(state, majority(std::move(weights)));
}
BENCHMARK(many_voters)->Arg(100)->Arg(200)->Arg(500)->Arg(1'000)->Unit(benchmark::kMillisecond);

/// Three majorities of 27: votes, heads and inhabitants, as in the treaty of Nice.
void triple_majority(benchmark::State& state) {
  const std::vector<std::int64_t> votes = {29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10,
                                           10, 10, 7,  7,  7,  7,  7,  4,  4,  4,  4,  4,  3};
  const std::vector<std::int64_t> inhabitants = {170, 123, 120, 119, 82, 80, 46, 33, 22,
                                                 22,  21,  21,  21,  18, 17, 16, 11, 11,
                                                 11,  11,  8,   8,   5,  3,  2,  1,  1};
  measure(state, {.players = 27,
                  .rules = {{255, votes},
                            {14, std::vector<std::int64_t>(27, 1)},
                            {total_of(inhabitants) * 62 / 100, inhabitants}}});
}
BENCHMARK(triple_majority)->Unit(benchmark::kMillisecond);

/// Two majorities with weights that no table could hold.
void all_coalitions(benchmark::State& state) {
  const auto voters = static_cast<std::uint32_t>(state.range(0));
  VotingGame game{.players = static_cast<int>(voters), .rules = {}};
  for (std::uint32_t rule = 0; rule < 2; ++rule) {
    std::vector<std::int64_t> weights;
    for (std::uint32_t voter = 0; voter < voters; ++voter) {
      weights.push_back(std::lround(1e9 * draw(2 + rule, voter)));
    }
    const std::int64_t quota = total_of(weights) * 3 / 5;
    game.rules.push_back({quota, std::move(weights)});
  }
  measure(state, game);
}
BENCHMARK(all_coalitions)->Arg(25)->Arg(30)->Unit(benchmark::kMillisecond);

detente::TuGame game_of(int players) {
  detente::TuGame game{.players = players, .value = {0.0}};
  for (std::uint32_t set = 1; set < std::uint32_t{1} << static_cast<unsigned>(players); ++set) {
    const int size = std::popcount(set);
    game.value.push_back(size * size * (0.8 + 0.4 * draw(4, set)));
  }
  return game;
}

void shapley(benchmark::State& state) {
  const detente::TuGame game = game_of(static_cast<int>(state.range(0)));
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::shapley_value(game));
}
BENCHMARK(shapley)->Arg(12)->Arg(20)->Unit(benchmark::kMillisecond);

void myerson(benchmark::State& state) {
  const int players = static_cast<int>(state.range(0));
  const detente::TuGame game = game_of(players);
  detente::Links ring;
  for (int player = 0; player < players; ++player)
    ring.emplace_back(player, (player + 1) % players);
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::myerson_value(game, ring));
}
BENCHMARK(myerson)->Arg(20)->Unit(benchmark::kMillisecond);

void owen(benchmark::State& state) {
  const int players = static_cast<int>(state.range(0));
  const detente::TuGame game = game_of(players);
  std::vector<std::vector<int>> pairs;
  for (int player = 0; player < players; player += 2) pairs.push_back({player, player + 1});
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::owen_value(game, pairs));
}
BENCHMARK(owen)->Arg(20)->Unit(benchmark::kMillisecond);

void nucleolus(benchmark::State& state) {
  const detente::TuGame game = game_of(static_cast<int>(state.range(0)));
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::nucleolus(game));
}
BENCHMARK(nucleolus)->Arg(6)->Arg(10)->Arg(12)->Unit(benchmark::kMillisecond);

void best_structure(benchmark::State& state) {
  const detente::TuGame game = game_of(static_cast<int>(state.range(0)));
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::best_structure(game));
}
BENCHMARK(best_structure)->Arg(15)->Arg(18)->Arg(20)->Unit(benchmark::kMillisecond);

/// What every coalition of that many parties can get from that many packages.
void from_negotiation(benchmark::State& state) {
  const auto parties = static_cast<std::size_t>(state.range(0));
  const auto packages = static_cast<std::uint32_t>(state.range(1));
  std::vector<std::vector<double>> utility(parties);
  for (std::uint32_t party = 0; party < parties; ++party) {
    for (std::uint32_t package = 0; package < packages; ++package) {
      utility[party].push_back(draw(10 + party, package));
    }
  }
  std::vector<detente::Judgement> judgements;
  for (const std::vector<double>& column : utility) judgements.push_back({column, 0.2});
  const detente::Rule rule{.power = std::vector<double>(parties, 1.0), .quorum = 0.5};
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(
        detente::characteristic(judgements, rule, detente::Worth::winning_only));
  }
}
BENCHMARK(from_negotiation)
    ->ArgNames({"parties", "packages"})
    ->Args({6, 100'000})
    ->Args({10, 10'000})
    ->Args({16, 10'000})
    ->Args({20, 10'000})
    ->Unit(benchmark::kMillisecond);

}  // namespace
