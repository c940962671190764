#pragma once

#include "detente/core/stop.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {

/// Which numbers a nearby world shakes, and how far, in parts of each field's range.
struct Shake {
  double part = 0.02;
  bool everything = false;    ///< Power, ties, exponents and susceptibilities too.
  std::uint32_t purpose = 1;  ///< Keeps its draws apart from those of other studies.
};

/// A world near to a scenario: every walk-away, salience, ideal and value moved by a uniform draw
/// within +-part of its range, clamped to its range. The draws are keyed by (seed, world, field),
/// so the same world is shaken the same way whatever else was edited.
Scenario nearby_world(const Scenario& scenario, std::uint64_t seed, std::uint32_t world,
                      const Shake& shake = {});

/// In how many of `worlds` nearby worlds the run ends with the same `agreed` in the same stage as
/// `outcome`: full re-runs, each from the start.
/// @param scenario  with the edits from the start made; those of `run` that have a place act on
///                  top of the shaken numbers.
/// @return  -1 if it was asked to stop.
int holds(const Scenario& scenario, const Run& run, const Outcome& outcome, int worlds,
          const Stop& stop = {});

}  // namespace detente
