#pragma once

#include <span>
#include <vector>

#include "detente/coalition/zone.hpp"

namespace detente {

/// A minimal set of parties whose consent would open the zone, and what it takes.
struct BlockingSet {
  ActorSet who = 0;
  double shortfall = 0.0;  ///< The least equal fall of their thresholds that opens the zone;
                           ///< infinite if only their red lines stand in the way.
  int package = -1;        ///< The first package that then could be agreed; -1 if none.
};

/// The minimal blocking sets by size, then mask; empty if the zone is not. Above 8 parties
/// only those of up to 4 members, above 20 only single parties.
std::vector<BlockingSet> blocking_sets(const Acceptance& acceptance, const Rule& rule,
                                       std::span<const Judgement> parties, ActorSet table);

}  // namespace detente
