#pragma once

#include <string>

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

// What workspaces 2 and 5 show and what takes longer than a frame. Each of these starts what is
// wanted now and not there yet, and returns at once.
namespace detente::ui {

/// All of those below.
void think_analysis(Desk& desk, Jobs& jobs);

void think_comparison(Desk& desk, Jobs& jobs);
void think_zones(Desk& desk, Jobs& jobs);
void think_density(Desk& desk, Jobs& jobs);
/// Two rows of the map at a time, so that it can be seen to grow.
void think_outcome_map(Desk& desk, Jobs& jobs);

/// Counts the packages of the tables, for the two parties named there.
std::shared_ptr<const Density> count_packages(Density density);

/// The map as far as it is computed, or an empty text.
std::string outcome_map_csv(const Desk& desk);

}  // namespace detente::ui
