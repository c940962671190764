#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/batch/outcome_shares.hpp"
#include "detente/batch/results.hpp"
#include "detente/batch/thresholds.hpp"
#include "detente/batch/tornado.hpp"
#include "detente/core/result.hpp"
#include "detente/scenario/batch_plan.hpp"
#include "detente/study/estimate.hpp"

namespace detente {

struct SensitivityOptions {
  std::vector<std::string> metrics{};  ///< Empty: agreed and every utility that is there.
  std::optional<std::pair<std::string, std::string>> map{};  ///< Two columns.
  int bins = 10;           ///< Of a map, along a column with many values.
  std::uint64_t seed = 1;  ///< Of the bootstrap.
  int resamples = 1000;
};

/// What one input does to one metric.
struct InputEffect {
  int input = 0;  ///< Place in Sensitivity::inputs.
  std::optional<TornadoBar> bar{};
  std::optional<Estimate> first{};        ///< First-order share of the variance.
  std::optional<Estimate> total{};        ///< Total order; only of a design after Saltelli.
  std::optional<Estimate> correlation{};  ///< Of ranks; only of numbers.
};

/// Why a number is not what it seems, or is not there.
enum class SensitivityWarning {
  constant,         ///< The metric is the same everywhere: no share of nothing.
  contains_zero,    ///< First-order indices whose interval contains 0.
  total_zero,       ///< Total indices whose interval contains 0.
  left_out,         ///< Base points without all of their runs.
  incomplete,       ///< Runs are still to come.
  failed,           ///< Runs that failed are not counted.
  missing,          ///< Runs that have no number for the metric.
  too_few,          ///< Fewer units than kFewestUnits: no shares, correlations or intervals.
  unreadable_plan,  ///< The plan's texts cannot be read again: taken for a list of points.
};

/// "constant", "contains_zero", …
std::string_view warning_name(SensitivityWarning warning);

struct SensitivityRemark {
  SensitivityWarning kind{};
  std::vector<int> inputs{};  ///< Of `contains_zero` and `total_zero`.
  std::int64_t count = 0;     ///< Runs, points or base points.
};

/// How first-order shares were found: not at all, from a design after Saltelli, or from the means
/// in classes of each input's values.
enum class SobolMethod { none, saltelli, classes };

struct MetricSensitivity {
  std::string metric{};
  std::int64_t n = 0;  ///< Units (runs, or points with their repetitions averaged) with a number.
  double mean = 0.0;
  double deviation = 0.0;  ///< Standard deviation.
  double low = 0.0;
  double high = 0.0;
  bool yes_no = false;
  std::optional<double> base{};  ///< One-at-a-time: with nothing changed.
  SobolMethod method = SobolMethod::none;
  std::int64_t base_points = 0;         ///< After Saltelli: those that count.
  std::vector<InputEffect> effects{};   ///< Largest spread first, then in order of inputs.
  std::vector<Threshold> thresholds{};  ///< Of a metric that is yes or no; the sharpest first.
  std::vector<SensitivityRemark> remarks{};
};

/// What matters in a batch of runs.
struct Sensitivity {
  std::string folder{};
  std::string command{};  ///< That ran the batch.
  Design::Kind design{};
  int repetitions = 1;
  bool by_point = false;  ///< Repetitions were averaged first.
  std::int64_t planned = 0;
  std::int64_t rows = 0;
  std::int64_t failed = 0;
  std::int64_t counted = 0;  ///< Runs behind means, bars, correlations and thresholds: those that
                             ///< did not fail, after Saltelli at the points A and B alone.
  std::uint64_t seed = 1;
  int resamples = 0;
  std::vector<std::string> inputs{};
  std::vector<MetricSensitivity> metrics{};
  std::optional<OutcomeShares> map{};
  std::vector<SensitivityRemark> remarks{};
};

/// "grid", "saltelli", …
std::string_view design_name(Design::Kind design);

/// Diagnostics name columns that are not there or hold text. A metric of text is asked for by one
/// of its words: `reason=deadline` is a yes or no.
Result<Sensitivity> sensitivity(const Results& results, const SensitivityOptions& options);

/// The document `detente/sensitivity/1` on one line.
std::string to_json(const Sensitivity& sensitivity);

}  // namespace detente
