#pragma once

#include <optional>
#include <vector>

#include "detente/sim/simulate.hpp"

namespace detente {

// Playing one party's role: the run up to its next decision, and what helps to decide it.
//
// A party decides at most once in a round of a stage; its decision is a Move of that round.
//   offers     On each of its turns: accept the offer on the table, refuse it (what follows is the
//              program's own: another offer, or a pass), offer something else (which refuses), or
//              leave. With nothing to answer: offer, leave or, for a party that has nothing worth
//              its walk-away, refuse = pass.
//   coalition  As a member of the bloc that is about to table: accept = stand with its offer, offer
//              = put other options into it (they stand only if every member accepts the result
//              now), refuse = not stand with it: the round is thought through without the party.
//              As an outsider that the offer reaches: accept or refuse; refusing an offer that its
//              consent would have closed lets the bloc think again in the same round. Leave: in
//              both places before the round's offer. No decision while nobody can table anything
//              and where no offer reaches it. `leave_after` of its tactic still holds.

/// A run up to a party's next decision.
struct SeatTurn {
  Trace trace{};  ///< All rounds so far, the last as it stands; no outcome while it goes on.
  std::optional<Simulation> before{};  ///< Just before the decision; nothing: the run is over.
  int actor = 0;
  int party = -1;  ///< Its place in the stage; -1 if the run is over.
  int stage = 0;   ///< Of the decision, or the last one played.
  int round = 0;
  bool answers = false;   ///< An offer of others is on the table and the party must answer it.
  int package = -1;       ///< What is answered, or what its bloc is about to table; -1: nothing.
  std::vector<int> by{};  ///< Actors behind that package.
  std::vector<Move::Kind> allowed{};  ///< What it may do; empty if the run is over.
  Turn planned{};                     ///< What the program would do in its place.
};

/// Plays until the next decision of `actor` for which the run has no move, or to the end: then the
/// trace is that of simulate(). An actor that is a party of no stage never decides.
/// Diagnostics as of simulate(), and if there is no such actor.
Result<SeatTurn> play_to_seat(const Scenario& scenario, const Run& run, int actor);

/// What a package would meet with if the party put it on the table now.
struct Forecast {
  double utility = 0.0;    ///< For the party itself.
  double threshold = 0.0;  ///< The least that the program would accept in its place this round.
  double walk_away = 0.0;
  bool crosses = false;  ///< It lies outside the party's own red lines.
  bool tabled = false;   ///< The offer may be made, and would stand (see above for blocs).
  std::vector<Response> answers{};  ///< Of all others still there, in file order: accept, refuse or
                                    ///< unreached, at their thresholds of this round.
  bool agreed = false;              ///< With those who accept it, the party could close the stage.
};

/// @param package  index among those of the stage.
/// @pre  turn.before
Forecast likely_answers(const SeatTurn& turn, int package);

/// What the program would do in the party's place.
struct Hint {
  Move::Kind kind = Move::Kind::accept;
  int package = -1;  ///< What it would table in this turn, even if it accepts; -1: nothing.
  std::vector<int> options{};  ///< Of that package: option per issue; empty if there is none.
};

/// Playing every hint gives the run that the program plays.
/// @pre  turn.before
Hint hint(const SeatTurn& turn);

/// The move that answers a turn.
/// @param package  of an offer: index among those of the stage.
/// @pre  turn.before
Move seat_move(const SeatTurn& turn, Move::Kind kind, int package = -1);

}  // namespace detente
