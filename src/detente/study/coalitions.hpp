#pragma once

#include <string>
#include <vector>

#include "detente/sim/simulate.hpp"

namespace detente {

/// What one coalition could agree on.
struct Zone {
  std::vector<int> coalition{};
  std::int64_t size = 0;
  int index = -1;                   ///< The package with the largest sum of the members' utilities.
  std::vector<int> package{};       ///< Empty if the zone is.
  std::vector<double> utilities{};  ///< Of all parties at that package.
};

/// Who could agree with whom at some moment, and how the ties hold together.
struct CoalitionReport {
  int stage = 0;
  int round = -1;  ///< From 0; -1: at the walk-aways.
  std::vector<int> parties{};
  std::vector<double> thresholds{};
  std::vector<Zone> zones{};  ///< All coalitions up to 12 parties, by size, then mask; else blocs.
  std::vector<std::vector<int>> blocs{};
  std::vector<TraceBlocker> blockers{};
  std::vector<int> members{};         ///< Of the tie graph: parties and advisers.
  std::vector<double> betweenness{};  ///< Of each member.
  std::vector<std::vector<int>> sides{};
  double split_strength = 0.0;
  std::vector<std::vector<int>> components{};
  bool truncated = false;  ///< Zones were left out.
};

/// The coalitions of one stage: at the walk-aways, or as they stood after a round of the run. Later
/// stages keep what the run agreed before.
/// @param stage  index, or -1: the first.
/// @param round  from 0, or -1: thresholds at walk-away.
Result<CoalitionReport> coalitions(const Scenario& scenario, const Run& run, int stage, int round);

/// The document `detente/coalitions/1` on one line.
std::string to_json(const Scenario& scenario, const CoalitionReport& report);

}  // namespace detente
