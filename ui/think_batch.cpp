#include "ui/think_batch.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "detente/batch/experiment.hpp"
#include "detente/batch/outcome_shares.hpp"
#include "detente/batch/results.hpp"
#include "detente/batch/runner.hpp"
#include "detente/batch/sensitivity.hpp"
#include "detente/core/shell_word.hpp"
#include "ui/actions.hpp"
#include "ui/batch_charts.hpp"
#include "ui/batch_store.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

constexpr auto kRead = "batch read";
constexpr auto kCharts = "batch charts";
constexpr int kMapBins = 10;  // as the command line has it

using Store = std::shared_ptr<const BatchStore>;

std::string told(const Diagnostics& faults) {
  return faults.empty() ? std::string() : to_string(faults.front());
}

bool same(const detente::Progress& a, const detente::Progress& b) {
  return a.planned == b.planned && a.done == b.done && a.failed == b.failed;
}

/// The scenario and the plan, from the texts that were run.
void read_texts(BatchStore& store) {
  const detente::Results& results = store.results;
  auto loaded = parse_scenario(results.scenario_text, results.scenario_file);
  auto plan = parse_plan(results.plan_text, results.plan_file, results.scenario_text,
                         results.scenario_file, results.points_text);
  if (!loaded || !plan) {
    store.fault = told(loaded ? plan.error() : loaded.error());
    return;
  }
  store.source = std::make_shared<const Source>(
      Source{results.scenario_file, results.scenario_text, std::move(loaded).value()});
  store.experiment = std::make_shared<const Experiment>(make_experiment(std::move(plan).value()));
}

/// The folder as it is now; `known` itself if nothing has come since.
Result<Store> read_store(const std::string& folder, const Store& known) {
  const auto now = progress_of(folder);
  if (!now) return now.error();
  if (known != nullptr && same(*now, known->progress)) return known;
  auto results = read_results(folder);
  if (!results) return results.error();
  auto store = std::make_shared<BatchStore>(
      BatchStore{.results = std::move(results).value(), .progress = *now});
  store->failed = std::count(store->results.ok.begin(), store->results.ok.end(), false);
  const bool same_texts = known != nullptr &&
                          known->results.plan_text == store->results.plan_text &&
                          known->results.scenario_text == store->results.scenario_text;
  if (same_texts) {
    store->source = known->source;
    store->experiment = known->experiment;
    store->fault = known->fault;
  } else {
    read_texts(*store);
  }
  return Store(std::move(store));
}

void take_store(Desk& desk, const std::string& folder, const Result<Store>& read) {
  BatchState& batch = desk.batch;
  if (batch.folder != folder) return;
  batch.waited = 0.0F;
  batch.fault = read ? std::string() : told(read.error());
  if (read) batch.store = *read;
  choose_columns(batch);
}

void think_store(Desk& desk, Jobs& jobs) {
  BatchState& batch = desk.batch;
  if (!batch_due(desk)) return;
  batch.look = false;
  batch.waited = 0.0F;
  jobs.start(kRead, [folder = batch.folder, known = batch.store](const Stop&) -> Delivery {
    const auto read = std::make_shared<const Result<Store>>(read_store(folder, known));
    return [folder, read](Desk& later) { take_store(later, folder, *read); };
  });
}

void count_map(BatchCharts& charts) {
  const detente::Results& results = charts.store->results;
  auto map = outcome_shares(results, charts.across, charts.up, kMapBins);
  if (!map) {
    charts.map_fault = told(map.error());
    return;
  }
  const ResultColumn& x = *column_of(results, charts.across);
  const ResultColumn& y = *column_of(results, charts.up);
  for (std::size_t row = 0; row < results.runs.size(); ++row) {
    const int column = results.ok[row] ? place_on(map->x, x, row) : -1;
    const int line = results.ok[row] ? place_on(map->y, y, row) : -1;
    charts.cell_of.push_back(column < 0 || line < 0 ? -1 : line * map->columns() + column);
  }
  charts.map = std::move(map).value();
}

void count_effects(BatchCharts& charts) {
  const detente::Results& results = charts.store->results;
  charts.asked = asked_metric(results, charts.metric);
  SensitivityOptions options{.metrics = {charts.asked}};
  options.resamples = 0;  // the bars need none
  auto effects = sensitivity(results, options);
  if (!effects || effects->metrics.empty()) {
    charts.effects_fault = effects ? std::string() : told(effects.error());
    return;
  }
  charts.inputs = effects->inputs;
  charts.effects = effects->metrics.front();
}

