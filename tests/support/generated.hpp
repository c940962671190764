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

/// Talks of a crowd: one stage of 20 rounds, ten issues and 100,000 packages, a quorum of power, a
/// tenth of all possible ties. The same text every time; nothing in it is neatly ordered.
std::string generated_crowd(int actors);

/// A valid scenario in one stage that goes on to its last round without a deal: the same text
/// every time. Titles are long, and in all three languages.
std::string generated_talks(const TalksSize& size);

}  // namespace detente::support
