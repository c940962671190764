#pragma once

#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/text.hpp"

namespace detente {

/// Something that a new scenario is about.
struct BlueprintIssue {
  std::string title{};
  std::vector<std::string> options{};  ///< Titles, from one end of the axis to the other.
};

/// What somebody has in mind who begins a scenario: titles in one language, no numbers yet.
struct Blueprint {
  std::string title{};
  Language language = Language::en;
  std::vector<std::string> actors{};  ///< Titles.
  std::vector<BlueprintIssue> issues{};
  int rounds = 20;
  std::string model = "coalition";
};

/// The text of a scenario that loads and can be played: every number stands there to be changed,
/// ids are made of the titles, comments speak the blueprint's language. Diagnostics name what is
/// missing, too much or there twice, by its place in the blueprint: `issues[0].options[1]`.
Result<std::string> draft(const Blueprint& blueprint);

}  // namespace detente
