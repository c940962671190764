#pragma once

#include "detente/scenario/scenario.hpp"

namespace detente::literal {

/// The numbers of scenarios/paris.yaml, without texts: an input that does not go through the
/// scenario reader.
Scenario paris();

}  // namespace detente::literal
