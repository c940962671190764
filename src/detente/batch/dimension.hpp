#pragma once

#include <string>
#include <vector>

#include "detente/scenario/batch_plan.hpp"

namespace detente {

/// One thing that varies independently of the others, with a column of its own in the results.
struct Dimension {
  std::string column{};              ///< The path as written, or that of one match where `each`.
  std::vector<std::string> paths{};  ///< What takes its value; no `*` in them.
  Vary vary{};
};

/// What a dimension is set to at one point.
struct Setting {
  /// Place among Vary::values or Distribution::choices; or one of the two below.
  int choice = kNumber;
  double number = 0.0;  ///< Only with kNumber.

  static constexpr int kNumber = -1;
  static constexpr int kUnset = -2;  ///< As the scenario has it: a point that does not name it.

  bool operator==(const Setting&) const = default;
};

/// The value that a setting stands for. @pre  not kUnset.
Value value_of(const Dimension& dimension, const Setting& setting);

/// The dimensions of a plan, in file order; of a list, the paths of its points in order of first
/// mention, each with the values that occur.
std::vector<Dimension> dimensions_of(const LoadedPlan& plan);

}  // namespace detente
