#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "detente/batch/experiment.hpp"

namespace detente {

/// What some runs of a plan cost, played before all others to know what is to come.
struct Pilot {
  std::int64_t runs = 0;
  std::int64_t failed = 0;
  double seconds = 0.0;        ///< For all of them, one after the other.
  std::int64_t csv_bytes = 0;  ///< Their lines in runs.csv.
  std::int64_t numbers = 0;    ///< Their numbers in the series.

  double seconds_per_run() const { return per_run(seconds); }
  double bytes_per_row() const { return per_run(static_cast<double>(csv_bytes)); }
  double numbers_per_run() const { return per_run(static_cast<double>(numbers)); }

 private:
  double per_run(double sum) const { return runs > 0 ? sum / static_cast<double>(runs) : 0.0; }
};

/// Plays runs that lie evenly over the plan: at most so many, at least one, and none more once
/// `seconds` have passed.
/// @param clock  seconds since some moment in the past.
Pilot play_pilot(const Experiment& experiment, std::int64_t runs, double seconds,
                 const std::function<double()>& clock);

/// How much a plan is: its numbers, its columns, and what the pilot lets expect.
struct PlanSummary {
  std::int64_t points = 0;
  std::int64_t runs = 0;
  std::int64_t shards = 0;
  int threads = 1;
  Pilot pilot{};

  /// Of all runs, with all threads.
  double seconds() const;
  /// Size of runs.csv.
  double csv_bytes() const;
};

PlanSummary summary_of(const Experiment& experiment, const Pilot& pilot, int threads);

/// The summary as people read it, several lines.
std::string plan_text(const Experiment& experiment, const PlanSummary& summary);

/// The same as JSON: `detente/batch-plan/1`.
std::string plan_json(const Experiment& experiment, const PlanSummary& summary);

}  // namespace detente
