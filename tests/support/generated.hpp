#pragma once

#include <string>

namespace detente::support {

/// How large generated talks are. The options per issue follow from it: three, or two where there
/// are many issues.
struct TalksSize {
  int actors = 12;
  int issues = 6;
  int rounds = 30;
};

/// A valid scenario in one stage that goes on to its last round without a deal: the same text
/// every time. Titles are long, and in all three languages.
std::string generated_talks(const TalksSize& size);

}  // namespace detente::support
