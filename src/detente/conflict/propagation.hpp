#pragma once

#include "detente/conflict/stability.hpp"

namespace detente {

/// Stability under the rule `legal` by value propagation: every arc is looked at once for each of
/// four labels of an actor. Concepts nash, gmr, smr, seq and sseq; any number of states.
/// @pre  option form, where moves are transitive
/// @source docs/conflict.md, "the fast way".
Stability propagated_stability(const Conflict& conflict, const StabilityOptions& options);

/// [actor]: the states that are stable if the others may change at the same time.
/// @pre  option form
std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads);

}  // namespace detente
