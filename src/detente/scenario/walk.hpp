#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/reader.hpp"

// Follows the dotted path of an edit through a scenario.
namespace detente::detail {

/// A path from a file or the command line, and where it stands.
struct Path {
  std::string_view text;
  Mark mark{};
};

/// Puts a value where the path leads; its fields' limits are checked, the whole scenario's are not.
/// A path with `*` sets everything that it stands for.
void set(Scenario& scenario, Path path, const Value& value, Faults& faults);

/// The paths that a path stands for, in file order; none if it is wrong, which is then reported.
std::vector<std::string> expand(Scenario& scenario, Path path, Faults& faults);

}  // namespace detente::detail
