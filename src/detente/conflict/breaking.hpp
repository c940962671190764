#pragma once

#include <vector>

#include "detente/conflict/robustness.hpp"
#include "detente/core/stop.hpp"

namespace detente {

/// Fills in `breaking` and `looked` of every entry: the fewest adjacent swaps after which the state
/// is no equilibrium, of these the first by actor and group. Nash, gmr and smr at any size; the
/// others as far as the number of sequences allows. Ends early if it is asked to.
void find_breaking(const Conflict& conflict, const RobustnessOptions& options,
                   std::vector<Robustness>& equilibria, const Stop& stop);

}  // namespace detente
