#pragma once

// Private to the library's sources: writing a run down as it is played.

#include <functional>
#include <vector>

#include "detente/sim/simulation.hpp"

namespace detente {

/// Whether to put the pen down before the next turn.
using StopBefore = std::function<bool(const Simulation&)>;

/// Plays on and writes every round down, until the run is over or `stop_before` says so: then the
/// last round is as it stands, and its stage has no outcome yet. Empty: to the end.
/// @pre  no turn has been taken yet.
std::vector<TraceStage> record(Simulation& simulation, const StopBefore& stop_before = {});

}  // namespace detente
