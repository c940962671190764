#include "ui/report_page.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ui/trimmed.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::array kTags{"[reported", "[inferred", "[assumed"};
using Cells = std::vector<std::string>;

/// `[words](address)` -> `words`; other square brackets stay.
std::string without_links(std::string text) {
  for (std::size_t middle = text.find("]("); middle != std::string::npos;
       middle = text.find("](", middle)) {
    const std::size_t first = text.rfind('[', middle);
    const std::size_t last = text.find(')', middle);
    if (first == std::string::npos || last == std::string::npos) break;
    text.erase(middle, last - middle + 1);
    text.erase(first, 1);
    middle = first;
  }
  return text;
}

/// The words of a cell: no code marks, no emphasis.
std::string plain(const std::string& cell) {
  std::string text;
  bool code = false;
  for (const char letter : trimmed(cell)) {
    if (letter == '`') code = !code;
    const bool emphasis = letter == '*' && !code;
    if (letter != '`' && !emphasis) text += letter;
  }
  return trimmed(without_links(text));
}

/// The cells of `| a | b |`; none if the line is no row.
Cells cells_of(const std::string& line) {
  const std::string row = trimmed(line);
  if (!row.starts_with('|')) return {};
  Cells cells(1);
  for (std::size_t place = 1; place < row.size(); ++place) {
    const bool escaped = row[place] == '\\' && place + 1 < row.size() && row[place + 1] == '|';
    if (escaped) {
      cells.back() += row[++place];
    } else if (row[place] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += row[place];
    }
  }
  if (trimmed(cells.back()).empty()) cells.pop_back();
  return cells;
}

/// `|---|:--:|`
bool is_rule(const Cells& cells) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find('-') != std::string::npos &&
           cell.find_first_not_of(" -:") == std::string::npos;
  });
}

bool names_basis(const Cells& row) {
  return std::any_of(kTags.begin(), kTags.end(),
                     [&](const char* tag) { return row.back().find(tag) != std::string::npos; });
}

/// Tables of the text: rows of cells below their rule, in order.
std::vector<std::vector<Cells>> tables_of(const std::string& markdown) {
  std::vector<std::vector<Cells>> tables;
  std::istringstream stream(markdown);
  bool inside = false;
  for (std::string line; std::getline(stream, line);) {
    Cells cells = cells_of(line);
    if (cells.empty()) {
      inside = false;
    } else if (is_rule(cells)) {
      inside = true;
      tables.emplace_back();
    } else if (inside) {
      tables.back().push_back(std::move(cells));
    }
  }
  return tables;
}

/// What the rows say that have enough cells.
std::vector<ReportRow> rows_of(const std::vector<Cells>& table) {
  std::vector<ReportRow> rows;
  for (const Cells& cells : table) {
    if (cells.size() < 3) continue;
    // with or without a column of numbers in front
    const std::size_t first = cells.size() >= 4 ? 1 : 0;
    rows.push_back({.number = first == 1 ? plain(cells.front()) : std::string{},
                    .report = plain(cells[first]),
                    .scenario = plain(cells[first + 1]),
                    .basis = plain(cells[first + 2])});
  }
  return rows;
}

}  // namespace

std::vector<ReportRow> parse_report_page(const std::string& markdown) {
  const auto tables = tables_of(markdown);
  const auto found =
      std::find_if(tables.begin(), tables.end(), [](const std::vector<Cells>& table) {
        return std::any_of(table.begin(), table.end(), names_basis);
      });
  return found == tables.end() ? std::vector<ReportRow>{} : rows_of(*found);
}

std::vector<ReportRow> read_report_page(const std::string& scenario_file) {
  if (scenario_file.empty()) return {};
  const auto page = std::filesystem::path(scenario_file).replace_extension(".md");
  std::ifstream stream(page, std::ios::binary);
  if (!stream) return {};
  std::string text(kMostBytes, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return parse_report_page(text);
}

}  // namespace detente::ui
