#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/distribution.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// How one path of a scenario is varied. A path may hold `*`.
struct Vary {
  enum class Kind { range, values, distribution };

  std::string path{};  ///< As written: the name of its column.
  Kind kind = Kind::range;
  double low = 0.0;  ///< Of a range, both ends inclusive.
  double high = 1.0;
  int steps = 0;                ///< Of a range: evenly spaced values; 0 = not given.
  std::vector<Value> values{};  ///< Of values, in order.
  Distribution distribution{};
  bool each = false;  ///< One value for each match of `*`, not one for all.
};

/// Which points of the space that is varied are run.
struct Design {
  enum class Kind { grid, list, random, lhs, sobol, saltelli, oat };

  Kind kind = Kind::grid;
  std::int64_t n = 0;  ///< Points asked for, where the design takes a number; of a list: listed.
  /// Of a list: for each point a row of places among Vary::values, one for each of BatchPlan::vary;
  /// kAsIs = as the scenario has it.
  std::vector<std::int32_t> places{};
  static constexpr std::int32_t kAsIs = -1;
};

/// A long table beside the rows: numbers of the rounds themselves.
struct Series {
  int every = 1;  ///< Rounds 0, every, 2 every, … and the last of each stage.
  std::vector<std::string> metrics{};
};

/// A batch of runs as its file describes it: `schema: detente/batch/1`.
struct BatchPlan {
  std::string scenario{};               ///< As written; beside the plan's file unless absolute.
  std::string model{};                  ///< Empty: the scenario's.
  std::optional<std::uint64_t> seed{};  ///< Nothing: the scenario's.
  int repetitions = 1;
  Design design{};
  /// Of a list: the paths of its points in order of first mention, with the values that occur.
  std::vector<Vary> vary{};
  std::vector<std::string> metrics{};
  std::optional<Series> series{};
  int shard_size = 4096;
};

/// A sound plan, with the scenario that it runs.
struct LoadedPlan {
  BatchPlan plan{};
  Scenario scenario{};          ///< With the plan's model.
  std::uint64_t seed = 1;       ///< The plan's, else the scenario's.
  std::string file{};           ///< Of the plan, as given.
  std::string text{};           ///< What that file holds.
  std::string points_text{};    ///< What the CSV holds that a list reads; else empty.
  std::string scenario_file{};  ///< As it can be opened from here.
  std::string scenario_text{};
  Diagnostics remarks{};  ///< Warnings and notes.
};

/// Reads and checks a plan (docs/batch.md) and its scenario. Every fault of both, each with line
/// and column: keys, kinds, paths (with a did-you-mean), values outside their field's limits,
/// unknown metrics, too many runs. Without `vary` the scenario's `uncertain` is what varies.
Result<LoadedPlan> load_plan(const std::string& file);

/// As above, from texts already in memory; the names stand in for the files in diagnostics.
/// @param points_text  what the CSV holds that a list reads; empty: it is read from its file.
Result<LoadedPlan> parse_plan(const std::string& yaml, const std::string& name,
                              const std::string& scenario_yaml, const std::string& scenario_name,
                              const std::string& points_text = {});

/// What a plan may ask for in `metrics`: `agreed`, `utility.ACTOR` for every actor, … in the order
/// of the documentation.
std::vector<std::string> run_metrics(const Scenario& scenario);

/// The same for `series.metrics`.
std::vector<std::string> series_metrics(const Scenario& scenario);

}  // namespace detente
