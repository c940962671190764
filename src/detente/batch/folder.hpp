#pragma once

#include "detente/batch/database.hpp"
#include "detente/batch/inputs_file.hpp"
#include "detente/batch/run_batch.hpp"

// Private to the library's sources: steps that running and merging share.
namespace detente::detail {

/// Compares the experiment with what the folder was begun with, or begins it; false if it may not
/// go on, and `end` says why. The experiment takes the id of the folder.
bool open_folder(Experiment& experiment, const BatchOptions& options, BatchInputs& kept,
                 BatchEnd& end);

Progress progress_of(const Experiment& experiment, const Tally& tally);

}  // namespace detente::detail
