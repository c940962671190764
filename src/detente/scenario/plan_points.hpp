#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detente/scenario/describe_plan.hpp"

namespace detente::detail {

/// Gathers the points of a list: what paths they name, and which values occur of each.
class PointTable {
 public:
  /// The number of the path's column, a new one at its first mention.
  int column(const std::string& path, Mark mark);
  void begin_point() { rows_.emplace_back(); }
  /// The value of one path at the point begun last.
  void put(int column, const Value& value);

  std::size_t points() const { return rows_.size(); }
  /// The paths, each with its values, and where the path was first mentioned.
  const std::vector<Placed<Vary>>& columns() const { return columns_; }
  /// As Design::places.
  std::vector<std::int32_t> places() const;

 private:
  std::vector<Placed<Vary>> columns_{};
  std::vector<std::unordered_map<std::string, std::int32_t>> known_{};  ///< Values by their text.
  std::vector<std::vector<std::pair<int, std::int32_t>>> rows_{};
};

/// `[{PATH: v, …}, …]`
void read_listed_points(Reader& reader, const Value& list, PointTable& table);

/// A CSV whose first row holds the paths; an empty cell leaves the scenario as it is.
void read_csv_points(const SourceText& source, Faults& faults, PointTable& table);

}  // namespace detente::detail
