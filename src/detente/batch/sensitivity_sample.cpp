#include "detente/batch/sensitivity_sample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/study/short_path.hpp"

namespace detente {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool varied(const ResultColumn& column) {
  return column.column.role == Column::Role::varied;
}

bool alike(double one, double other) {
  return one == other || (std::isnan(one) && std::isnan(other));
}

/// The numbers of a column as a metric has them.
class Reading {
 public:
  Reading(const ResultColumn& column, const std::string& word)
      : column_(column), by_word_(column.column.kind == Column::Kind::text) {
    const auto found = std::find(column.words.begin(), column.words.end(), word);
    place_ = static_cast<double>(found - column.words.begin());
  }

  bool by_word() const { return by_word_; }
  /// NaN: there is none.
  double at(std::size_t row) const {
    const double number = column_.numbers[row];
    return by_word_ ? static_cast<double>(number == place_) : number;
  }

 private:
  const ResultColumn& column_;
  bool by_word_;
  double place_ = 0.0;
};

/// The numbers of one base point, until all of its runs are there.
class BasePoint {
 public:
  explicit BasePoint(std::size_t points) : sums_(points), counts_(points) {}

  void add(std::size_t point, double number) {
    if (std::isnan(number)) return;
    sums_[point] += number;
    ++counts_[point];
  }

  /// Puts it into the table if it is whole, and begins anew.
  void move_to(SaltelliTable& table, int repetitions) {
    const bool whole = std::all_of(counts_.begin(), counts_.end(),
                                   [&](int count) { return count == repetitions; });
    if (!whole) ++table.left_out;
    if (whole) {
      table.a.push_back(sums_.front() / repetitions);
      table.b.push_back(sums_.back() / repetitions);
      for (std::size_t input = 0; input < table.ab.size(); ++input) {
        table.ab[input].push_back(sums_[input + 1] / repetitions);
      }
    }
    std::fill(sums_.begin(), sums_.end(), 0.0);
    std::fill(counts_.begin(), counts_.end(), 0);
  }

 private:
  std::vector<double> sums_;
  std::vector<int> counts_;
};

/// The unit that a run belongs to.
std::int64_t unit_of(std::int64_t run, int repetitions, bool by_point) {
  return by_point ? run / repetitions : run;
}

}  // namespace

bool repeats_points(const Results& results, int repetitions) {
  if (repetitions < 2) return false;
  return std::all_of(results.columns.begin(), results.columns.end(), [&](const auto& column) {
    if (!varied(column)) return true;
    for (std::size_t row = 1; row < results.runs.size(); ++row) {
      const bool same_point =
          results.runs[row] / repetitions == results.runs[row - 1] / repetitions;
      if (same_point && !alike(column.numbers[row], column.numbers[row - 1])) return false;
    }
    return true;
  });
}

Sample sample_of(const Results& results, int repetitions, bool by_point) {
  Sample sample{.by_point = by_point};
  std::vector<std::size_t> first_rows;
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    if (!results.ok[row]) continue;
    const std::int64_t unit = unit_of(results.runs[row], repetitions, by_point);
    if (!sample.units.empty() && sample.units.back() == unit) continue;
    sample.units.push_back(unit);
    first_rows.push_back(row);
  }
  for (const ResultColumn& column : results.columns) {
    if (!varied(column)) continue;
    SampleColumn input{.name = column.column.name, .words = column.words};
    input.values.reserve(first_rows.size());
    for (const std::size_t row : first_rows) input.values.push_back(column.numbers[row]);
    sample.inputs.push_back(std::move(input));
  }
  return sample;
}

SampleColumn metric_of(const Results& results, const Sample& sample, int repetitions,
                       const ResultColumn& column, const std::string& word) {
  const Reading reading(column, word);
  const bool by_word = reading.by_word();
  SampleColumn metric{.name = by_word ? column.column.name + '=' + word : column.column.name,
                      .yes_no = by_word || column.column.kind == Column::Kind::flag};
  std::size_t row = 0;
  for (const std::int64_t unit : sample.units) {
    double sum = 0.0;
    int counted = 0;
    for (; row < results.runs.size(); ++row) {
      const std::int64_t own = unit_of(results.runs[row], repetitions, sample.by_point);
      if (own > unit) break;
      const double number = reading.at(row);
      if (own < unit || !results.ok[row] || std::isnan(number)) continue;
      sum += number;
      ++counted;
    }
    metric.values.push_back(counted == 0 ? kNone : sum / counted);
  }
  return metric;
}

SaltelliTable saltelli_table(const Results& results, int inputs, int repetitions,
                             const ResultColumn& column, const std::string& word) {
  const Reading reading(column, word);
  const std::int64_t points = inputs + 2;
  SaltelliTable table;
  table.ab.resize(static_cast<std::size_t>(inputs));
  BasePoint base(static_cast<std::size_t>(points));
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    const std::int64_t point = results.runs[row] / repetitions;
    if (results.ok[row]) base.add(static_cast<std::size_t>(point % points), reading.at(row));
    const bool last = row + 1 == results.runs.size() ||
                      results.runs[row + 1] / repetitions / points != point / points;
    if (last) base.move_to(table, repetitions);
  }
  return table;
}

const ResultColumn* find_column(const Results& results, std::string_view name) {
  const auto found =
      std::find_if(results.columns.begin(), results.columns.end(),
                   [&](const ResultColumn& column) { return column.column.name == name; });
  return found == results.columns.end() ? nullptr : &*found;
}

Diagnostic no_such_column(const std::string& what, const std::string& name,
                          const std::vector<std::string>& known) {
  std::string message = "no " + what + " '" + name + "' in these results; there are";
  std::vector<std::string> names;
  for (const std::string& one : known) {
    message.append(names.empty() ? ": " : ", ").append(one);
    names.push_back(one);
    names.push_back(detail::short_path(one));
  }
  if (known.empty()) message += " none";
  return {
      .code = Code::unknown_word, .message = std::move(message), .hint = did_you_mean(name, names)};
}

Result<const ResultColumn*> column_meant(const Results& results, const std::string& name) {
  if (const ResultColumn* const column = find_column(results, name)) return column;
  const ResultColumn* meant = nullptr;
  int meanings = 0;
  std::vector<std::string> known;
  for (const ResultColumn& column : results.columns) {
    known.push_back(column.column.name);
    if (detail::short_path(column.column.name) != name) continue;
    meant = &column;
    ++meanings;
  }
  if (meanings == 1) return meant;
  return Diagnostics{no_such_column("column", name, known)};
}

std::vector<double> few_values(const std::vector<double>& values, int most) {
  std::set<double> distinct;
  for (const double value : values) {
    if (!std::isnan(value)) distinct.insert(value);
    if (static_cast<int>(distinct.size()) > most) return {};
  }
  return {distinct.begin(), distinct.end()};
}

}  // namespace detente
