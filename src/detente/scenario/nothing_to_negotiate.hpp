#pragma once

#include <string>

#include "detente/core/diagnostic.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// The fault of a scenario without issues where talks are asked for; says what its other sections
/// can be asked instead.
/// @param file  where the scenario stands; may be empty.
Diagnostic nothing_to_negotiate(const Scenario& scenario, const std::string& file = {});

}  // namespace detente
