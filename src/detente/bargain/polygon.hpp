#pragma once

#include <vector>

namespace detente {

/// A pair of utilities: of the first and of the second party.
struct UtilityPair {
  double first = 0.0;
  double second = 0.0;
};

/// The points of a continuous bargain between two.
struct PolygonPoints {
  UtilityPair ideal{};  ///< The best of each party that leaves the other its d.
  UtilityPair nash{};   ///< Largest product of gains.
  double nash_product = 0.0;
  UtilityPair kalai_smorodinsky{};         ///< Where the ray from d to the ideal ends.
  UtilityPair egalitarian{};               ///< Where the ray of equal gains ends.
  std::vector<UtilityPair> utilitarian{};  ///< One corner, or both ends of an edge: largest sum.
  double utilitarian_sum = 0.0;
};

/// Bargaining over everything on or below a concave frontier of straight edges.
/// @param frontier      corners by falling first utility and rising second; at least one.
/// @param disagreement  d of both; must lie on or below the frontier.
/// @return  empty sets and d itself everywhere if no point of the frontier is at or above d.
/// @source  Nash, Econometrica 18 (1950) 155-162; Kalai & Smorodinsky, Econometrica 43 (1975)
///          513-518; Kalai, Econometrica 45 (1977) 1623-1630.
PolygonPoints solve_polygon(const std::vector<UtilityPair>& frontier, UtilityPair disagreement);

/// What the first mover gets of a pie of 1 if offers alternate for ever: (1 - b)/(1 - ab).
/// @param first_patience   a: what a pie of tomorrow is worth to the first mover today, in [0, 1).
/// @param second_patience  b: to the other, in [0, 1).
/// @source  Rubinstein, Econometrica 50 (1982) 97-109.
double rubinstein_share(double first_patience, double second_patience);

}  // namespace detente
