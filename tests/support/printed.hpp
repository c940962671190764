#pragma once

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>

#include "detente/core/text.hpp"

namespace detente::support {

/// What a command said, and its exit code.
struct Printed {
  int code = 0;
  std::string out{};
  std::string messages{};

  bool says(const std::string& words) const { return out.find(words) != std::string::npos; }
};

/// Calls a command as main() does.
template <typename Options>
Printed printed(const Options& options,
                int (*command)(const Options&, std::ostream&, std::ostream&)) {
  std::ostringstream out;
  std::ostringstream messages;
  const int code = command(options, out, messages);
  return {code, out.str(), messages.str()};
}

/// Letters of the longest line.
inline int widest_line(const std::string& text) {
  int widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, count_letters(line));
  }
  return widest;
}

}  // namespace detente::support
