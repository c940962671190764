#pragma once

#include <cstdint>
#include <vector>

#include "detente/conflict/state_set.hpp"

namespace detente {

/// A conflict ready for arithmetic: states, moves, and what everybody thinks of the states. In
/// option form the moves follow from who owns which option; in graph form they are listed.
/// @source Fang, Hipel & Kilgour 1993, "Interactive Decision Making: The Graph Model for Conflict
///         Resolution".
struct Conflict {
  int actors = 0;
  StateSet feasible{};  ///< Option form: 2^options places, the code of a state is its index.
  /// [actor][state]: what the state is worth, the bigger the better; dense from 1 over the feasible
  /// states, equal = indifferent; 0 where no state is.
  std::vector<std::vector<std::uint32_t>> payoff{};

  // option form
  int options = 0;                   ///< 0: graph form.
  std::vector<std::uint32_t> own{};  ///< [actor]: mask of the options it owns; disjoint.
  std::uint32_t stays_yes = 0;       ///< Options that cannot be taken back once taken.
  std::uint32_t stays_no = 0;        ///< Options that cannot be taken once given up.

  // graph form
  std::vector<std::vector<std::vector<StateIndex>>>
      arcs{};  ///< [actor][state]: targets, ascending.

  bool is_graph() const { return options == 0; }
  std::size_t places() const { return feasible.places(); }
};

/// Calls visit(target) for every unilateral move of an actor, in ascending order: several of its
/// options may change at once, and the way may lead over states that cannot be.
template <typename Visit>
void each_move(const Conflict& conflict, int actor, StateIndex from, const Visit& visit) {
  if (conflict.is_graph()) {
    for (const StateIndex target : conflict.arcs[actor][from]) visit(target);
    return;
  }
  const std::uint32_t own = conflict.own[actor];
  // what stays as it is: the others' options, and own ones that cannot change from here
  const std::uint32_t locked = (conflict.stays_yes & from) | (conflict.stays_no & ~from);
  const std::uint32_t free = own & ~locked;
  const std::uint32_t kept = from & ~free;
  std::uint32_t chosen = 0;
  do {
    const StateIndex target = kept | chosen;
    if (target != from && conflict.feasible.contains(target)) visit(target);
    chosen = (chosen - free) & free;
  } while (chosen != 0);
}

/// The same, as a list.
std::vector<StateIndex> moves(const Conflict& conflict, int actor, StateIndex from);

/// The moves after which the actor is better off, ascending.
std::vector<StateIndex> improvements(const Conflict& conflict, int actor, StateIndex from);

}  // namespace detente
