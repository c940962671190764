#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "detente/bargain/frontier.hpp"

namespace detente {

/// Points of the frontier that a theory of bargaining singles out. "Kalai" means different things
/// in different programs: here the names are these, and every one is told with its definition.
enum class Point {
  nash,                  ///< Largest product of gains u - d.
  kalai_smorodinsky,     ///< Largest least share (u - d)/(m - d) of the best rational gain.
  ks_spread,             ///< Least spread between the shares (u - d)/(M - d).
  egalitarian,           ///< Largest least gain u - d.
  utilitarian,           ///< Largest sum of utilities.
  relative_utilitarian,  ///< Largest sum of the shares (u - d)/(M - d).
};

constexpr std::array<std::string_view, 6> kPointNames{
    "nash", "kalai_smorodinsky", "ks_spread", "egalitarian", "utilitarian", "relative_utilitarian"};

/// What is bargained over: utilities by package, one column a party.
struct Bargain {
  UtilityColumns utilities{};
  UtilityColumns judged{};              ///< As utilities, minus infinity outside red lines.
  std::span<const double> walk_away{};  ///< r of each party.
};

/// What can be said of a bargain as such. Packages are indices; without a rational package the
/// frontier and every set of points are empty: no zone at walk-away.
struct SolutionPoints {
  std::vector<double> walk_away{};     ///< r of each party.
  std::vector<double> disagreement{};  ///< d = max(r, least utility of any package).
  std::vector<double> least{};         ///< Least utility of any package.
  std::vector<double> best{};          ///< M: largest utility of any package.
  std::vector<double> ideal{};         ///< m: largest utility of a rational package; may be empty.
  std::vector<int> no_gain{};   ///< Parties whose m or M is their d: their share counts as 1.
  int rational = 0;             ///< Packages worth r to all, inside all red lines.
  std::vector<int> frontier{};  ///< By decreasing sum of utilities, then index.
  std::array<std::vector<int>, kPointNames.size()> points{};  ///< By Point, ascending.
  double opposition = 0.0;    ///< Least distance of (1 - u/M) from 0; 0 without a frontier.
  double max_distance = 0.0;  ///< D: length of the diagonal of all utilities.
  double max_welfare = 0.0;   ///< Largest sum of utilities on the frontier.

  const std::vector<int>& at(Point point) const { return points[static_cast<std::size_t>(point)]; }
};

/// The frontier and every point on it: all packages within 1e-12 of each optimum.
/// @pre  at least one party, columns of one length, finite utilities.
/// @source  Nash, Econometrica 18 (1950) 155-162, for finite sets Mariotti, Review of Economic
///          Studies 65 (1998) 733-741; Kalai & Smorodinsky, Econometrica 43 (1975) 513-518; Kalai,
///          Econometrica 45 (1977) 1623-1630; Dhillon & Mertens, Econometrica 67 (1999) 471-498.
SolutionPoints solve(const Bargain& bargain);

/// The packages of the frontier with the largest product of (u - d)^(power / largest power), all
/// within 1e-9: bargaining power as weight.
/// @param power  > 0, one a party.
std::vector<int> weighted_nash(const Bargain& bargain, const SolutionPoints& solved,
                               std::span<const double> power);

/// How an outcome lies to the points.
struct OutcomeScores {
  std::vector<double> utilities{};  ///< x: of the package, or the walk-aways without a deal.
  std::vector<double> surplus{};    ///< x - d of each party.
  std::vector<double> regret{};     ///< Utility at the first nash package less x; may be empty.
  double to_frontier = 0.0;         ///< Least Euclidean distance.
  std::array<double, kPointNames.size()> distance{};    ///< Likewise, to each set of points.
  std::array<double, kPointNames.size()> optimality{};  ///< max(0, 1 - distance/D).
  double welfare_optimality = 0.0;  ///< Sum of x over the largest sum on the frontier.
  double fairness = 0.0;            ///< Best optimality of nash, egalitarian and ks_spread.
};

/// Scores of an outcome.
/// @param package  index, or -1 for no deal.
/// @pre  the frontier is not empty.
OutcomeScores score(const Bargain& bargain, const SolutionPoints& solved, int package);

}  // namespace detente
