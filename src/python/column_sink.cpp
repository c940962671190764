#include <limits>
#include <variant>

#include "python/batch.hpp"

namespace detente::python {
namespace {

constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kReserved = 1'000'000;

}  // namespace

ColumnSink::ColumnSink(const Experiment& experiment)
    : held_(std::make_shared<HeldResults>()), places_(experiment.columns.size()) {
  const LoadedPlan& loaded = experiment.loaded;
  Results& results = held_->results;
  results.planned = experiment.runs;
  results.plan_file = loaded.file;
  results.plan_text = loaded.text;
  results.scenario_file = loaded.scenario_file;
  results.scenario_text = loaded.scenario_text;
  const auto count = static_cast<std::size_t>(std::min(experiment.runs, kReserved));
  results.runs.reserve(count);
  for (const Column& column : experiment.columns) {
    results.columns.push_back({.column = column});
    results.columns.back().numbers.reserve(count);
  }
  results.repetitions = experiment.repetitions();
  results.seed = loaded.seed;
  if (!loaded.plan.series) return;
  held_->series.emplace();
  held_->series->metric_names = loaded.plan.series->metrics;
  for (const Stage& stage : loaded.scenario.stages) held_->series->stage_ids.push_back(stage.id);
}

void ColumnSink::append(std::span<const RunRow> rows) {
  for (const RunRow& row : rows) {
    held_->results.runs.push_back(row.run);
    held_->results.ok.push_back(row.ok);
    if (!row.ok) held_->results.failures.emplace_back(row.run, row.message);
    for (std::size_t column = 0; column < places_.size(); ++column) {
      add(column, column < row.cells.size() ? row.cells[column] : Cell{});
    }
    if (held_->series) add_series(row);
  }
  next_ += static_cast<std::int64_t>(rows.size());
}

void ColumnSink::add(std::size_t column, const Cell& cell) {
  ResultColumn& into = held_->results.columns[column];
  if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
    into.numbers.push_back(static_cast<double>(*whole));
  } else if (const auto* const real = std::get_if<double>(&cell)) {
    into.numbers.push_back(*real);
  } else if (const auto* const word = std::get_if<std::string>(&cell); word && !word->empty()) {
    const auto [found, is_new] =
        places_[column].emplace(*word, static_cast<double>(into.words.size()));
    if (is_new) into.words.push_back(*word);
    into.numbers.push_back(found->second);
  } else {
    // an empty text is nothing, as in runs.csv
    into.numbers.push_back(kEmpty);
  }
}

void ColumnSink::add_series(const RunRow& row) {
  SeriesColumns& series = *held_->series;
  for (const SeriesCell& cell : row.series) {
    series.runs.push_back(row.run);
    series.stages.push_back(cell.stage);
    series.rounds.push_back(cell.round);
    series.metrics.push_back(cell.metric);
    series.values.push_back(cell.value);
  }
}

}  // namespace detente::python
