#pragma once

#include <string>

namespace detente::ui {

/// The text without the blanks around it.
inline std::string trimmed(const std::string& text) {
  constexpr auto kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace detente::ui
