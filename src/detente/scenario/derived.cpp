#include "detente/scenario/derived.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "detente/scenario/stage_view.hpp"

namespace detente::detail {
namespace {

/// The actor's utility of every combination of options on the issues that matter to it, in no
/// order; summed issue by issue, as everywhere.
std::vector<double> utilities(const Scenario& scenario, const Actor& actor, double salience) {
  std::vector<double> sums{0.0};
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    const Position& position = actor.positions[issue];
    const double weight = position.salience / salience;
    if (weight == 0.0) continue;
    const auto options = static_cast<int>(scenario.issues[issue].options.size());
    std::vector<double> values;
    values.reserve(scenario.issues[issue].options.size());
    for (int option = 0; option < options; ++option) {
      values.push_back(weight * option_value(scenario.issues[issue], position, option));
    }
    std::vector<double> longer;
    longer.reserve(sums.size() * values.size());
    for (const double sum : sums) {
      for (const double value : values) longer.push_back(sum + value);
    }
    sums = std::move(longer);
  }
  return sums;
}

/// The utility below which lies that share of all packages.
double quantile(const Scenario& scenario, const Actor& actor, double share) {
  double salience = 0.0;
  for (const Position& position : actor.positions) salience += position.salience;
  if (!(salience > 0.0)) return 0.0;
  std::vector<double> sums = utilities(scenario, actor, salience);
  if (sums.empty()) return 0.0;
  const double packages = count_packages(scenario);
  // a share such as 0.07 of 100 is meant as exactly 7
  const double place = std::min(packages - 1.0, std::ceil(share * packages - 1e-9));
  // what an issue without weight adds are copies: as many of each utility
  const double copies = packages / static_cast<double>(sums.size());
  const auto index = static_cast<std::ptrdiff_t>(std::floor((place + 0.5) / copies));
  std::nth_element(sums.begin(), sums.begin() + index, sums.end());
  return std::clamp(sums[static_cast<std::size_t>(index)], 0.0, 1.0);
}

}  // namespace

double count_packages(const Scenario& scenario) {
  double packages = 1.0;
  for (const Issue& issue : scenario.issues) packages *= static_cast<double>(issue.options.size());
  return packages;
}

void derive(Scenario& scenario) {
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    derive(scenario, static_cast<int>(actor));
  }
}

void derive(Scenario& scenario, int actor) {
  Actor& own = scenario.actors[actor];
  if (own.walk_away_share) own.walk_away = quantile(scenario, own, *own.walk_away_share);
}

}  // namespace detente::detail
