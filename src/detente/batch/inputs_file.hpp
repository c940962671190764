#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/batch/experiment.hpp"

// Private to the library's sources: what a batch folder was begun with, in `inputs.json`.
namespace detente::detail {

/// The texts stand in the folder themselves, so that it can be read and continued on its own.
struct BatchInputs {
  std::string plan_file{};
  std::string plan_text{};
  std::string points_text{};  ///< Of a CSV that the plan's list reads.
  std::string scenario_file{};
  std::string scenario_text{};
  std::string engine{};  ///< Version of the library.
  std::string id{};
  std::uint64_t seed = 1;
  std::int64_t runs = 0;
  int shards = 0;         ///< Into how many it is cut; 0: it is not.
  std::string command{};  ///< That makes the folder, as people type it.
};

BatchInputs inputs_of(const Experiment& experiment, int shards, const std::string& folder);

/// Those of a folder; nothing if it is none yet.
/// @throws FileFault  if the file cannot be read or is none of ours.
std::optional<BatchInputs> read_inputs(const std::string& folder);

/// Writes them, unless somebody else has done so meanwhile: then false.
bool write_inputs(const std::string& folder, const BatchInputs& inputs);

/// The plan as the folder keeps it.
Result<LoadedPlan> plan_of(const BatchInputs& inputs);

/// What cannot be changed once a batch has begun, a line for each thing: "scenario changed since
/// this batch began: actors.us.walk_away was 0.6, is 0.61".
std::vector<std::string> changes_between(const BatchInputs& kept, const LoadedPlan& now,
                                         int shards);

}  // namespace detente::detail
