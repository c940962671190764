#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "detente/coalition/voting.hpp"

namespace detente {

/// A voting game without what decides nothing: seen from those who are absent. A coalition wins if
/// nobody with a veto is absent and the absent weigh at most the slack of every rule.
struct ReducedVote {
  static constexpr int kVeto = -1;  ///< No coalition wins without the player.
  static constexpr int kNull = -2;  ///< The player never makes a difference.

  int players = 0;           ///< Neither with a veto nor null.
  int vetoes = 0;            ///< How many have one.
  int nulls = 0;             ///< How many are null.
  std::vector<int> type{};   ///< By player of the game: a type, kVeto or kNull.
  std::vector<int> count{};  ///< By type: how many players weigh alike under every rule.
  std::vector<std::vector<std::int64_t>> weight{};  ///< [rule][type], no common divisor.
  std::vector<std::int64_t> slack{};                ///< [rule], below the rule's total.

  int types() const { return static_cast<int>(count.size()); }
  int rules() const { return static_cast<int>(slack.size()); }
};

/// Whether no sum of weights leaves the range of 64 bits.
bool sums_are_small(const VotingGame& game);

/// Nothing if no coalition wins.
/// @pre  sums_are_small(game)
std::optional<ReducedVote> reduced(const VotingGame& game);

/// The sum of all weights under a rule.
std::int64_t total_weight(const ReducedVote& vote, int rule);

/// Type of each of its players, members of a type side by side.
std::vector<int> types_of_players(const ReducedVote& vote);

}  // namespace detente
