#pragma once

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

// What the panes about packages and assumptions show and what takes longer than a frame. Each of
// these starts what is wanted now and not there yet, and returns at once.
namespace detente::ui {

/// All of those below.
void think_depth(Desk& desk, Jobs& jobs);

/// A package that is better for all than the deal of the current branch.
void think_improvement(const Desk& desk, Jobs& jobs);
/// Frontier and solution points of the stage under the playhead, and the cloud of its packages.
void think_solutions(Desk& desk, Jobs& jobs);
/// The file or draw whose numbers stand beside those of the branch.
void think_swap(Desk& desk, Jobs& jobs);

}  // namespace detente::ui
