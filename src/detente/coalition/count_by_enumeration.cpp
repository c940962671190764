// Counting by going through all coalitions: the sets of a few players, side by side, against every
// set of the others. Only the ranks of weights are compared, so that their size does not matter and
// several fit into a register.

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "detente/coalition/count_votes.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

constexpr int kMostPlayers = 36;
constexpr int kMostLow = 15;                   // so that ranks fit 16 bits
constexpr std::size_t kBlock = 1'024;          // sets compared at a time
constexpr double kStepsPerSet = 0.12;          // nanoseconds a set and rule
constexpr std::uint32_t kFlushAfter = 65'535;  // as many as 16 bits can count

using Rank = std::int16_t;

/// The sets of the low players by size, then mask.
struct LowSets {
  int players = 0;
  std::vector<std::uint32_t> mask{};
  std::vector<std::size_t> from{};                  ///< By size: the first of it; then the end.
  std::vector<std::vector<Rank>> rank{};            ///< [rule][place] of the set's weight.
  std::vector<std::vector<std::int64_t>> weight{};  ///< [rule][rank], increasing.
};

/// Absent sets that all have the same number of high players.
using Seen = std::vector<std::uint16_t>;

std::int64_t weight_of(const ReducedVote& vote, const std::vector<int>& types, int rule,
                       std::uint64_t set) {
  std::int64_t sum = 0;
  for (; set != 0; set &= set - 1) sum += vote.weight[rule][types[std::countr_zero(set)]];
  return sum;
}

LowSets low_sets(const ReducedVote& vote, const std::vector<int>& types, int players) {
  LowSets low{.players = players};
  for (std::uint32_t mask = 0; mask < std::uint32_t{1} << players; ++mask) low.mask.push_back(mask);
  std::stable_sort(low.mask.begin(), low.mask.end(), [](std::uint32_t one, std::uint32_t other) {
    return std::popcount(one) < std::popcount(other);
  });
  const auto sizes = subsets_by_size(players);
  low.from.push_back(0);
  for (const BigCount& size : sizes) {
    low.from.push_back(low.from.back() + static_cast<std::size_t>(size));
  }
  for (int rule = 0; rule < vote.rules(); ++rule) {
    std::vector<std::int64_t> weights;
    for (const std::uint32_t mask : low.mask) weights.push_back(weight_of(vote, types, rule, mask));
    std::vector<std::int64_t> order = weights;
    std::sort(order.begin(), order.end());
    order.erase(std::unique(order.begin(), order.end()), order.end());
    low.rank.emplace_back();
    for (const std::int64_t weight : weights) {
      const auto place = std::lower_bound(order.begin(), order.end(), weight) - order.begin();
      low.rank.back().push_back(static_cast<Rank>(place));
    }
    low.weight.push_back(std::move(order));
  }
  return low;
}

/// Counts the sets of a stretch whose ranks are all low enough, each in its own place, too.
int compare(const LowSets& low, const std::vector<Rank>& highest, std::size_t from, std::size_t to,
            Seen& seen) {
  std::array<std::uint16_t, kBlock> within{};
  const std::size_t count = to - from;
  within.fill(1);
  for (std::size_t rule = 0; rule < highest.size(); ++rule) {
    const Rank* const rank = low.rank[rule].data() + from;
    const Rank most = highest[rule];
    for (std::size_t place = 0; place < count; ++place) {
      within[place] = static_cast<std::uint16_t>(rank[place] <= most ? within[place] : 0);
    }
  }
  std::uint16_t* const into = seen.data() + from;
  std::uint16_t sum = 0;
  for (std::size_t place = 0; place < count; ++place) {
    into[place] = static_cast<std::uint16_t>(into[place] + within[place]);
    sum = static_cast<std::uint16_t>(sum + within[place]);
  }
  return sum;
}

/// Moves what was seen into the tally of the low players.
void flush(const LowSets& low, int high_absent, Seen& seen, Tally& tally) {
  for (int size = 0; size <= low.players; ++size) {
    for (std::size_t place = low.from[size]; place < low.from[size + 1]; ++place) {
      tally.add(low.mask[place], 0, high_absent + size, seen[place]);
    }
  }
  std::fill(seen.begin(), seen.end(), std::uint16_t{0});
}

/// The next larger number with as many ones.
std::uint64_t next_of_size(std::uint64_t set) {
  const std::uint64_t lowest = set & (~set + 1);
  const std::uint64_t ripple = set + lowest;
  return ripple | ((set ^ ripple) >> 2U) / lowest;
}

