#pragma once

#include <string>

#include "detente/core/diagnostic.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::cli {

/// The most rounds that a stage can have.
constexpr int kMostRounds = 10'000;

/// Index of the stage or actor with that id; else -1 and a fault with a did-you-mean.
int find_stage(const Scenario& scenario, const std::string& id, Diagnostics& faults);
int find_actor(const Scenario& scenario, const std::string& id, Diagnostics& faults);

}  // namespace detente::cli
