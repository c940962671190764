#pragma once

#include <functional>
#include <vector>

#include "detente/bargain/bidding.hpp"
#include "detente/core/actor_set.hpp"

namespace detente {

/// One who takes turns in alternating offers.
struct Talker {
  Bidder bidder{};
  double walk_away = 0.0;  ///< The same in every round.
  int leave_after = 0;     ///< Leaves in this round or later, from 1, if it has met nothing that is
                           ///< worth its walk-away; 0: never.
};

/// Alternating offers, from the first turn to the last.
struct Alternation {
  std::vector<Talker> talkers{};
  int rounds = 1;
  int starts = 0;  ///< Who has the first turn of a round.
  /// Whether these talkers can agree without the others.
  std::function<bool(const ActorSet&)> wins{};
};

/// A package tabled.
struct Bid {
  int round = 0;  ///< From 1.
  int by = 0;
  int package = 0;
};

/// How it ended.
struct Close {
  enum class How { agreed, rounds_used, nobody_bids, withdrawn };

  How how = How::rounds_used;
  int round = 0;     ///< Of the end, from 1.
  int package = -1;  ///< On the table at the end, or -1.
  int by = -1;       ///< Who tabled it.
  ActorSet accepting{};
  ActorSet left{};
};

/// Plays the stacked alternating offers protocol without keeping anything but its end.
/// @param bids  every package tabled is added to it, if given.
/// @pre    everybody together wins.
/// @source Aydogan, Festen, Hindriks & Jonker, "Alternating offers protocols for multilateral
///         negotiation" (2017); docs/model-offers.md.
Close alternate(const Alternation& talks, std::vector<Bid>* bids = nullptr);

}  // namespace detente
