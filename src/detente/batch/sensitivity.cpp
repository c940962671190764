#include "detente/batch/sensitivity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "detente/batch/sensitivity_sample.hpp"
#include "detente/batch/sobol_indices.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/short_path.hpp"
#include "detente/study/statistics.hpp"

namespace detente {
namespace {

using Warning = SensitivityWarning;

/// A metric as it was asked for: a column, and of text the word that counts as yes.
struct Wanted {
  const ResultColumn* column = nullptr;
  std::string word{};
};

/// An input made ready for every metric.
struct ReadyInput {
  std::vector<double> ranks{};
  Classes classes{};
  TornadoAxis axis{};
  bool whole = true;  ///< Every unit has a number.
};

/// A batch made ready to be asked about its metrics.
struct Study {
  const Results* results = nullptr;
  const SensitivityOptions* options = nullptr;
  Design::Kind design{};
  int repetitions = 1;
  Sample sample{};                   ///< What means, bars and correlations are taken over.
  Sample runs{};                     ///< The same by run: what thresholds count.
  std::vector<ReadyInput> inputs{};  ///< One for each of the sample's.
};

bool is_varied(const ResultColumn& column) {
  return column.column.role == Column::Role::varied;
}

bool is_number(const ResultColumn& column) {
  return column.column.kind != Column::Kind::text;
}

Diagnostic fault(Code code, std::string message, std::string hint) {
  return {.code = code, .message = std::move(message), .hint = std::move(hint)};
}

bool has_numbers(const ResultColumn& column) {
  return std::any_of(column.numbers.begin(), column.numbers.end(),
                     [](double number) { return !std::isnan(number); });
}

/// `agreed` and the utilities; where there are none of those, whatever is a number.
std::vector<Wanted> usual_metrics(const Results& results) {
  std::vector<Wanted> usual;
  std::vector<Wanted> numbers;
  for (const ResultColumn& column : results.columns) {
    if (is_varied(column) || !is_number(column) || !has_numbers(column)) continue;
    numbers.push_back({&column, {}});
    const std::string& name = column.column.name;
    if (name == "agreed" || name.starts_with("utility.")) usual.push_back({&column, {}});
  }
  return usual.empty() ? numbers : usual;
}

Diagnostic not_there(const Results& results, const std::string& name) {
  std::vector<std::string> known;
  for (const ResultColumn& column : results.columns) {
    if (!is_varied(column)) known.push_back(column.column.name);
  }
  return no_such_column("metric", name, known);
}

/// Adds a column of text by the word that counts as yes.
void add_word(const ResultColumn& column, const std::string& word, std::vector<Wanted>& wanted,
              Diagnostics& faults) {
  const auto& words = column.words;
  if (std::find(words.begin(), words.end(), word) != words.end()) {
    return wanted.push_back({&column, word});
  }
  std::string message = "the metric '" + column.column.name + '\'';
  message += word.empty() ? " is text" : " is never '" + word + '\'';
  std::string hint;
  if (!words.empty()) hint.append("write ").append(column.column.name).append("=").append(words[0]);
  faults.push_back(fault(Code::unknown_word, std::move(message), std::move(hint)));
}

/// Adds what one `--metric` stands for: a name, a pattern with `*`, or NAME=WORD.
void add_metric(const Results& results, const std::string& text, std::vector<Wanted>& wanted,
                Diagnostics& faults) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const std::string word = equals == std::string::npos ? "" : text.substr(equals + 1);
  bool found = false;
  for (const ResultColumn& column : results.columns) {
    if (is_varied(column)) continue;
    const bool exact = column.column.name == name || detail::short_path(column.column.name) == name;
    if (!exact && name != "*" && !fits_pattern(column.column.name, name)) continue;
    found = found || exact || is_number(column);
    if (is_number(column)) {
      wanted.push_back({&column, {}});
    } else if (exact) {
      add_word(column, word, wanted, faults);
    }
  }
  if (!found) faults.push_back(not_there(results, name));
}

Result<std::vector<Wanted>> metrics_wanted(const Results& results,
                                           const std::vector<std::string>& names) {
  if (names.empty()) return usual_metrics(results);
  std::vector<Wanted> wanted;
  Diagnostics faults;
  for (const std::string& name : names) add_metric(results, name, wanted, faults);
  if (!faults.empty()) return faults;
  return wanted;
}

/// Only the points A and B: those between them repeat their numbers.
/// @param points  of a base point.
Sample without_mixed(const Sample& sample, std::int64_t points, int repetitions) {
  Sample rest{.by_point = sample.by_point, .inputs = sample.inputs};
  for (SampleColumn& input : rest.inputs) input.values.clear();
  for (std::size_t unit = 0; unit < sample.units.size(); ++unit) {
    const std::int64_t own = sample.units[unit];
    const std::int64_t place = (sample.by_point ? own : own / repetitions) % points;
    if (place != 0 && place != points - 1) continue;
    rest.units.push_back(sample.units[unit]);
    for (std::size_t input = 0; input < rest.inputs.size(); ++input) {
      rest.inputs[input].values.push_back(sample.inputs[input].values[unit]);
    }
  }
  return rest;
}

ReadyInput ready(const SampleColumn& input) {
  const std::vector<int> order = order_of(input.values);
  ReadyInput result{
      .classes = classes_of(input.values, order,
                            input.is_text() ? static_cast<int>(input.words.size()) : kFewValues),
      .axis = tornado_axis(input),
      .whole = order.size() == input.values.size()};
  if (!input.is_text()) result.ranks = ranks_of(input.values, order);
  return result;
}

Study study_of(const Results& results, const SensitivityOptions& options, Design::Kind design,
               int repetitions) {
  Study study{
      .results = &results, .options = &options, .design = design, .repetitions = repetitions};
  const bool saltelli = design == Design::Kind::saltelli;
  const bool by_point =
      design != Design::Kind::oat && (repeats_points(results, repetitions) || saltelli);
  study.sample = sample_of(results, repetitions, by_point);
  study.runs = sample_of(results, repetitions, false);
  if (saltelli) {
    const std::int64_t points = std::ssize(study.sample.inputs) + 2;
    study.sample = without_mixed(study.sample, points, repetitions);
    study.runs = without_mixed(study.runs, points, repetitions);
  }
  if (design == Design::Kind::oat) return study;
  for (const SampleColumn& input : study.sample.inputs) study.inputs.push_back(ready(input));
  return study;
}

void add_moments(const std::vector<double>& values, MetricSensitivity& metric) {
  double sum = 0.0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    metric.low = metric.n == 0 ? value : std::min(metric.low, value);
    metric.high = metric.n == 0 ? value : std::max(metric.high, value);
    sum += value;
    ++metric.n;
  }
  if (metric.n == 0) return;
  metric.mean = sum / static_cast<double>(metric.n);
  double squares = 0.0;
  for (const double value : values) {
    if (!std::isnan(value)) squares += (value - metric.mean) * (value - metric.mean);
  }
  if (metric.n > 1) metric.deviation = std::sqrt(squares / static_cast<double>(metric.n - 1));
}

