#pragma once

#include <cstdint>
#include <functional>

#include "detente/batch/experiment.hpp"
#include "detente/batch/sink.hpp"
#include "detente/core/stop.hpp"

namespace detente {

/// Plays one run.
using PlayRun = std::function<RunRow(std::int64_t run)>;

/// How far conduct() is. Counts what it has played itself, and not what was there before.
struct Pace {
  std::int64_t played = 0;
  std::int64_t failed = 0;
};

struct ConductOptions {
  int threads = 1;
  Stop stop{};
  /// Seconds on a clock that only goes forward. Rows do not depend on it: only how many runs a
  /// thread takes at once, and how often rows are flushed. Without one, by numbers of runs alone.
  std::function<double()> clock{};
  std::function<void(const Pace&)> progress{};  ///< Called after each block, by the calling thread.
};

/// Plays the runs from sink.next_run() to before `end` and hands them to the sink in order. The
/// sink gets the same rows for any number of threads. Memory does not grow with the runs.
/// @param player  called once for each thread, by the calling thread.
/// @return false if it was stopped: all that was played in order before is flushed.
/// @throws std::exception  what the sink or a player throws, after flushing what can be.
bool conduct(const std::function<PlayRun()>& player, std::int64_t end, Sink& sink,
             const ConductOptions& options);

/// The same for an experiment, each thread with a Runner of its own. A run in which a promise
/// between parts of the program is broken is a failed row, too.
bool conduct(const Experiment& experiment, std::int64_t end, Sink& sink,
             const ConductOptions& options);

}  // namespace detente
