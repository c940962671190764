#include "detente/study/effort.hpp"

#include <algorithm>

namespace detente {
namespace {

constexpr double kPlayed = 1e9;
constexpr double kRethought = 2e10;

/// Utilities of one round of a stage, with every issue open.
double utilities_of(const Scenario& scenario, const Stage& stage) {
  auto utilities = static_cast<double>(stage.parties.size());
  for (const int issue : stage.issues) {
    utilities *= static_cast<double>(scenario.issues[issue].options.size());
  }
  return utilities;
}

}  // namespace

int affordable_worlds(const Scenario& scenario, int worlds) {
  double world = 1.0;
  for (const Stage& stage : scenario.stages) world += utilities_of(scenario, stage) * stage.rounds;
  if (world * worlds <= kPlayed) return worlds;
  return std::min(worlds, std::max(1, static_cast<int>(kPlayed / world)));
}

bool can_rethink(const StageTables& tables, std::size_t fields, int steps) {
  const double utilities = static_cast<double>(tables.parties.size()) * tables.grid.packages();
  return utilities * static_cast<double>(fields) * 2.0 * steps <= kRethought;
}

}  // namespace detente
