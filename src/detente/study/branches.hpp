#pragma once

// Private to the study room: runs that differ from one another late only, counted together.

#include <span>
#include <vector>

#include "detente/core/stop.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {

/// A run and how it ended.
struct Branch {
  Run run{};      ///< Without edits from the start.
  int stage = 0;  ///< It differs from the trunk only by what acts in this stage and round or later.
  int round = 1;
  Outcome outcome{};
};

/// For the trunk and then each branch: in how many of `worlds` nearby worlds it ends with the same
/// `agreed` in the same stage. The same counts as holds() gives for each alone; a world's rounds
/// before the fork are played once for all. All -1 if it was asked to stop.
/// @param scenario  with the edits from the start made.
std::vector<int> holds_together(const Scenario& scenario, const Branch& trunk,
                                std::span<const Branch> branches, int worlds, const Stop& stop);

/// The run without its edits from the start.
Run without_start(Run run);

}  // namespace detente
