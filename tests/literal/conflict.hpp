#pragma once

#include <map>
#include <set>
#include <vector>

#include "detente/conflict/stability.hpp"

namespace detente::literal {

using States = std::set<StateIndex>;

/// By actor, then state: where one move leads.
using Moves = std::vector<std::map<StateIndex, States>>;

/// A conflict written out: its states, R_i(s) and R+_i(s).
struct Sets {
  explicit Sets(const Conflict& conflict);

  const Conflict& conflict;
  States states{};
  Moves moves{};
  Moves improvements{};
};

/// Where the others can take a state that an actor has moved to.
/// @param credible  each step is an improvement of its mover.
States answers(const Sets& sets, int actor, StateIndex from, Sanctions sanctions, bool credible);

/// The states that are stable for an actor, as the concept is defined. `sim` in option form only.
States stable_states(const Sets& sets, int actor, Concept solution, Sanctions sanctions);

}  // namespace detente::literal
