#include "detente/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <locale>
#include <numeric>
#include <sstream>
#include <utility>

namespace detente {
namespace {

/// Levenshtein distance, counted in bytes: ids are ASCII.
int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t left = 1; left <= a.size(); ++left) {
    int diagonal = std::exchange(row[0], static_cast<int>(left));
    for (std::size_t right = 1; right <= b.size(); ++right) {
      const int change = diagonal + (a[left - 1] == b[right - 1] ? 0 : 1);
      diagonal = std::exchange(row[right], std::min({row[right] + 1, row[right - 1] + 1, change}));
    }
  }
  return row.back();
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) {
    return {};
  }
  // the browser's library has no std::from_chars for doubles; a stream in the classic locale
  // reads the same, once hexadecimals and blanks are kept out
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  double value = 0.0;
  if (!(stream >> value) || !stream.eof() || !std::isfinite(value)) return {};
  return value;
}

std::string show_number(double value) {
  if (value == 0.0) return "0";  // never "-0"
  return fmt::format("{}", value);
}

std::string show_fixed(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text;
}

int count_letters(std::string_view utf8) {
  return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::string pad_right(std::string utf8, int width) {
  const int missing = width - count_letters(utf8);
  if (missing > 0) utf8.append(static_cast<std::size_t>(missing), ' ');
  return utf8;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts(1);
  for (const char letter : text) {
    if (letter == at) {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  return parts;
}

std::string did_you_mean(std::string_view unknown, const std::vector<std::string>& known) {
  const std::string* nearest = nullptr;
  const auto letters = static_cast<int>(unknown.size());
  int least = 1 + std::clamp((letters + 1) / 3, 1, 3);
  for (const std::string& word : known) {
    const int distance = edit_distance(unknown, word);
    if (distance >= least) continue;
    least = distance;
    nearest = &word;
  }
  return nearest == nullptr ? std::string{} : "did you mean '" + *nearest + "'?";
}

}  // namespace detente