std::shared_ptr<const BatchCharts> count_charts(const BatchCharts& wanted) {
  auto charts = std::make_shared<BatchCharts>(wanted);
  const detente::Results& results = charts->store->results;
  charts->endings = endings_of(results);
  count_map(*charts);
  count_effects(*charts);
  if (const ResultColumn* const metric = column_of(results, charts->metric)) {
    charts->density = density_of(*metric, charts->endings);
  }
  return charts;
}

/// Whether the charts are of what is chosen.
bool is_fresh(const BatchState& batch) {
  const auto& charts = batch.charts;
  return charts != nullptr && charts->store == batch.store && charts->across == batch.across &&
         charts->up == batch.up && charts->metric == batch.metric;
}

void take_charts(Desk& desk, const std::shared_ptr<const BatchCharts>& charts) {
  BatchState& batch = desk.batch;
  // a cell is a place on the axes: other axes, other cells
  const bool moved = batch.charts != nullptr &&
                     (batch.charts->across != charts->across || batch.charts->up != charts->up);
  batch.charts = charts;
  const bool outside =
      !charts->map || batch.column >= charts->map->columns() || batch.row >= charts->map->rows();
  if (moved || outside) {
    batch.column = -1;
    batch.row = -1;
  }
}

void think_charts(Desk& desk, Jobs& jobs) {
  BatchState& batch = desk.batch;
  if (batch.store == nullptr || desk.view.workspace != Workspace::batch || is_fresh(batch)) return;
  const std::string key = fmt::format("{}\n{}\n{}\n{}", static_cast<const void*>(batch.store.get()),
                                      batch.across, batch.up, batch.metric);
  if (batch.charts_key == key && jobs.busy(kCharts)) return;
  batch.charts_key = key;
  const BatchCharts wanted{
      .store = batch.store, .across = batch.across, .up = batch.up, .metric = batch.metric};
  jobs.start(kCharts, [wanted](const Stop&) -> Delivery {
    return [charts = count_charts(wanted)](Desk& later) {
      if (later.batch.store == charts->store) take_charts(later, charts);
    };
  });
}

/// The run as it was played in the batch. @pre  the store has an experiment.
Run run_of(const BatchStore& store, std::int64_t run) {
  const LoadedPlan& loaded = store.experiment->loaded;
  return {.model = loaded.scenario.model,
          .seed = loaded.seed,
          .edits = edits_of(*store.experiment, run)};
}

std::string command_of(const BatchStore& store, std::int64_t id) {
  const Run run = run_of(store, id);
  const Scenario& scenario = store.source->loaded.scenario;
  std::string line = "detente run " + shell_word(store.results.scenario_file);
  if (run.model != scenario.model) line += " --model " + shell_word(run.model);
  if (run.seed != scenario.seed) line += fmt::format(" --seed {}", run.seed);
  for (const Edit& edit : run.edits) {
    line += " --set " + shell_word(edit.path + "=" + to_string(edit.value));
  }
  return line;
}

void think_command(BatchState& batch) {
  const bool fresh = batch.run_command_of == batch.run && batch.run_command_from == batch.store;
  if (fresh) return;
  batch.run_command_of = batch.run;
  batch.run_command_from = batch.store;
  const bool known = selected_row(batch) >= 0 && batch.store->experiment != nullptr;
  batch.run_command = known ? command_of(*batch.store, batch.run) : std::string();
}

}  // namespace

void think_batch(Desk& desk, Jobs& jobs) {
  if (desk.batch.folder.empty()) return;
  think_store(desk, jobs);
  think_charts(desk, jobs);
  think_command(desk.batch);
}

void open_run(Desk& desk) {
  const Store store = desk.batch.store;
  const std::int64_t id = desk.batch.run;
  if (store == nullptr || store->experiment == nullptr || selected_row(desk.batch) < 0) return;
  const Source* const open = desk.document.source.get();
  if (open == nullptr || open->yaml != store->source->yaml) {
    open_text(desk, store->source->file, store->source->yaml);
  }
  const Slots slots{{"run", std::to_string(id)}};
  add_branch(desk, run_of(*store, id), say(desk, "batch.run_name", slots));
  desk.view.workspace = Workspace::step;
  desk.view.maximised.clear();
  move_playhead(desk, 0);
}

}  // namespace detente::ui
