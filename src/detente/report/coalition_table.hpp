#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/coalitions.hpp"

namespace detente {

/// A report on coalitions for people: who could agree on how much, blocs, blockers, brokers, the
/// split line and the parts of the tie graph.
std::string coalition_table(const Scenario& scenario, const CoalitionReport& report,
                            const NarrationOptions& options);

}  // namespace detente
