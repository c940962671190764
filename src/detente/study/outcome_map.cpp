#include "detente/study/outcome_map.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/study/branches.hpp"

namespace detente {
namespace {

Diagnostics fault(Code code, std::string path, std::string message) {
  return {{.code = code, .path = std::move(path), .message = std::move(message)}};
}

/// The knob as it is addressed in `edited`.
Result<Knob> settled(const Scenario& scenario, const Scenario& edited, Knob knob) {
  const std::string path = path_of(scenario, knob.field);
  const auto field = find_field(edited, path);
  if (!field) return fault(Code::wrong_path, path, "no such number after the edits");
  knob.field = *field;
  const FieldRange range = range_of(edited, knob.field);
  if (!(range.low <= knob.low && knob.low <= knob.high && knob.high <= range.high)) {
    return fault(Code::out_of_range, path,
                 "values must go from at least " + show_number(range.low) + " to at most " +
                     show_number(range.high));
  }
  const bool whole = knob.low == std::floor(knob.low) && knob.high == std::floor(knob.high);
  if (range.whole && !whole) return fault(Code::out_of_range, path, "must be whole numbers");
  return knob;
}

std::vector<double> values_along(const FieldRange& range, const Knob& knob, int count) {
  FieldRange way = range;
  way.low = knob.low;
  way.high = knob.high;
  std::vector<double> values;
  for (int place = 0; place < count; ++place) {
    const double part = count == 1 ? 0.0 : static_cast<double>(place) / (count - 1);
    double value = std::clamp(way.moved(way.low, part), way.low, way.high);
    if (way.whole) value = std::floor(value + 0.5);
    values.push_back(value);
  }
  if (count > 1) values.back() = knob.high;  // exact, whatever was rounded on the way
  return values;
}

/// Place of a package in the list, where it is added if it is new; -1 for none in force.
int place_among(std::vector<std::vector<int>>& packages, const std::vector<int>& package) {
  if (package.empty()) return -1;
  const auto found = std::find(packages.begin(), packages.end(), package);
  const auto place = static_cast<int>(found - packages.begin());
  if (found == packages.end()) packages.push_back(package);
  return place;
}

std::string csv_line(const OutcomeMap& map, int column, int row) {
  const Scenario& scenario = map.scenario();
  const MapCell& cell = map.at(column, row);
  std::string line = show_number(map.values_x()[column]) + ',' + show_number(map.values_y()[row]);
  if (!cell.ran) {
    line += ",,,,failed";
  } else {
    line += cell.agreed ? ",true," : ",false,";
    line += scenario.stages[cell.stage].id + ',';
    if (cell.round > 0) line += std::to_string(cell.round);
    line += ',' + std::string(reason_name(cell.reason));
  }
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    const int option = cell.package < 0 ? -1 : map.packages()[cell.package][issue];
    line += ',';
    if (option >= 0) line += scenario.issues[issue].options[option].id;
  }
  return line + '\n';
}

}  // namespace

Knob whole_range(const Scenario& scenario, const Field& field) {
  const FieldRange range = range_of(scenario, field);
  return {field, range.low, range.high};
}

void OutcomeMap::compute(int cells, const Stop& stop) {
  const int end = computed_ + std::min(cells, columns_ * rows_ - computed_);
  while (computed_ < end && !stop.asked()) {
    set(scenario_, x_.field, values_x_[computed_ % columns_]);
    set(scenario_, y_.field, values_y_[computed_ / columns_]);
    const auto outcome = simulate_outcome(scenario_, run_);
    MapCell& cell = cells_[computed_++];
    cell.known = true;
    if (!outcome) continue;
    cell = {.known = true,
            .ran = true,
            .agreed = outcome->agreed,
            .stage = outcome->stage,
            .round = outcome->round,
            .package = place_among(packages_, outcome->package),
            .reason = outcome->reason};
  }
}

Result<OutcomeMap> outcome_map(const Scenario& scenario, const Run& run, const Knob& x,
                               const Knob& y, std::pair<int, int> size) {
  if (size.first < 1 || size.second < 1) return fault(Code::too_few, "", "a map needs cells");
  const auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();
  const Scenario& edited = *ready->scenario;
  const auto knob_x = settled(scenario, edited, x);
  if (!knob_x) return knob_x.error();
  const auto knob_y = settled(scenario, edited, y);
  if (!knob_y) return knob_y.error();
  const std::string path = path_of(edited, knob_x->field);
  if (path == path_of(edited, knob_y->field)) {
    return fault(Code::conflicting_keys, path, "the two knobs must differ");
  }
  OutcomeMap map;
  map.scenario_ = edited;
  map.run_ = without_start(run);
  map.x_ = *knob_x;
  map.y_ = *knob_y;
  std::tie(map.columns_, map.rows_) = size;
  map.values_x_ = values_along(range_of(edited, map.x_.field), map.x_, map.columns_);
  map.values_y_ = values_along(range_of(edited, map.y_.field), map.y_, map.rows_);
  map.cells_.resize(static_cast<std::size_t>(map.columns_) * static_cast<std::size_t>(map.rows_));
  return map;
}

std::string to_csv(const OutcomeMap& map) {
  const Scenario& scenario = map.scenario();
  std::string csv = path_of(scenario, map.knob_x().field) + ',' +
                    path_of(scenario, map.knob_y().field) + ",agreed,stage,round,reason";
  for (const Issue& issue : scenario.issues) csv += ',' + issue.id;
  csv += '\n';
  for (int cell = 0; cell < map.computed(); ++cell) {
    csv += csv_line(map, cell % map.columns(), cell / map.columns());
  }
  return csv;
}

}  // namespace detente
