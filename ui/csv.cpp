#include "ui/csv.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/text.hpp"

namespace detente::ui {
namespace {

std::string quoted(const std::string& text, char separator) {
  const bool plain = text.find_first_of("\"\r\n") == std::string::npos &&
                     text.find(separator) == std::string::npos;
  if (plain) return text;
  std::string result = "\"";
  for (const char letter : text)
    result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return result + '"';
}

std::string show(const Cell& cell, const CsvStyle& style) {
  if (const auto* const text = std::get_if<std::string>(&cell)) {
    return quoted(*text, style.separator);
  }
  const auto* const number = std::get_if<double>(&cell);
  if (number == nullptr) return {};
  std::string shown = show_number(*number);
  std::replace(shown.begin(), shown.end(), '.', style.decimal);
  return shown;
}

void write(const Row& row, const CsvStyle& style, std::string& csv) {
  for (std::size_t place = 0; place < row.size(); ++place) {
    if (place > 0) csv += style.separator;
    csv += show(row[place], style);
  }
  csv += style.mark ? "\r\n" : "\n";
}

Cell cell_of(std::string text) {
  if (text.empty()) return {};
  if (const auto number = parse_number(text)) return *number;
  return text;
}

}  // namespace

std::string to_csv(const DataTable& table, const CsvStyle& style) {
  std::string csv = style.mark ? "\xEF\xBB\xBF" : "";
  if (!table.head.empty()) write(table.head, style, csv);
  for (const Row& row : table.rows) write(row, style, csv);
  return csv;
}

DataTable parse_csv(const std::string& csv) {
  DataTable table;
  Row row;
  std::string text;
  bool inside = false;
  for (const char letter : csv) {
    if (letter == '"') {
      // a doubled mark leaves and enters again; keep one of the two
      if (!inside && !text.empty()) text += '"';
      inside = !inside;
    } else if (!inside && (letter == ',' || letter == '\n')) {
      row.push_back(cell_of(std::exchange(text, {})));
      if (letter == '\n') table.rows.push_back(std::exchange(row, {}));
    } else if (letter != '\r' || inside) {
      text += letter;
    }
  }
  if (!text.empty() || !row.empty()) {
    row.push_back(cell_of(text));
    table.rows.push_back(row);
  }
  if (table.rows.empty()) return table;
  table.head = table.rows.front();
  table.rows.erase(table.rows.begin());
  return table;
}

}  // namespace detente::ui
