#pragma once

#include "detente/core/result.hpp"
#include "detente/core/rng.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// The scenario with every `uncertain` path drawn once, keyed by (seed, run, place in the list): a
/// wildcard takes one value for all its matches, or one for each with `each`.
Result<Scenario> draw_uncertain(const Scenario& scenario, std::uint64_t seed, std::uint32_t run);

/// Where the draw of one of those is keyed: its place in the list, and with `each` its match.
DrawAt place_of_draw(int entry, int match);

}  // namespace detente
