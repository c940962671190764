#include <filesystem>
#include <fstream>

#include "detente/core/text.hpp"
#include "detente/scenario/game_specs.hpp"

// A file of numbers beside a scenario. What it says is never shown, only where it is wrong: a
// scenario of somebody else's may name any file.
namespace detente::detail {
namespace {

constexpr std::size_t kLongestLine = 100;

std::string file_beside(const std::string& scenario, const std::string& name) {
  const std::size_t folder = scenario.find_last_of('/');
  return folder == std::string::npos ? name : scenario.substr(0, folder + 1) + name;
}

bool is_regular(const std::string& file) {
  std::error_code fault;
  // a pipe would never end, a folder has no lines
  return std::filesystem::is_regular_file(file, fault);
}

/// One line without its end; false at the end of the file. A line that is too long for a number
/// becomes one that is none.
bool next_line(std::istream& stream, std::string& line) {
  line.clear();
  char letter = '\0';
  while (stream.get(letter) && letter != '\n') {
    if (line.size() <= kLongestLine) line += letter;
  }
  if (line.size() > kLongestLine) line = "?";
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return stream.good() || !line.empty();
}

std::string trimmed(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") + 1 - first);
}

}  // namespace

std::optional<std::vector<double>> read_table_file(Reader& reader, const Value& name,
                                                   std::size_t entries) {
  const auto fail = [&](Code code, std::string message, std::string hint = {}) {
    reader.error(code, name.mark, std::move(message), std::move(hint));
    return std::optional<std::vector<double>>{};
  };
  const std::string title = '\'' + name.scalar + '\'';
  if (name.scalar.starts_with('/') || name.scalar.find('\\') != std::string::npos) {
    return fail(Code::cannot_open, "the table " + title + " must stand beside the scenario",
                "write its path from there");
  }
  const std::string scenario = reader.places() == nullptr ? std::string{} : reader.places()->file;
  const std::string file = file_beside(scenario, name.scalar);
  if (!is_regular(file)) return fail(Code::cannot_open, "cannot open the table '" + file + '\'');
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(Code::cannot_open, "cannot open the table '" + file + '\'');
  std::vector<double> table;
  int number = 0;
  for (std::string line; next_line(stream, line);) {
    ++number;
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const auto worth = worth_of(text);
    if (!worth || table.size() >= entries) {
      return fail(worth ? Code::too_many : Code::not_a_number,
                  "line " + std::to_string(number) + " of " + title +
                      (worth ? " is one number too many: there must be " + std::to_string(entries)
                             : std::string(" is not a number")));
    }
    table.push_back(*worth);
  }
  if (table.size() == entries) return table;
  return fail(Code::too_few, "the table " + title + " must have " + std::to_string(entries) +
                                 " numbers, has " + std::to_string(table.size()));
}

}  // namespace detente::detail
