#pragma once

#include <string>
#include <vector>

#include "detente/scenario/distribution.hpp"
#include "detente/scenario/field.hpp"

// What a distribution gives at a probability: one uniform draw in, one value out.
namespace detente {

/// How far the field at a path may go: what a normal is cut to. [0, 1] of a field that is not
/// known.
FieldRange draw_limits(const Scenario& scenario, const std::string& path);

/// What all fields of the paths can take; empty (low >= high) if that is nothing.
/// @pre  at least one path.
FieldRange draw_limits(const Scenario& scenario, const std::vector<std::string>& paths);

/// The number that the distribution stays below with probability p, 0 <= p < 1; rises with p.
/// @pre  it is no `choice`.
double quantile_of(const Distribution& distribution, double p, const FieldRange& limits);

/// The place of the choice that a uniform draw p falls on, 0 <= p < 1, by the weights.
/// @pre  it is a `choice`.
int choice_at(const Distribution& distribution, double p);

}  // namespace detente
