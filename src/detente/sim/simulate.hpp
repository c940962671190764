#pragma once

#include "detente/sim/simulation.hpp"

namespace detente {

/// Plays a scenario to its end and keeps every round. Same arguments, same trace, to the bit, on
/// any thread, machine and compiler.
Result<Trace> simulate(const Scenario& scenario, const Run& run);

/// Only how it ends: the same outcome as simulate(), without the rounds.
Result<Outcome> simulate_outcome(const Scenario& scenario, const Run& run);

}  // namespace detente
