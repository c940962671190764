#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "detente/coalition/big_count.hpp"
#include "detente/coalition/reduced_vote.hpp"

namespace detente {

/// How many coalitions win, by how many players are absent from them. Players with a veto are never
/// absent, null players are not counted.
struct WinningCounts {
  std::vector<BigCount> all{};                   ///< [absent]
  std::vector<std::vector<BigCount>> present{};  ///< [type][absent]: those in which a given player
                                                 ///< of the type takes part.
};

/// What a count would cost; infinite where it cannot be done.
struct CountCost {
  double bytes = 0.0;
  double steps = 0.0;  ///< About a nanosecond each.
};

/// By dynamic programming over the number and the weights of the absent.
CountCost cost_by_size(const ReducedVote& vote);
WinningCounts count_by_size(const ReducedVote& vote);

/// The same without sizes: every list has one entry, the sum over all sizes.
/// @pre  one rule
CountCost cost_of_totals(const ReducedVote& vote);
WinningCounts count_totals(const ReducedVote& vote);

/// By going through all numbers in which players of each type may be absent.
CountCost cost_by_types(const ReducedVote& vote);
WinningCounts count_by_types(const ReducedVote& vote);

/// By going through all coalitions.
CountCost cost_by_enumeration(const ReducedVote& vote);
WinningCounts count_by_enumeration(const ReducedVote& vote, int threads);

/// By going through all coalitions of either half of the players, in the order of their weights.
/// @pre  one rule
CountCost cost_by_halves(const ReducedVote& vote);
WinningCounts count_by_halves(const ReducedVote& vote, int threads);

/// Counts by player, before they are made large: from how many coalitions who is absent.
struct Tally {
  Tally() = default;
  explicit Tally(int players)
      : all(static_cast<std::size_t>(players) + 1),
        absent(players, std::vector<std::uint64_t>(static_cast<std::size_t>(players) + 1)) {}

  /// `times` coalitions without these players: `set` shifted by `first`.
  void add(std::uint64_t set, int first, std::size_t size, std::uint64_t times) {
    for (; set != 0; set &= set - 1) absent[first + std::countr_zero(set)][size] += times;
  }

  std::vector<std::uint64_t> all{};                  ///< [absent]
  std::vector<std::vector<std::uint64_t>> absent{};  ///< [player][absent]
};

/// The sum of tallies, one player a type.
WinningCounts counts_of(const ReducedVote& vote, const std::vector<Tally>& tallies);

}  // namespace detente
