#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// Reads `actors.us.walk_away=0.5`: the value is YAML on one line (a number, a word, `[a, b]`).
/// Checks the form only; apply() checks the path.
Result<Edit> parse_edit(const std::string& text);

/// The paths that a path with `*` stands for, in file order: `actors.*.walk_away` names every
/// actor, `actors.*.positions.us_forces.ideal` those for which the path is valid. At least one,
/// or a diagnostic with a did-you-mean. A path without `*` gives itself.
Result<std::vector<std::string>> matches(const Scenario& scenario, const std::string& path);

/// The scenario with one change made; everything else is as before, and every limit is checked
/// again. `Edit::at` is not looked at: the caller applies an edit when its time has come.
/// Diagnostics carry the edit as their file: `--set actors.us.walk_away=7`.
Result<Scenario> apply(const Scenario& scenario, const Edit& edit);

/// As above for several, in order.
Result<Scenario> apply(const Scenario& scenario, const std::vector<Edit>& edits);

/// Whether a path has the form of a pattern, `*` standing for any one id.
bool fits_pattern(std::string_view path, std::string_view pattern);

}  // namespace detente
