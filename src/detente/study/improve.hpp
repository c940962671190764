#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/sim/simulate.hpp"

namespace detente {

/// How a deal could be made better for somebody and worse for nobody.
struct Improvement {
  int stage = 0;               ///< The stage that agreed it.
  int deal = -1;               ///< Index of the package agreed.
  int better = 0;              ///< Packages of the frontier that are better; 0: the deal is on it.
  int package = -1;            ///< The one to show: the largest product of its signatories' gains
                               ///< u - d, first index; -1 if there is none.
  std::vector<int> before{};   ///< Option per issue of the scenario: the deal.
  std::vector<int> after{};    ///< Likewise: the package to show; empty if there is none.
  std::vector<int> parties{};  ///< Of the stage.
  std::vector<double> utilities{};  ///< Of each party at the package to show; else at the deal.
  std::vector<double> gains{};      ///< Utility there less utility of the deal, >= 0.
};

/// Packages that are worth at least as much as the deal to every party of the stage, more to one,
/// take nobody across a red line that the deal respects, and are on the frontier of all such
/// packages. One pass over the packages; exact comparisons.
/// @param standings    of the parties in the round of the agreement.
/// @param signatories  actors that accepted it.
Improvement improve(const StageTables& tables, std::span<const Standing> standings, int deal,
                    const std::vector<int>& signatories);

/// The deal that a run left in force, improved: the last one agreed. Nothing if none is in force,
/// or the trace was read from a file that does not hold its tables.
std::optional<Improvement> improve(const Trace& trace);

/// The same for a run that is played without being written down.
/// Diagnostics as simulate() has them.
Result<std::optional<Improvement>> improve(const Scenario& scenario, const Run& run);

/// {stage, on_frontier, better, index, package, utilities, gains, changes} on one line; "null" for
/// nothing.
std::string to_json(const Scenario& scenario, const std::optional<Improvement>& improvement);

}  // namespace detente
