#pragma once

#include "detente/conflict/stability.hpp"

namespace detente {

/// Stability of a conflict in graph form under the rules `legal` and `direct`, every arc looked at
/// once for each of four labels of an actor; what may go on from a state depends on who led there.
/// Concepts nash, gmr, smr, seq and sseq; any number of states.
/// @pre  graph form; not the rule `once`
Stability listed_stability(const Conflict& conflict, const StabilityOptions& options);

}  // namespace detente
