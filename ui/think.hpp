#pragma once

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

namespace detente::ui {

/// Starts whatever the panes need and what is not computed yet. Called once a frame.
void think(Desk& desk, Jobs& jobs);

}  // namespace detente::ui
