#pragma once

// Private to the study room: the nearest single change that turns a decision round.

#include <vector>

#include "detente/core/stop.hpp"
#include "detente/scenario/field.hpp"
#include "detente/study/probe.hpp"

namespace detente {

/// How finely a field's range is looked through, and how many draws a flip must survive.
struct FlipSearch {
  int steps = 400;  ///< Grid steps over each field's range, before bisecting.
  int draws = 32;   ///< Keyed draws of +-0.005 of the range on every other number.
  std::uint64_t seed = 1;
  Stop stop{};  ///< Once asked, what has been found so far is given back.
};

/// For every field that the decision can depend on the nearest robust flip, if its range holds one;
/// and for every open issue the nearest other option. By change, then file order. Outcomes are not
/// filled in.
std::vector<Flip> find_flips(const Moment& moment, const FlipSearch& search);

/// The worlds that a flip has to survive: the scenario of the moment with every number shaken.
std::vector<Scenario> robustness_worlds(const Scenario& scenario, const FlipSearch& search);

/// Whether setting the field to `value` turns the decision round, here and in all those worlds.
/// `scenario` and `worlds` are changed and put back.
bool flips_at(const Probe& probe, const Field& field, double value, Scenario& scenario,
              std::vector<Scenario>& worlds);

/// The fields that the decision can depend on.
std::vector<Field> fields_in_play(const Moment& moment, const Probe& probe);

}  // namespace detente
