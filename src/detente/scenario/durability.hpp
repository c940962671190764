#pragma once

#include <vector>

#include "detente/scenario/distribution.hpp"

namespace detente {

/// What one issue contributes to detection, credibility or response.
struct Lever {
  int issue = 0;
  std::vector<double> level{};  ///< By option, each in [0, 1].
};

/// A party to the ceasefire that may be tempted to break it.
struct Violator {
  int actor = 0;
  Distribution gain{};  ///< Temptation at an opportunity, in the unit of Durability::cost.
};

/// The section `durability`: what an agreement would have to hold against (docs/durability.md).
struct Durability {
  std::vector<Violator> violators{};  ///< In the order of the actors, one at most for each.
  double cost = 1.0;                  ///< What a full response costs a violator, >= 0.
  std::vector<Lever> detection{};     ///< In the order of the issues; several levers combine as 1 -
                                      ///< product of (1 - level).
  std::vector<Lever> credibility{};
  std::vector<Lever> response{};
  double opportunities_per_year = 1.0;  ///< >= 0.
  double fatigue = 0.0;                 ///< Share of the credibility lost every year, in [0, 1].
};

}  // namespace detente
