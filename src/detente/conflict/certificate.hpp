#pragma once

#include <vector>

#include "detente/conflict/paths.hpp"
#include "detente/conflict/stability.hpp"

namespace detente {

/// How one improvement is answered.
struct Answered {
  StateIndex improvement = 0;
  std::vector<PathStep> answer{};     ///< The others' moves from there; ends where the actor is no
                                      ///< better off than it was. `sim`: each other's own change.
  StateIndex end = 0;                 ///< Where the answer leads.
  std::vector<StateIndex> escapes{};  ///< smr, sseq: the best that the actor could do then, at most
                                      ///< one; empty if it has no move.
};

/// Why a state is stable for an actor, or is not: everything that a reader needs to check it.
struct Certificate {
  Concept solution{};
  int actor = 0;
  StateIndex state = 0;
  bool stable = false;
  std::vector<Answered> answers{};  ///< Stable: one for every improvement, ascending.
  StateIndex unanswered = 0;        ///< Unstable: the first improvement that nobody can answer.
};

/// Finds out why, by forward search from the state's improvements; needs no table of all states.
/// @pre  a feasible state; `sim` in option form only; `once` with at most 64 opponents
Certificate certify(const Conflict& conflict, Concept solution, Sanctions sanctions, int actor,
                    StateIndex state);

/// Whether a certificate is right, by replaying it: every move is legal, every step of an answer is
/// as its concept asks, every improvement is there. Of an unstable one: that the improvement is
/// there and that no answer exists.
bool check(const Conflict& conflict, Sanctions sanctions, const Certificate& certificate);

}  // namespace detente
