#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detente/coalition/rule.hpp"
#include "detente/coalition/set_column.hpp"
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
  int parties = 0;
  SetColumn who{};                   ///< By package.
  std::vector<Occupied> occupied{};  ///< By increasing set; the empty set is left out.
};

/// m(p) = the parties with utility >= threshold - 1e-12, one judgement per party, at most 256.
/// @complexity  O(packages x parties); sets are counted in one table while that has no more than
///              some entries a package, by sorting above.
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

/// The maximal sets among the m(p), by increasing set. If is_truncated(), only among the 200 sets
/// that stand behind most packages (ties: the lower set first).
std::vector<ActorSet> maximal_blocs(const Acceptance& acceptance);

/// Whether there are too many parties and sets to look at all of them: above 20 parties and 200
/// sets.
bool is_truncated(const Acceptance& acceptance);

/// The largest set that can agree on something now; the lowest mask on ties; 0 if none.
ActorSet largest_bloc(const Acceptance& acceptance);

}  // namespace detente
