#pragma once

#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// The text of a scenario with some changes from the start made in place: comments, order, line
/// ends and the layout of everything else stay as they are. What is returned reads as
/// apply(scenario, edits), or nothing is returned.
/// @param name  stands in for the file in diagnostics, which say what cannot be written in place.
Result<std::string> patch(const std::string& yaml, const std::string& name,
                          const std::vector<Edit>& edits);

}  // namespace detente
