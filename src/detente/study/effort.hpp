#pragma once

#include "detente/model/stage_tables.hpp"

namespace detente {

// What studies may cost: beyond these sizes they look at less, and say so.

/// Of `worlds` nearby worlds as many as a scenario of this size can be played in, but at least one
/// of those asked for: all below 1e9 utilities looked at (parties x packages x rounds x worlds).
int affordable_worlds(const Scenario& scenario, int worlds);

/// Whether an offer can be thought through again for every field and step of a search for flips:
/// below 2e10 utilities compiled anew.
bool can_rethink(const StageTables& tables, std::size_t fields, int steps);

}  // namespace detente
