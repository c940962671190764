#pragma once

#include <string>
#include <variant>
#include <vector>

namespace detente::ui {

/// A text, or a number that is written as the reader of the file wants it; nothing: an empty cell.
using Cell = std::variant<std::monostate, std::string, double>;
using Row = std::vector<Cell>;

/// A head and what stands below it.
struct DataTable {
  Row head{};
  std::vector<Row> rows{};
};

/// How a table is written.
struct CsvStyle {
  char separator = ',';
  char decimal = '.';
  bool mark = false;  ///< A byte order mark and CRLF, so that Excel reads it as UTF-8.
};

std::string to_csv(const DataTable& table, const CsvStyle& style);

/// The table of a text with commas and dots; cells that are numbers become numbers.
DataTable parse_csv(const std::string& csv);

}  // namespace detente::ui
