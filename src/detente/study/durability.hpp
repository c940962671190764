#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/bargain/durability.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// Years that a curve of survival covers.
constexpr int kSurvivalYears = 20;

/// The change of one option that deters most.
struct WeakestLink {
  enum class Link { detection, credibility, response };

  Link link = Link::detection;
  int issue = 0;
  int from = 0;                                  ///< Option of the package.
  int to = 0;                                    ///< The next firmer one: the least level above.
  double deterrence = 0.0;                       ///< With it.
  double first_year = 0.0;                       ///< P(it lasts a year) with it.
  std::vector<std::pair<int, double>> change{};  ///< (party, utility with it less utility without).

  /// The parties that it would cost something, and who would have to accept it all the same.
  std::vector<int> losers() const;
};

/// How long an agreement on one package would last under the scenario's assumptions.
struct PackageLife {
  std::vector<int> package{};  ///< Option per issue of the scenario; -1 = not settled.
  Deterrent deterrent{};
  Life life{};
  std::optional<WeakestLink> weakest{};       ///< Nothing if no option would deter more.
  bool in_force = false;                      ///< It is what the run ended with.
  std::vector<std::pair<int, int>> offers{};  ///< (stage, round) in which it was on the table.
};

/// Of one package.
/// @param stage  its parties are those whose gains and losses WeakestLink::change tells.
/// @return  nothing if the scenario has no section `durability`.
std::optional<PackageLife> life_of_package(const Scenario& scenario, int stage,
                                           const std::vector<int>& package);

/// Of every package on the table and of what the run ended with, by the numbers of its last round,
/// each once, in order of first appearance. An offer is taken with what earlier stages settled.
/// Empty without a section `durability`.
std::vector<PackageLife> durability_of(const Trace& trace);

/// The numbers that a run ended with.
std::shared_ptr<const Scenario> closing_scenario(const Trace& trace);

/// The one that is in force, or nullptr.
const PackageLife* life_in_force(const std::vector<PackageLife>& lives);

/// "detection", "credibility" or "response".
std::string_view link_name(WeakestLink::Link link);

/// {package: {deterrence, compliance{actor}, hazard, median_years, survival[20], ...}} as one JSON
/// line; the key names the option of every issue, joined by commas, - where it is not settled.
/// Empty without a section `durability`.
std::string durability_json(const Trace& trace);

/// The same map for packages of a stage, such as a frontier, without `in_force` and `offers`.
/// @param packages  indices among those of the stage.
std::string durability_json(const Scenario& scenario, const StageTables& tables,
                            std::span<const int> packages);

/// The object of one package as one JSON line.
std::string to_json(const Scenario& scenario, const PackageLife& life);

}  // namespace detente
