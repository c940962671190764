#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente::ui {

/// Where a choice of the scenario comes from, as its author says: in the report, one step from it,
/// or neither. The number itself is an assumption in any case.
enum class Basis { reported, inferred, assumed };
constexpr std::array kBases{Basis::reported, Basis::inferred, Basis::assumed};

/// A `because` taken apart: "[reported] offered troops".
struct Because {
  Basis basis = Basis::assumed;
  bool given = false;   ///< False: nothing is said.
  std::string words{};  ///< Without the tag, in the language asked for.
};

/// The word of a tag that a text begins with: "reported"; empty if it begins with none.
std::string_view tag_of(std::string_view text);

/// @param because  its tag may stand in any language that has one; without a tag it is assumed.
Because read_because(const Text& because, Language language);

/// One number, or pair of numbers, that somebody chose.
struct Claim {
  enum class Kind { position, power, walk_away, tie };

  Kind kind{};
  int actor = -1;  ///< Not of a tie.
  int issue = -1;  ///< Of a position.
  int tie = -1;    ///< Of a tie, by its place in Scenario::ties.
  Basis basis = Basis::assumed;
  bool given = false;  ///< Whether the author gives a reason.

  bool operator==(const Claim&) const = default;
};

/// Every claim in file order: of each actor its positions, power and walk-away, then the ties.
std::vector<Claim> claims_of(const Scenario& scenario);

/// How many rest on each basis, by Basis.
std::array<int, kBases.size()> count_by_basis(const std::vector<Claim>& claims);

}  // namespace detente::ui
