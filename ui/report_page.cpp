#include "ui/report_page.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace detente::ui {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::array kTags{"[reported", "[inferred", "[assumed"};
using Cells = std::vector<std::string>;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

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

}  // namespace

std::vector<ReportRow> parse_report_page(const std::string& markdown) {
  for (const auto& table : tables_of(markdown)) {
    if (std::none_of(table.begin(), table.end(), names_basis)) continue;
    std::vector<ReportRow> rows;
    for (const Cells& cells : table) {
      // with or without a column of numbers in front
      const std::size_t first = cells.size() >= 4 ? 1 : 0;
      if (cells.size() < 3) continue;
      rows.push_back({.number = first == 1 ? plain(cells.front()) : std::string{},
                      .report = plain(cells[first]),
                      .scenario = plain(cells[first + 1]),
                      .basis = plain(cells[first + 2])});
    }
    return rows;
  }
  return {};
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
