#pragma once

#include <optional>
#include <string>

#include "detente/scenario/faults.hpp"

namespace detente::detail {

/// Whether a JSON text is a conflict of GMCR+: a map with decision makers and options.
bool is_gmcr(const Value& root);

/// Makes a scenario with a section `conflict` of a file of GMCR+ (JSON, `.gmcr`): decision makers,
/// options and their directions, infeasible states, rankings, prioritised statements or payoffs.
/// Options are sorted so that each owner's stand together, in the order of the decision makers; all
/// codes refer to that order. Coalitions and misperceptions are left out, with a warning.
/// @param title  of the scenario; the format has none.
/// @returns the YAML text, or nothing after a fault.
/// @source  Kinsara, Petersons, Hipel & Kilgour 2015, "Advanced decision support for the graph
/// model
///          for conflict resolution", Journal of Decision Systems 24:117-145.
std::optional<std::string> scenario_of_gmcr(const SourceText& source, const Value& root,
                                            const std::string& title, Faults& faults);

}  // namespace detente::detail
