#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/desk.hpp"

// The batch folder that workspace 4 shows. Nothing here reads it: that is done by think_batch().
namespace detente::ui {

/// Shows a batch folder from now on, also one that is still being written.
void open_batch(Desk& desk, const std::string& folder);

/// What was let fall onto the window: a folder is opened as a batch; any other file fills the
/// dialog that opens scenarios.
void take_dropped(Desk& desk, const std::string& path);

/// Seconds pass, whether anything is drawn or not.
void batch_waits(Desk& desk, float seconds);

/// Whether the folder is to be looked at now: it was just named, or it is shown, not complete and
/// was looked at a second or more ago (large ones more rarely).
bool batch_due(const Desk& desk);

/// Folders near the scenario that look like batches, by name.
std::vector<std::string> batch_folders(const Desk& desk);

/// The run that is selected, as a place in the results; -1 without one.
std::int64_t selected_row(const BatchState& batch);

/// How many branches would be closed by opening a run: 0 if the batch is of the scenario that is
/// open.
int branches_at_stake(const Desk& desk);

// The command lines that reproduce what is shown; empty while nothing is.
std::string batch_command(const Desk& desk);    ///< `detente batch run PLAN -o DIR`
std::string map_command(const Desk& desk);      ///< `detente sensitivity DIR --map X,Y`
std::string tornado_command(const Desk& desk);  ///< `detente sensitivity DIR --metric M`

}  // namespace detente::ui