std::int64_t missing_in(const Study& study, const Wanted& wanted) {
  std::int64_t missing = 0;
  for (std::size_t row = 0; row < study.results->runs.size(); ++row) {
    const bool counts = study.results->ok[row] && is_number(*wanted.column);
    if (counts && std::isnan(wanted.column->numbers[row])) ++missing;
  }
  return missing;
}

bool has_remark(const MetricSensitivity& metric, Warning kind) {
  return std::any_of(metric.remarks.begin(), metric.remarks.end(),
                     [&](const SensitivityRemark& remark) { return remark.kind == kind; });
}

void add_saltelli(const Study& study, const Wanted& wanted, MetricSensitivity& metric) {
  const auto table = saltelli_table(*study.results, static_cast<int>(metric.effects.size()),
                                    study.repetitions, *wanted.column, wanted.word);
  SaltelliOutcomes outcomes{table.a, table.b, {}};
  for (const auto& column : table.ab) outcomes.ab.emplace_back(column);
  metric.method = SobolMethod::saltelli;
  metric.base_points = std::ssize(table.a);
  if (table.left_out > 0) metric.remarks.push_back({Warning::left_out, {}, table.left_out});
  if (metric.base_points < kFewestUnits) {
    if (!has_remark(metric, Warning::too_few)) {
      metric.remarks.push_back({Warning::too_few, {}, metric.base_points});
    }
    return;
  }
  const auto indices = sobol_indices(outcomes, study.options->seed, study.options->resamples);
  if (!indices) return;
  for (InputEffect& effect : metric.effects) {
    effect.first = indices->first[effect.input];
    effect.total = indices->total[effect.input];
  }
}

void add_sampled(const Study& study, const SampleColumn& own, MetricSensitivity& metric) {
  const bool whole = metric.n == std::ssize(own.values);
  const bool enough = metric.n >= kFewestUnits;
  const auto ranks = ranks_of(own.values, order_of(own.values));
  for (InputEffect& effect : metric.effects) {
    const SampleColumn& input = study.sample.inputs[effect.input];
    const ReadyInput& prepared = study.inputs[effect.input];
    effect.bar = tornado_bar(prepared.axis, own.values);
    if (!enough) continue;
    if (!input.is_text() && !is_constant(own.values)) {
      effect.correlation = whole && prepared.whole ? correlation_of_ranks(prepared.ranks, ranks)
                                                   : rank_correlation(input.values, own.values);
    }
    if (study.design == Design::Kind::saltelli) continue;
    metric.method = SobolMethod::classes;
    effect.first = first_order_by_classes(prepared.classes, own.values);
  }
}

void add_thresholds(const Study& study, const Wanted& wanted, MetricSensitivity& metric) {
  const SampleColumn own =
      metric_of(*study.results, study.runs, study.repetitions, *wanted.column, wanted.word);
  metric.thresholds = thresholds_of(study.runs, own.values);
}

