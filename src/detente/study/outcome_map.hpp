#pragma once

#include <string>
#include <utility>
#include <vector>

#include "detente/core/stop.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {

/// One axis of a map: a number of the scenario, from `low` to `high`.
struct Knob {
  Field field{};
  double low = 0.0;
  double high = 1.0;
};

/// The knob that goes through the field's whole range.
Knob whole_range(const Scenario& scenario, const Field& field);

/// How the run ends at one point of a map.
struct MapCell {
  bool known = false;  ///< Computed.
  bool ran = false;    ///< Without a fault; else nothing below counts.
  bool agreed = false;
  int stage = 0;
  int round = 0;     ///< Of the agreement; 0 without one.
  int package = -1;  ///< Place in OutcomeMap::packages(), or -1: nothing is in force.
  Reason reason = Reason::none;
};

/// How a run ends for every pair of values of two numbers. Computed piece by piece, row by row; the
/// same cells in whatever pieces. A value: not to be read while another thread computes on it.
class OutcomeMap {
 public:
  /// How many of its cells are known, from the first on.
  int computed() const { return computed_; }
  bool done() const { return computed_ == columns_ * rows_; }
  /// Computes at most that many further cells; fewer if asked to stop.
  void compute(int cells, const Stop& stop = {});

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  const Knob& knob_x() const { return x_; }
  const Knob& knob_y() const { return y_; }
  /// The values at the columns, from knob_x().low to high, both exact; evenly spaced, by ratio
  /// where the field's range is logarithmic, rounded where it takes whole numbers only.
  const std::vector<double>& values_x() const { return values_x_; }
  /// The same at the rows.
  const std::vector<double>& values_y() const { return values_y_; }
  const MapCell& at(int column, int row) const { return cells_[row * columns_ + column]; }
  /// The packages that occur, in order of their first cell: option per issue.
  const std::vector<std::vector<int>>& packages() const { return packages_; }
  /// The scenario with the edits from the start, and the values of the last cell computed.
  const Scenario& scenario() const { return scenario_; }

 private:
  friend Result<OutcomeMap> outcome_map(const Scenario& scenario, const Run& run, const Knob& x,
                                        const Knob& y, std::pair<int, int> size);
  OutcomeMap() = default;

  Scenario scenario_{};
  Run run_{};
  Knob x_{};
  Knob y_{};
  int columns_ = 0;
  int rows_ = 0;
  int computed_ = 0;
  std::vector<double> values_x_{};
  std::vector<double> values_y_{};
  std::vector<MapCell> cells_{};
  std::vector<std::vector<int>> packages_{};
};

/// A map with nothing computed yet. The knobs act after the edits that the run makes from the
/// start and before those that have a place.
/// Diagnostics as of simulate(), and for an empty map, a knob that is not there after those edits,
/// leaves its range or is turned twice.
/// @param size  columns and rows.
Result<OutcomeMap> outcome_map(const Scenario& scenario, const Run& run, const Knob& x,
                               const Knob& y, std::pair<int, int> size);

/// The cells known, one a line: the values under the knobs' paths, then agreed (true, false),
/// stage, round (empty without agreement), reason, and the option of every issue (empty: none in
/// force). A fault has `failed` for its reason.
std::string to_csv(const OutcomeMap& map);

}  // namespace detente
