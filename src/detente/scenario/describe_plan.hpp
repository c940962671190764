#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/batch_plan.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/plan_words.hpp"

// The description of all fields of a batch plan, as describe.hpp is that of a scenario.
namespace detente::detail {

/// What stands in a file, and where.
template <typename What>
struct Placed {
  What what{};
  Mark mark{};
};

/// A design as it stands in the file.
struct DesignKeys {
  std::optional<Design::Kind> kind{};
  std::int64_t n = 0;
  const Value* points = nullptr;  ///< Of a list: points, or the name of a CSV.
};

/// A plan as it stands in the file; what refers to the scenario is checked later.
struct PlanKeys {
  BatchPlan plan{};
  std::uint64_t seed = 0;
  DesignKeys design{};
  std::vector<Placed<std::string>> metrics{};
  std::optional<int> every{};
  std::vector<Placed<std::string>> series{};
  std::vector<Placed<Vary>> vary{};  ///< The mark is that of the path's first letter.
};

/// `grid`
struct DesignWord {
  void read(Reader& reader, const Value& value, std::optional<Design::Kind>& member) const;
};

/// `grid`, or a map with its `kind`.
struct DesignForm {
  void read(Reader& reader, const Value& value, DesignKeys& member) const;
};

/// How many points.
struct PointCount {
  void read(Reader& reader, const Value& value, std::int64_t& member) const;
};

/// A list of points, or a file of them: read when the design is known.
struct PointList {
  void read(Reader& reader, const Value& value, const Value*& member) const;
};

/// Words that name metrics, `*` allowed.
struct MetricNames {
  void read(Reader& reader, const Value& value, std::vector<Placed<std::string>>& member) const;
};

/// `{every: 5, metrics: [support]}`
struct SeriesForm {
  void read(Reader& reader, const Value& value, PlanKeys& member) const;
};

/// `{PATH: {range: [LOW, HIGH], steps: 5}, …}`
struct VaryPaths {
  void read(Reader& reader, const Value& value, std::vector<Placed<Vary>>& member) const;
};

/// The keys under `series`.
struct SeriesKeys {
  PlanKeys* plan = nullptr;
};

template <typename Visitor>
void describe(Visitor& visit, DesignKeys& design) {
  visit.fixed(required("kind"), design.kind, DesignWord{});
  visit.fixed("n", design.n, PointCount{});
  visit.fixed("points", design.points, PointList{});
}

template <typename Visitor>
void describe(Visitor& visit, SeriesKeys& series) {
  visit.fixed("every", series.plan->every, kRound);
  visit.fixed("metrics", series.plan->series, MetricNames{});
}

template <typename Visitor>
void describe(Visitor& visit, PlanKeys& keys) {
  visit.schema("detente/batch/1");
  visit.fixed(required("scenario"), keys.plan.scenario, Plain{});
  visit.fixed("model", keys.plan.model, ModelName{});
  visit.fixed("seed", keys.seed, Seed{});
  visit.fixed("repetitions", keys.plan.repetitions, Whole{1, std::numeric_limits<int>::max()});
  visit.fixed("design", keys.design, DesignForm{});
  visit.fixed("vary", keys.vary, VaryPaths{});
  visit.fixed("metrics", keys.metrics, MetricNames{});
  visit.fixed("series", keys, SeriesForm{});
  visit.fixed("shard_size", keys.plan.shard_size, Whole{1, kMostShardRows});
}

void settle(Fields& fields, DesignKeys& design);

}  // namespace detente::detail
