#pragma once

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

// All that workspace 4 asks of the batch room. No other file of the window calls it, so that a
// window without that room (in a browser) has only these to leave out.
namespace detente::ui {

/// Reads the folder when it is due, counts for the charts, and spells the command of the run that
/// is selected.
void think_batch(Desk& desk, Jobs& jobs);

/// The run that is selected, as a branch of its scenario in workspace 1. A scenario other than the
/// one that is open takes its place.
void open_run(Desk& desk);

}  // namespace detente::ui
