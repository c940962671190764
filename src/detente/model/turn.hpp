#pragma once

#include <memory>
#include <vector>

#include "detente/bargain/memory.hpp"
#include "detente/core/actor_set.hpp"

namespace detente {

/// How a party answers the offer on the table.
enum class Answer { none, accept, refuse, leave, unreached };

/// What is done with a turn besides answering.
enum class Act { none, offer, silent, pass, leave };

/// One line of a stage's log: who, in which round, answered what, and tabled what.
struct Turn {
  int round = 0;
  ActorSet by = 0;  ///< One party, or a bloc that offers jointly.
  Answer answer = Answer::none;
  int answered = -1;  ///< The package that was answered; -1 if none.
  Act act = Act::none;
  int offered = -1;  ///< The package tabled; -1 if none.
};

enum class Reason {
  none,
  agreement,
  deadline,
  no_zone,
  withdrawal,
  stable,  ///< Of a conflict: nobody would leave the state.
  cycle,   ///< Of a conflict: the moves come back to where they were.
};

/// The table between two turns of a stage. A value, and small: keep as many as you like.
struct State {
  int round = 1;                 ///< The round being played.
  int turn = 0;                  ///< Turns of this round already taken.
  ActorSet left = 0;             ///< Parties that have walked out.
  int standing = -1;             ///< The package on the table, or -1.
  ActorSet proposer = 0;         ///< Who tabled it.
  ActorSet accepting = 0;        ///< Who has accepted it, its proposers included.
  Reason reason = Reason::none;  ///< Why the stage is over, or none.
  /// What each party remembers, where its tactic needs to; nullptr or past the end: nothing.
  std::vector<std::shared_ptr<const Memory>> minds{};

  bool over() const { return reason != Reason::none; }
};

/// What a person plays in place of a party's own turn, resolved for one stage and round.
struct PartyMove {
  enum class Kind { offer, accept, refuse, leave };

  int party = 0;
  Kind kind = Kind::accept;
  std::vector<int>
      options{};  ///< Of an offer: one per open issue, -1 = as the party would have it.
};

struct Step {
  State next{};
  Turn turn{};
};

}  // namespace detente
