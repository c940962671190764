#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "detente/batch/conduct.hpp"
#include "detente/batch/experiment.hpp"
#include "detente/batch/results.hpp"

namespace detente {

/// The most parts that a batch can be cut into.
constexpr int kMostShards = 10'000;

struct BatchOptions {
  std::string folder{};
  int shard = 0;   ///< From 1: plays only this part of...
  int shards = 0;  ///< ...so many. 0: all runs, into one database.
  int threads = 1;
  Stop stop{};
  std::function<double()> clock{};  ///< As ConductOptions::clock.
  /// Of the shard, where it is one. Called by the calling thread, after each block of runs.
  std::function<void(const Progress&)> progress{};
  /// Facts for the manifest that differ each time, by name: host, date, threads.
  std::vector<std::pair<std::string, Cell>> where{};
};

/// How run_batch() or merge_batch() ended.
struct BatchEnd {
  enum class Kind {
    complete,       ///< All runs are there.
    stopped,        ///< Somebody stopped it; the same call goes on.
    changed,        ///< Plan, scenario or engine are not those that the folder was begun with.
    missing_shards  ///< Cannot be merged yet.
  };

  Kind kind = Kind::complete;
  bool was_complete = false;        ///< There was nothing left to do.
  Progress progress{};              ///< Of the shard, where it is one.
  std::vector<std::string> said{};  ///< What has changed, or which shards are missing; else notes.
};

/// Plays all runs of an experiment that a folder does not hold yet, and at the end writes runs.csv
/// and manifest.json. May be killed at any moment: the same call goes on, and the bytes of runs.csv
/// are the same. With a shard: plays that part into a file of its own.
/// @throws std::exception  if something cannot be read or written, or another process is at it.
BatchEnd run_batch(Experiment experiment, const BatchOptions& options);

/// Begins a folder that is cut into options.shards, without playing any: from then on everybody
/// knows how many there are.
BatchEnd begin_batch(Experiment experiment, const BatchOptions& options);

/// Makes of all shards of a folder what one machine would have made.
BatchEnd merge_batch(Experiment experiment, const BatchOptions& options);

}  // namespace detente
