// Many runs: playing and storing them, and merging what many machines have played.

#include <benchmark/benchmark.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "detente/batch/inputs_file.hpp"
#include "detente/batch/results.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/shard_file.hpp"
#include "support/folder.hpp"

namespace {

using detente::BatchEnd;
using detente::Experiment;

/// Throws unless the batch was completed.
void expect_complete(const BatchEnd& end) {
  if (end.kind != BatchEnd::Kind::complete) throw std::runtime_error("the batch is not complete");
}

Experiment experiment_of(const std::string& plan) {
  auto loaded = detente::load_plan(DETENTE_SOURCE_DIR "/scenarios/batch/" + plan);
  if (!loaded) throw std::runtime_error(to_string(loaded.error().front()));
  return detente::make_experiment(std::move(loaded).value());
}

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

/// 100,000 runs of two stages with walk-aways and tactics varied, stored: target 4 s on two
/// threads.
void play_and_store(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    const detente::support::Folder folder;
    expect_complete(run_batch(
        experiment_of("paris-grid.yaml"),
        {.folder = folder.path(), .threads = static_cast<int>(state.range(0)), .clock = seconds}));
  }
}
BENCHMARK(play_and_store)->Arg(1)->Arg(2)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();

/// The same plan ten times over: 1,000,000 runs.
Experiment ten_times() {
  auto loaded = detente::load_plan(DETENTE_SOURCE_DIR "/scenarios/batch/paris-grid.yaml");
  if (!loaded) throw std::runtime_error(to_string(loaded.error().front()));
  detente::LoadedPlan plan = std::move(loaded).value();
  plan.plan.repetitions = 10;
  plan.text += "\nrepetitions: 10\n";
  return detente::make_experiment(std::move(plan));
}

constexpr int kShards = 16;

/// Shards with made-up rows, as quick as they can be written.
void make_shards(const Experiment& experiment, const std::string& folder) {
  const detente::detail::Layout layout = detente::detail::layout_of(experiment);
  for (int number = 1; number <= kShards; ++number) {
    const detente::detail::ShardPart part{.number = number, .of = kShards};
    detente::detail::ShardFile shard(folder, part, layout);
    detente::RunRow row;
    for (const auto& column : layout.columns) {
      const bool text = column.kind == detente::Column::Kind::text;
      row.cells.push_back(text ? detente::Cell("us_forces=outside support_force=rear")
                               : detente::Cell(std::int64_t{1}));
    }
    while (shard.next_run() < part.end(layout.runs)) {
      row.run = shard.next_run();
      for (std::size_t column = 0; column < layout.columns.size(); ++column) {
        if (layout.columns[column].kind != detente::Column::Kind::real) continue;
        row.cells[column] = 1.0 / static_cast<double>(row.run + 2 + std::ssize(layout.columns));
      }
      shard.append({&row, 1});
      if (row.run % 5000 == 0) shard.flush();
    }
    shard.finish();
  }
}

/// Merging 1,000,000 rows of 16 shards, and reading the result: target 5 s for the merge.
void merge_and_read(benchmark::State& state) {
  const Experiment experiment = ten_times();
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    const detente::support::Folder folder;
    detente::detail::write_inputs(folder.path(),
                                  detente::detail::inputs_of(experiment, kShards, folder.path()));
    make_shards(experiment, folder.path());
    state.ResumeTiming();
    expect_complete(merge_batch(experiment, {.folder = folder.path()}));
    const double merged = seconds();
    const auto results = detente::read_results(folder.path());
    if (!results || !results->complete()) throw std::runtime_error("not all rows were read");
    state.counters["read"] = seconds() - merged;
  }
}
BENCHMARK(merge_and_read)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();

}  // namespace
