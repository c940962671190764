#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detente/coalition/rule.hpp"
#include "detente/core/actor_set.hpp"

namespace detente {

/// What one party thinks of every package: utilities by package index, minus infinity where a red
/// line forbids it, and the least utility that it would accept now (+infinity: nothing).
struct Judgement {
  std::span<const double> utility{};
  double threshold = 0.0;
};

/// A set of parties that exactly accepts some packages.
struct Occupied {
  ActorSet who = 0;
  std::int64_t count = 0;  ///< Packages that these parties and no others accept.
};

/// Who accepts what: m(p) for every package p, and the sets that occur.
struct Acceptance {
  std::vector<ActorSet> who{};       ///< By package.
  std::vector<Occupied> occupied{};  ///< By increasing set; the empty set is left out.
};

/// m(p) = the parties with utility >= threshold - 1e-12, one judgement per party, at most 64.
/// @complexity  O(packages x parties); sets are counted in one table up to 16 parties, by sorting
///              above.
/// @source      docs/model-offers.md, "the aspiration view".
Acceptance acceptance(std::span<const Judgement> parties);

/// Adds parties to m(package): what their thresholds alone would not accept.
void also_accepted(Acceptance& acceptance, int package, ActorSet by);

/// How many packages every coalition can agree on: entry S = |{p : S is inside m(p)}|, for all
/// 2^parties sets.
/// @pre  parties <= 20
std::vector<std::int64_t> zone_sizes(const Acceptance& acceptance, int parties);

/// How many packages some winning set accepts.
std::int64_t zone_size(const Acceptance& acceptance, const Rule& rule);

/// The maximal sets among the m(p), by increasing set.
std::vector<ActorSet> maximal_blocs(const Acceptance& acceptance);

/// The largest set that can agree on something now; the lowest mask on ties; 0 if none.
ActorSet largest_bloc(const Acceptance& acceptance);

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
