#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detente/batch/experiment.hpp"
#include "detente/batch/row.hpp"

// Private to the library's sources: rows as lines of CSV, the same in runs.csv and in shards.
namespace detente::detail {

/// What the text of a row depends on besides the row.
struct Layout {
  std::string id{};
  std::int64_t runs = 0;
  int repetitions = 1;
  std::uint64_t seed = 1;
  std::vector<Column> columns{};
  std::vector<std::string> stages{};  ///< By SeriesCell::stage.
  std::vector<std::string> series{};  ///< By SeriesCell::metric; empty: no series.

  std::int64_t point(std::int64_t run) const { return run / repetitions; }
  int repetition(std::int64_t run) const { return static_cast<int>(run % repetitions); }
};

Layout layout_of(const Experiment& experiment);

/// The names of all columns, with a line end.
std::string csv_head(const Layout& layout);

/// Appends a row as a line.
void append_csv(const Layout& layout, const RunRow& row, std::string& out);

/// Appends the series of a row, one line for each number: `~STAGE,ROUND,METRIC,VALUE` by places.
void append_series(const RunRow& row, std::string& out);

/// Reads the lines that the two above wrote, a row and its series at a time.
class RowLines {
 public:
  RowLines(const Layout& layout, std::string_view text) : layout_(&layout), rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  /// The next row; whether there is a sound one.
  bool next(RunRow& row);

 private:
  std::string_view take_line();

  const Layout* layout_;
  std::string_view rest_;
  std::string scratch_{};
};

/// Appends a number: shortest decimal that reads back to the same double; nothing for NaN.
void append_number(double value, std::string& out);

/// Reads what append_number() wrote.
bool read_number(std::string_view text, double& value);

/// The text on one line, without control characters.
std::string one_line(std::string text);

}  // namespace detente::detail