class Enumeration {
 public:
  explicit Enumeration(const ReducedVote& vote)
      : vote_(vote),
        types_(types_of_players(vote)),
        low_(low_sets(vote, types_, std::min(kMostLow, vote.players))),
        high_(vote.players - low_.players) {}

  int high() const { return high_; }

  /// All sets with that many high players.
  Tally tally(int absent) const {
    Tally tally(vote_.players);
    Seen seen(low_.mask.size());
    const std::uint64_t end = std::uint64_t{1} << high_;
    std::uint64_t set = (std::uint64_t{1} << absent) - 1;
    std::uint32_t unflushed = 0;
    while (set < end) {
      look_at(set, absent, seen, tally);
      if (++unflushed == kFlushAfter) {
        flush(low_, absent, seen, tally);
        unflushed = 0;
      }
      if (set == 0) break;
      set = next_of_size(set);
    }
    flush(low_, absent, seen, tally);
    return tally;
  }

 private:
  /// Weights of low players that a high set leaves room for, as ranks; empty if for none.
  std::vector<Rank> room(std::uint64_t set) const {
    std::vector<Rank> highest;
    for (int rule = 0; rule < vote_.rules(); ++rule) {
      const std::int64_t left =
          vote_.slack[rule] - weight_of(vote_, types_, rule, set << low_.players);
      if (left < 0) return {};
      const auto& weights = low_.weight[rule];
      const auto fitting = std::upper_bound(weights.begin(), weights.end(), left);
      highest.push_back(static_cast<Rank>(fitting - weights.begin() - 1));
    }
    return highest;
  }

  void look_at(std::uint64_t set, int absent, Seen& seen, Tally& tally) const {
    const std::vector<Rank> highest = room(set);
    if (highest.empty()) return;
    for (int size = 0; size <= low_.players; ++size) {
      const std::uint64_t found = look_at_size(highest, size, seen);
      tally.all[absent + size] += found;
      tally.add(set, low_.players, absent + size, found);
    }
  }

  std::uint64_t look_at_size(const std::vector<Rank>& highest, int size, Seen& seen) const {
    std::uint64_t found = 0;
    for (std::size_t from = low_.from[size]; from < low_.from[size + 1]; from += kBlock) {
      const std::size_t to = std::min(from + kBlock, low_.from[size + 1]);
      found += static_cast<std::uint64_t>(compare(low_, highest, from, to, seen));
    }
    return found;
  }

  const ReducedVote& vote_;
  std::vector<int> types_;
  LowSets low_;
  int high_;
};

/// Counts less those of coalitions from which a player is absent.
std::vector<BigCount> without(std::vector<BigCount> counts, const std::vector<Tally>& tallies,
                              int player) {
  for (const Tally& tally : tallies) {
    for (std::size_t absent = 0; absent < counts.size(); ++absent) {
      counts[absent] -= tally.absent[player][absent];
    }
  }
  return counts;
}

}  // namespace

WinningCounts counts_of(const ReducedVote& vote, const std::vector<Tally>& tallies) {
  const std::size_t sizes = vote.players + std::size_t{1};
  WinningCounts counts{.all = std::vector<BigCount>(sizes), .present = {}};
  for (const Tally& tally : tallies) {
    for (std::size_t absent = 0; absent < sizes; ++absent) counts.all[absent] += tally.all[absent];
  }
  int player = 0;
  for (int type = 0; type < vote.types(); player += vote.count[type++]) {
    // the first of a type speaks for all
    counts.present.push_back(without(counts.all, tallies, player));
  }
  return counts;
}

CountCost cost_by_enumeration(const ReducedVote& vote) {
  if (vote.players > kMostPlayers || vote.rules() == 0) {
    return {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }
  const auto sets = static_cast<double>(std::uint64_t{1} << vote.players);
  return {.bytes = 0.0, .steps = 1e5 + sets * (1.0 + vote.rules()) * kStepsPerSet};
}

WinningCounts count_by_enumeration(const ReducedVote& vote, int threads) {
  const Enumeration enumeration(vote);
  std::vector<Tally> tallies(enumeration.high() + std::size_t{1});
  in_parallel(static_cast<int>(tallies.size()), threads,
              [&](int absent) { tallies[absent] = enumeration.tally(absent); });
  return counts_of(vote, tallies);
}

}  // namespace detente
