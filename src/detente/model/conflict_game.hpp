#pragma once

#include <vector>

#include "detente/conflict/conflict.hpp"
#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// The conflict of a scenario, ready for the solvers.
struct ConflictGame {
  Conflict conflict{};
  std::vector<int> movers{};  ///< [actor of the conflict]: actor of the scenario, in file order.
  StateIndex status_quo = 0;
};

/// Compiles the section `conflict`: statements and positions become payoffs. With `from: positions`
/// an issue takes the last of its mapped options that is taken, else its first option, and the
/// utility of that package counts. Diagnostics if the scenario has no such section, or a positions
/// preference has no position to go by.
/// @source docs/conflict.md, "preferences".
Result<ConflictGame> compile_conflict(const Scenario& scenario);

}  // namespace detente
