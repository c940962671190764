#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "detente/scenario/load.hpp"

// Files that several tests read.
namespace detente::support {

/// tests/data/NAME.json.
nlohmann::json read_data(const std::string& name);

/// A strategy of a recorded negotiation (tests/data/offers_*.json), with the offer rule `least`.
Tactic recorded_tactic(const nlohmann::json& strategy);

/// scenarios/NAME.yaml; fails the test if it does not load.
Scenario load_shipped(const std::string& name);

/// Every scenarios/**/*.yaml but the plans in a folder `batch`, sorted.
std::vector<std::string> shipped_files();

/// The scenario with the changes of a JSON object {path: value}; fails the test if one does not
/// fit.
Scenario with(const Scenario& scenario, const nlohmann::json& set);

}  // namespace detente::support
