#include "detente/batch/experiment.hpp"

#include <algorithm>
#include <utility>

#include "detente/batch/metrics.hpp"
#include "detente/core/digest.hpp"
#include "detente/core/text.hpp"
#include "detente/core/version.hpp"

namespace detente {
namespace {

/// Whether everything that a dimension is set to is a number.
bool is_numeric(const Dimension& dimension) {
  const Vary& vary = dimension.vary;
  const auto is_number = [](const Value& value) {
    return value.is_scalar() && !value.quoted && parse_number(value.scalar).has_value();
  };
  if (vary.kind == Vary::Kind::values) {
    return std::all_of(vary.values.begin(), vary.values.end(), is_number);
  }
  const auto& choices = vary.distribution.choices;
  return std::all_of(choices.begin(), choices.end(), is_number);
}

std::vector<Column> columns_of(const LoadedPlan& plan, std::span<const Dimension> dimensions) {
  std::vector<Column> columns;
  for (const Dimension& dimension : dimensions) {
    columns.push_back({.name = dimension.column,
                       .kind = is_numeric(dimension) ? Column::Kind::real : Column::Kind::text,
                       .role = Column::Role::varied});
  }
  const RunMetrics metrics(plan.scenario, plan.plan.metrics);
  columns.insert(columns.end(), metrics.columns().begin(), metrics.columns().end());
  return columns;
}

/// Equal for equal results: all texts and the version that computes them.
std::string id_of(const LoadedPlan& plan) {
  const char end = '\0';
  return digest_of(std::string(version()) + end + plan.text + end + plan.scenario_text +
                   plan.points_text);
}

}  // namespace

Experiment make_experiment(LoadedPlan plan) {
  std::vector<Dimension> dimensions = dimensions_of(plan);
  Points points(plan, dimensions);
  std::vector<Column> columns = columns_of(plan, dimensions);
  const std::int64_t runs = points.count() * plan.plan.repetitions;
  std::string id = id_of(plan);
  return {.loaded = std::move(plan),
          .dimensions = std::move(dimensions),
          .points = std::move(points),
          .columns = std::move(columns),
          .runs = runs,
          .id = std::move(id)};
}

}  // namespace detente
