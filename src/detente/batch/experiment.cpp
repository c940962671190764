#include "detente/batch/experiment.hpp"

#include <utility>

namespace detente {

Experiment make_experiment(LoadedPlan plan) {
  std::vector<Dimension> dimensions = dimensions_of(plan);
  Points points(plan, dimensions);
  const std::int64_t runs = points.count() * plan.plan.repetitions;
  return {.loaded = std::move(plan),
          .dimensions = std::move(dimensions),
          .points = std::move(points),
          .runs = runs};
}

}  // namespace detente
