#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace detente {

/// What a column of the results holds, and why it is there.
struct Column {
  enum class Kind { flag, whole, real, text };  ///< A flag: 0 or 1; true and false in CSV.
  enum class Role { varied, metric };

  std::string name{};
  Kind kind = Kind::real;
  Role role = Role::metric;

  bool operator==(const Column&) const = default;
};

/// Nothing, or what its column's kind says.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A number of one round of one run.
struct SeriesCell {
  int stage = 0;
  int round = 0;
  int metric = 0;  ///< Place in Series::metrics.
  double value = 0.0;
};

/// What is kept of one run. `seed` and the ids of run, point and repetition follow from the plan.
struct RunRow {
  std::int64_t run = 0;
  bool ok = true;             ///< Status `ok` or `failed`.
  std::string message{};      ///< Why it failed; one line.
  std::vector<Cell> cells{};  ///< One for each column; metrics of a failed run are empty.
  std::vector<SeriesCell> series{};
};

}  // namespace detente
