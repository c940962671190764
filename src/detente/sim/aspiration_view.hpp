#pragma once

#include <span>
#include <vector>

#include "detente/sim/trace.hpp"

namespace detente {

// What can be seen of a table at some moment, in actors of the scenario.

/// The maximal sets that stand behind some package.
std::vector<std::vector<int>> blocs_of(const StageTables& tables, const Acceptance& acceptance);

/// The minimal sets of the parties of `table` that keep the zone empty; none if it is not.
std::vector<TraceBlocker> blockers_of(const StageTables& tables, const Acceptance& acceptance,
                                      std::span<const Standing> standings, ActorSet table);

}  // namespace detente
