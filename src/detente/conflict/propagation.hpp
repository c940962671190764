#pragma once

#include "detente/conflict/stability.hpp"

namespace detente {

/// Stability by value propagation: what the others' answers can bring an actor
/// down to is computed for all states together, each arc looked at about once.
/// Concepts nash, gmr, smr, seq and sseq, any sanction rule, any number of
/// states. Under `once` with so many movers that their sets times the places
/// pass 2^30, only nash is answered.
/// @pre  option form, where moves are transitive
/// @source docs/conflict.md, "The fast way".
Stability propagated_stability(const Conflict& conflict, const StabilityOptions& options);

/// [actor]: the states that are stable if the others may change at the same
/// time. The table does not depend on the number of threads.
/// @pre  option form
std::vector<StateSet> simultaneous_stability(const Conflict& conflict, int threads);

}  // namespace detente
