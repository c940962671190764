#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/batch/database.hpp"
#include "detente/batch/experiment.hpp"
#include "detente/batch/files.hpp"
#include "detente/batch/inputs_file.hpp"

// Private to the library's sources: what stands in a folder once all runs are there.
namespace detente::detail {

/// Facts of the machine and the moment, by name: they differ each time.
using Where = std::vector<std::pair<std::string, Cell>>;

/// Refuses a new `runs.csv` that is not the one of which a sound `manifest.json` speaks, and takes
/// drafts away. @pre  the folder is locked.
/// @param source  what it was made of, as messages name it.
/// @throws FileFault  which names both digests.
void expect_as_sealed(const std::string& folder, const Layout& layout, NewFile& csv,
                      const std::string& source);

/// Writes `runs.csv` from `results.sqlite`, row by row.
/// @throws FileFault  also if a row is missing, or as expect_as_sealed().
void write_csv(const std::string& folder, const Layout& layout);

/// Writes `manifest.json`, which seals the folder. @pre  runs.csv and inputs.json are there.
void write_manifest(const std::string& folder, const Experiment& experiment,
                    const BatchInputs& inputs, const Tally& tally, const Where& where);

/// Whether a sound `manifest.json` of this batch says that it is complete.
bool was_sealed(const std::string& folder, const Layout& layout);

/// How many rows the batch of a folder has, if the manifest says that it is complete and both
/// `runs.csv` and the database are as it says.
std::optional<Tally> sealed(const std::string& folder, const Layout& layout);

}  // namespace detente::detail
