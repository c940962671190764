#include "detente/scenario/import/imported.hpp"

#include <algorithm>
#include <string_view>

#include "detente/core/text.hpp"

namespace detente::detail {

PlaceFinder::PlaceFinder(const std::string& text) : text_(text) {
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (text[place] == '\n') lines_.push_back(place + 1);
  }
}

Mark PlaceFinder::at(std::size_t byte) const {
  const std::size_t place = std::min(byte, text_.size());
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), place) - 1;
  const std::string before = text_.substr(*line, place - *line);
  return {static_cast<int>(line - lines_.begin()) + 1, count_letters(before) + 1};
}

void fault_at(Faults& faults, Code code, Mark mark, const std::string& path, std::string message) {
  faults.error(code, mark, {path, {}}, std::move(message));
}

std::optional<double> number_at(Faults& faults, const std::string& text, Mark mark,
                                const std::string& path) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  const std::size_t last = text.find_last_not_of(" \t\n");
  const auto number = first == std::string::npos
                          ? std::optional<double>{}
                          : parse_number(std::string_view(text).substr(first, last + 1 - first));
  if (!number) fault_at(faults, Code::not_a_number, mark, path, "'" + text + "' is not a number");
  return number;
}

}  // namespace detente::detail
