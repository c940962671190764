// Alternating offers alone, on one core: 1,000 packages, 2 parties, 100 rounds, boulware against
// boulware, the offer rule `least`.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "detente/bargain/alternation.hpp"
#include "detente/core/rng.hpp"

namespace {

constexpr int kPackages = 1000;
constexpr int kRounds = 100;
constexpr std::size_t kBids = 200;
constexpr int kDomains = 8;

/// Additive utilities of two parties over five issues, with drawn weights and scores.
std::array<std::vector<double>, 2> domain(std::uint64_t seed) {
  const detente::Rng rng(seed);
  const detente::PackageGrid grid({5, 5, 4, 2, 5});
  std::array<std::vector<double>, 2> utility;
  std::uint32_t draw = 0;
  for (auto& own : utility) {
    std::vector<double> weights;
    double sum = 0.0;
    for (int issue = 0; issue < grid.issues(); ++issue) {
      weights.push_back(rng.uniform({.draw = draw++}) + 0.2);
      sum += weights.back();
    }
    detente::AdditiveScores scores;
    for (int issue = 0; issue < grid.issues(); ++issue) {
      std::vector<double> term;
      term.reserve(static_cast<std::size_t>(grid.options(issue)));
      for (int option = 0; option < grid.options(issue); ++option) {
        term.push_back(weights[issue] / sum * rng.uniform({.draw = draw++}));
      }
      scores.term.push_back(term);
    }
    own = detente::utilities(grid, scores);
  }
  return utility;
}

const std::vector<std::array<std::vector<double>, 2>>& domains() {
  static const auto made = [] {
    std::vector<std::array<std::vector<double>, 2>> all;
    for (int seed = 1; seed <= kDomains; ++seed) all.push_back(domain(seed));
    return all;
  }();
  return made;
}

/// Two parties that know what packages are worth and no more: their orders are yet to be made.
struct Pair {
  std::array<detente::LazyOrder, 2> orders{};
  detente::Alternation talks{.rounds = kRounds};

  explicit Pair(const std::array<std::vector<double>, 2>& utility) {
    for (std::size_t party = 0; party < utility.size(); ++party) {
      const auto [least, most] = std::minmax_element(utility[party].begin(), utility[party].end());
      detente::Bidder bidder{.strategy = {.curve = {.e = 4.0}},
                             .utility = utility[party],
                             .judged = utility[party],
                             .range = {*least, *most},
                             .ranked = &orders[party]};
      talks.talkers.push_back({bidder, 0.3, 0});
    }
    talks.wins = [](const detente::ActorSet& set) { return set == detente::first_actors(2); };
  }
};

void count(benchmark::State& state, const detente::Close& close) {
  state.counters["agreed"] = close.how == detente::Close::How::agreed ? 1 : 0;
  state.counters["round"] = close.round;
}

void negotiations_from_utilities(benchmark::State& state) {
  std::size_t next = 0;
  detente::Close close;
  while (state.KeepRunning()) {
    const Pair pair(domains()[next++ % kDomains]);
    close = detente::alternate(pair.talks);
    benchmark::DoNotOptimize(close);
  }
  state.SetItemsProcessed(state.iterations());
  count(state, close);
}
BENCHMARK(negotiations_from_utilities)->Unit(benchmark::kMicrosecond);

const std::vector<std::unique_ptr<Pair>>& compiled() {
  static const auto made = [] {
    std::vector<std::unique_ptr<Pair>> all;
    for (const auto& utility : domains()) {
      all.push_back(std::make_unique<Pair>(utility));
      for (const auto& talker : all.back()->talks.talkers) talker.bidder.order();
    }
    return all;
  }();
  return made;
}

void negotiations(benchmark::State& state) {
  std::size_t next = 0;
  detente::Close close;
  while (state.KeepRunning()) {
    close = detente::alternate(compiled()[next++ % kDomains]->talks);
    benchmark::DoNotOptimize(close);
  }
  state.SetItemsProcessed(state.iterations());
  count(state, close);
}
BENCHMARK(negotiations)->Unit(benchmark::kMicrosecond);

void negotiations_with_every_offer(benchmark::State& state) {
  std::size_t next = 0;
  detente::Close close;
  while (state.KeepRunning()) {
    std::vector<detente::Bid> bids;
    bids.reserve(kBids);
    const Pair pair(domains()[next++ % kDomains]);
    close = detente::alternate(pair.talks, &bids);
    benchmark::DoNotOptimize(bids.data());
  }
  state.SetItemsProcessed(state.iterations());
  count(state, close);
}
BENCHMARK(negotiations_with_every_offer)->Unit(benchmark::kMicrosecond);

}  // namespace
