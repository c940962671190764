#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detente/batch/experiment.hpp"
#include "detente/batch/results.hpp"

namespace detente {

/// How one shard of a batch stands. One that is damaged is mended by playing it again.
struct ShardStatus {
  enum class Kind { missing, partial, damaged, done };

  int shard = 1;  ///< From 1.
  Kind kind = Kind::missing;
  Progress progress{};
};

/// How a batch stands.
struct BatchStatus {
  Progress progress{};
  bool sealed = false;                 ///< runs.csv and manifest.json are there and sound.
  std::vector<ShardStatus> shards{};   ///< Empty: it is not cut into shards.
  std::vector<std::string> changes{};  ///< Why the batch would not go on with this experiment.

  /// The first run that is not there, where there are no shards; runs are played in order.
  std::int64_t next_run() const { return progress.done; }
};

/// Looks at a folder and checks every byte of its shards. A folder that is not there has no runs.
/// @param shards  into how many it is to be cut; 0: as it was begun.
/// @throws std::exception  if something cannot be read.
BatchStatus status_of(const Experiment& experiment, const std::string& folder, int shards = 0);

/// The shards that are not done, in order.
std::vector<int> unfinished(const BatchStatus& status);

}  // namespace detente