void warn_of_zeros(MetricSensitivity& metric, Warning kind,
                   std::optional<Estimate> InputEffect::*index) {
  SensitivityRemark remark{.kind = kind};
  for (const InputEffect& effect : metric.effects) {
    const auto& estimate = effect.*index;
    if (estimate && estimate->interval.contains(0.0)) remark.inputs.push_back(effect.input);
  }
  if (!remark.inputs.empty()) metric.remarks.push_back(std::move(remark));
}

double spread_of(const InputEffect& effect) {
  return effect.bar ? effect.bar->spread : -1.0;
}

MetricSensitivity study_metric(const Study& study, const Wanted& wanted) {
  const SampleColumn own =
      metric_of(*study.results, study.sample, study.repetitions, *wanted.column, wanted.word);
  MetricSensitivity metric{.metric = own.name, .yes_no = own.yes_no};
  metric.effects.resize(study.sample.inputs.size());
  for (std::size_t input = 0; input < metric.effects.size(); ++input) {
    metric.effects[input].input = static_cast<int>(input);
  }
  add_moments(own.values, metric);
  const std::int64_t missing = missing_in(study, wanted);
  if (missing > 0) metric.remarks.push_back({Warning::missing, {}, missing});
  // one at a time nothing of the kind is asked for
  const bool few = study.design != Design::Kind::oat && metric.n < kFewestUnits;
  if (few) metric.remarks.push_back({Warning::too_few, {}, metric.n});
  if (metric.n > 1 && is_constant(own.values)) metric.remarks.push_back({Warning::constant, {}, 0});
  if (study.design == Design::Kind::oat) {
    const OneAtATime changes = one_at_a_time(study.sample, study.repetitions, own.values);
    metric.base = changes.base;
    for (InputEffect& effect : metric.effects) effect.bar = changes.bars[effect.input];
  } else {
    add_sampled(study, own, metric);
    if (study.design == Design::Kind::saltelli) add_saltelli(study, wanted, metric);
    if (metric.yes_no) add_thresholds(study, wanted, metric);
  }
  std::stable_sort(metric.effects.begin(), metric.effects.end(),
                   [](const InputEffect& left, const InputEffect& right) {
                     return spread_of(left) > spread_of(right);
                   });
  warn_of_zeros(metric, Warning::contains_zero, &InputEffect::first);
  warn_of_zeros(metric, Warning::total_zero, &InputEffect::total);
  return metric;
}

/// The head of the result: what was run, and what is there of it.
Sensitivity summary_of(const Results& results, const SensitivityOptions& options) {
  const auto loaded = parse_plan(results.plan_text, results.plan_file, results.scenario_text,
                                 results.scenario_file, results.points_text);
  Sensitivity summary{.folder = results.folder,
                      .command = results.command,
                      .design = loaded ? loaded->plan.design.kind : Design::Kind::list,
                      .repetitions = results.repetitions,
                      .planned = results.planned,
                      .rows = results.rows(),
                      .failed = std::count(results.ok.begin(), results.ok.end(), false),
                      .seed = options.seed,
                      .resamples = options.resamples};
  if (!loaded) summary.remarks.push_back({Warning::unreadable_plan, {}, 0});
  if (!results.complete()) {
    summary.remarks.push_back({Warning::incomplete, {}, results.planned - results.rows()});
  }
  if (summary.failed > 0) summary.remarks.push_back({Warning::failed, {}, summary.failed});
  return summary;
}

}  // namespace

std::string_view warning_name(SensitivityWarning warning) {
  static constexpr std::array<std::string_view, 9> kNames{
      "constant", "contains_zero", "total_contains_zero", "left_out", "incomplete", "failed",
      "missing",  "too_few",       "unreadable_plan"};
  return kNames.at(static_cast<std::size_t>(warning));
}

std::string_view design_name(Design::Kind design) {
  static constexpr std::array<std::string_view, 7> kNames{"grid",  "list",     "random", "lhs",
                                                          "sobol", "saltelli", "oat"};
  return kNames.at(static_cast<std::size_t>(design));
}

Result<Sensitivity> sensitivity(const Results& results, const SensitivityOptions& options) {
  Sensitivity result = summary_of(results, options);
  const auto wanted = metrics_wanted(results, options.metrics);
  if (!wanted) return wanted.error();
  if (options.map) {
    auto map = outcome_shares(results, options.map->first, options.map->second, options.bins);
    if (!map) return map.error();
    result.map = std::move(map).value();
  }
  const Study study = study_of(results, options, result.design, result.repetitions);
  result.counted = std::ssize(study.runs.units);
  result.by_point = study.sample.by_point && result.repetitions > 1;
  for (const SampleColumn& input : study.sample.inputs) result.inputs.push_back(input.name);
  for (const Wanted& metric : *wanted) result.metrics.push_back(study_metric(study, metric));
  return result;
}

}  // namespace detente
