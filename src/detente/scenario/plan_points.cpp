#include "detente/scenario/plan_points.hpp"

#include <algorithm>
#include <optional>

#include "detente/core/text.hpp"
#include "detente/scenario/csv.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente::detail {
namespace {

/// Puts everything at one place: within a cell there are no lines.
void place_at(Value& value, Mark mark) {
  value.mark = mark;
  for (Value& item : value.items) place_at(item, mark);
  for (Entry& entry : value.entries) {
    entry.mark = mark;
    place_at(entry.value, mark);
  }
}

/// What a cell stands for: a number, a word whatever YAML would make of it, or `[a, b]`.
std::optional<Value> value_of_cell(const CsvCell& cell, Faults& faults) {
  const bool nested = cell.text.front() == '[' || cell.text.front() == '{';
  if (!nested) {
    Value value = Value::of(cell.text);
    value.mark = cell.mark;
    value.quoted = !parse_number(cell.text);
    return value;
  }
  Faults inner;
  Value value = parse_yaml({{}, cell.text}, inner).root;
  place_at(value, cell.mark);
  for (const Diagnostic& fault : inner.list({})) {
    faults.error(fault.code, cell.mark, {}, fault.message, fault.hint);
  }
  if (inner.any_errors()) return {};
  return value;
}

/// The columns that the first row names; -1 for one that is left out.
std::vector<int> read_head(const std::vector<CsvCell>& head, Faults& faults, PointTable& table) {
  std::vector<int> columns;
  for (const CsvCell& cell : head) {
    const bool old = std::any_of(table.columns().begin(), table.columns().end(),
                                 [&](const auto& one) { return one.what.path == cell.text; });
    if (cell.text.empty() || old) {
      faults.error(old ? Code::taken_id : Code::missing_key, cell.mark, {},
                   old ? '\'' + cell.text + "' is named twice" : "the column has no path");
      columns.push_back(-1);
    } else {
      columns.push_back(table.column(cell.text, cell.mark));
    }
  }
  if (head.size() == 1 && head.front().text.find(';') != std::string::npos) {
    faults.error(Code::broken_yaml, head.front().mark, {}, "cells are divided by ';'",
                 "save it with commas");
  }
  return columns;
}

}  // namespace

int PointTable::column(const std::string& path, Mark mark) {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].what.path == path) return static_cast<int>(column);
  }
  columns_.push_back({{.path = path, .kind = Vary::Kind::values}, mark});
  known_.emplace_back();
  return static_cast<int>(columns_.size()) - 1;
}

void PointTable::put(int column, const Value& value) {
  std::vector<Value>& values = columns_[column].what.values;
  const auto [found, is_new] =
      known_[column].try_emplace(to_string(value), static_cast<std::int32_t>(values.size()));
  if (is_new) values.push_back(value);
  rows_.back().emplace_back(column, found->second);
}

std::vector<std::int32_t> PointTable::places() const {
  std::vector<std::int32_t> all(rows_.size() * columns_.size(), Design::kAsIs);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (const auto& [column, place] : rows_[row]) {
      all[row * columns_.size() + static_cast<std::size_t>(column)] = place;
    }
  }
  return all;
}

void read_listed_points(Reader& reader, const Value& list, PointTable& table) {
  reader.at("design", "points");
  if (!reader.expect_at_most(list.items.size(), kMostPoints, list.mark)) return;
  for (std::size_t point = 0; point < list.items.size(); ++point) {
    const Value& item = list.items[point];
    reader.at("design", "points[" + std::to_string(point) + ']');
    table.begin_point();
    // `{}` is the scenario as it stands
    if (!reader.expect_map(item)) continue;
    for (const Entry& entry : item.entries) {
      if (entry.key.starts_with("x-")) continue;
      const Mark mark{entry.mark.line, entry.mark.column + (entry.quoted ? 1 : 0)};
      table.put(table.column(entry.key, mark), entry.value);
    }
  }
  reader.at("design", "points");
  if (table.points() == 0) reader.error(Code::too_few, list.mark, " must hold at least one point");
}

void read_csv_points(const SourceText& source, Faults& faults, PointTable& table) {
  const auto rows = parse_csv(source.text, faults);
  if (rows.size() < 2) {
    faults.error(Code::too_few, {1, 1}, {}, "a row of paths and at least one row of values needed");
    return;
  }
  if (rows.size() > kMostPoints + std::size_t{1}) {
    faults.error(Code::too_many, rows.back().front().mark, {},
                 "a list holds at most " + std::to_string(kMostPoints) + " points");
    return;
  }
  const std::vector<int> columns = read_head(rows.front(), faults, table);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const auto& cells = rows[row];
    table.begin_point();
    if (cells.size() != columns.size()) {
      faults.error(Code::wrong_kind, cells.front().mark, {},
                   std::to_string(cells.size()) + " cells in this row, the first row has " +
                       std::to_string(columns.size()));
      continue;
    }
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (columns[cell] < 0 || cells[cell].text.empty()) continue;
      const auto value = value_of_cell(cells[cell], faults);
      if (value) table.put(columns[cell], *value);
    }
  }
}

}  // namespace detente::detail
