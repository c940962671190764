#pragma once

#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// One leaf that the author wrote, by its edit path: `actors.us.tactic.offer`.
struct Given {
  std::string path{};
  SourcePos where{};
};

/// A sound scenario, and what its author should know about it all the same.
struct Loaded {
  Scenario scenario{};
  Diagnostics remarks{};       ///< Warnings and notes, in file order.
  std::vector<Given> given{};  ///< Every leaf of the file, in file order.
};

/// Reads and checks a scenario (docs/scenario-format.md). Reports *every* fault found, each with
/// line and column; `-` reads the standard input.
Result<Loaded> load_scenario(const std::string& file);

/// As above, from text already in memory; `name` stands in for the file in diagnostics.
Result<Loaded> parse_scenario(const std::string& yaml, const std::string& name);

}  // namespace detente
