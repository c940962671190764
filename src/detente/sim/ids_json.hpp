#pragma once

// Private to the library's sources: pieces that several JSON documents share.

#include <vector>

#include "detente/core/json.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// A list of actor ids.
Json ids_json(const Scenario& scenario, const std::vector<int>& actors);

/// {issue: option}; null for an empty package.
Json package_json(const Scenario& scenario, const std::vector<int>& package);

/// {actor: number}, numbers[k] belonging to actors[k].
Json by_actor_json(const Scenario& scenario, const std::vector<int>& actors,
                   const std::vector<double>& numbers);

Json blocker_json(const Scenario& scenario, const TraceBlocker& blocker);

Json outcome_json(const Scenario& scenario, const Outcome& outcome);

}  // namespace detente
