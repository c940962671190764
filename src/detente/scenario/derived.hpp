#pragma once

#include "detente/scenario/scenario.hpp"

// Numbers of a scenario that follow from others of it.
namespace detente::detail {

/// How many packages there are over all issues.
double count_packages(const Scenario& scenario);

/// Puts the numbers of all actors in step: a walk-away that is given as a share.
/// @pre  count_packages() is at most kMaxPackages if any actor gives a share.
void derive(Scenario& scenario);

/// As above for one actor; costs nothing if it gives no share.
void derive(Scenario& scenario, int actor);

}  // namespace detente::detail
