#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detente/batch/points.hpp"
#include "detente/batch/row.hpp"

namespace detente {

/// A plan made ready to be run: nothing of it changes any more, so all threads share one.
struct Experiment {
  LoadedPlan loaded{};
  std::vector<Dimension> dimensions{};
  Points points;
  std::vector<Column> columns{};  ///< The varied ones, then the metrics, both in file order.
  std::int64_t runs = 0;          ///< Points times repetitions.
  /// 32 hexadecimal digits over the texts of plan and scenario and the version of the engine
  /// (XXH3-128): equal ids, equal results.
  std::string id{};

  int repetitions() const { return loaded.plan.repetitions; }
};

/// @pre  the plan is one that load_plan() gave.
Experiment make_experiment(LoadedPlan plan);

}  // namespace detente
