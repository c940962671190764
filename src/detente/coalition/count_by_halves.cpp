// Counting by halves: every coalition is a set of one half of the players and a set of the other,
// and with the sets of either half in the order of their weights one walk along both counts them.

#include <algorithm>
#include <bit>
#include <limits>

#include "detente/coalition/count_votes.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

constexpr int kMostPlayers = 42;
constexpr double kStepsPerSet = 4.0;  // nanoseconds a pair of a set and a size

struct WeighedSet {
  std::int64_t weight = 0;
  std::uint32_t mask = 0;
};

/// Sets of some players, by size, then weight.
struct Half {
  int first = 0;  ///< The lowest of the players.
  int players = 0;
  std::vector<std::vector<WeighedSet>> sets{};
};

Half half_of(const ReducedVote& vote, const std::vector<int>& types, int first, int players) {
  Half half{.first = first, .players = players, .sets = {}};
  half.sets.resize(players + std::size_t{1});
  std::vector<std::int64_t> weight(std::size_t{1} << static_cast<unsigned>(players));
  for (std::uint32_t mask = 0; mask < weight.size(); ++mask) {
    if (mask != 0) {
      const std::int64_t own = vote.weight[0][types[first + std::countr_zero(mask)]];
      weight[mask] = weight[mask & (mask - 1)] + own;
    }
    half.sets[std::popcount(mask)].push_back({weight[mask], mask});
  }
  for (auto& sets : half.sets) {
    std::sort(sets.begin(), sets.end(), [](const WeighedSet& one, const WeighedSet& other) {
      return one.weight != other.weight ? one.weight < other.weight : one.mask < other.mask;
    });
  }
  return half;
}

/// Sets of one size against those of the other half: who of the first half is absent.
Tally tally(const ReducedVote& vote, const Half& half, const Half& other, int size) {
  Tally tally(vote.players);
  for (int others = 0; others <= other.players; ++others) {
    const std::vector<WeighedSet>& partners = other.sets[others];
    std::size_t fitting = partners.size();
    for (const WeighedSet& set : half.sets[size]) {
      while (fitting > 0 && partners[fitting - 1].weight > vote.slack[0] - set.weight) --fitting;
      tally.all[size + others] += fitting;
      tally.add(set.mask, half.first, size + others, fitting);
    }
  }
  return tally;
}

}  // namespace

CountCost cost_by_halves(const ReducedVote& vote) {
  if (vote.players > kMostPlayers || vote.rules() != 1) {
    return {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }
  const int larger = (vote.players + 1) / 2;
  const auto sets = static_cast<double>(std::uint64_t{1} << larger);
  return {.bytes = 64.0 * sets, .steps = 1e4 + 2.0 * sets * (larger + 1.0) * kStepsPerSet};
}

WinningCounts count_by_halves(const ReducedVote& vote, int threads) {
  expects(vote.rules() == 1 && vote.players <= kMostPlayers, "count_by_halves: one rule");
  const std::vector<int> types = types_of_players(vote);
  const int first = vote.players / 2;
  const Half low = half_of(vote, types, 0, first);
  const Half high = half_of(vote, types, first, vote.players - first);
  std::vector<Tally> tallies(low.sets.size() + high.sets.size());
  const int lows = static_cast<int>(low.sets.size());
  in_parallel(static_cast<int>(tallies.size()), threads, [&](int task) {
    if (task < lows) {
      tallies[task] = tally(vote, low, high, task);
      return;
    }
    tallies[task] = tally(vote, high, low, task - lows);
    // each coalition was counted from the other half already
    std::fill(tallies[task].all.begin(), tallies[task].all.end(), 0);
  });
  return counts_of(vote, tallies);
}

}  // namespace detente
