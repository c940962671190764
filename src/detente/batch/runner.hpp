#pragma once

#include <memory>

#include "detente/batch/experiment.hpp"

namespace detente {

/// Plays the runs of an experiment one by one, in any order. Each thread has its own.
class Runner {
 public:
  /// @param experiment  must outlive it.
  explicit Runner(const Experiment& experiment);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// One run: the same row whatever was played before. A run that cannot be played is a row that
  /// says why; only a machine out of memory throws.
  RunRow row(std::int64_t run);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// The scenario of one run, with what varies set, as `detente run` would play it.
Result<Scenario> scenario_of(const Experiment& experiment, std::int64_t run);

/// What varies in one run, as edits: what `--set` would need.
std::vector<Edit> edits_of(const Experiment& experiment, std::int64_t run);

}  // namespace detente
