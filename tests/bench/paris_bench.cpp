// The figures that the README states, on one core: `build/release/tests/bench/detente_bench`.

#include <benchmark/benchmark.h>

#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "detente/core/rng.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/worlds.hpp"

namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

const detente::Scenario& paris() {
  static const detente::Scenario scenario = detente::load_scenario(kParis).value().scenario;
  return scenario;
}

void load_paris(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::load_scenario(kParis));
}
BENCHMARK(load_paris)->Unit(benchmark::kMillisecond);

void trace_paris(benchmark::State& state) {
  while (state.KeepRunning()) {
    const auto trace = detente::simulate(paris(), {});
    benchmark::DoNotOptimize(detente::to_json(*trace));
  }
}
BENCHMARK(trace_paris)->Unit(benchmark::kMillisecond);

void hundred_nearby_worlds(benchmark::State& state) {
  const auto outcome = detente::simulate_outcome(paris(), {});
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::holds(paris(), {}, *outcome, 100));
}
BENCHMARK(hundred_nearby_worlds)->Unit(benchmark::kMillisecond);

void explain_paris(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(detente::explain(paris(), {}, {}));
}
BENCHMARK(explain_paris)->Unit(benchmark::kMillisecond);

/// Both stages, every run with another keyed vector of walk-aways; how they end is counted.
void paris_runs(benchmark::State& state) {
  detente::Scenario scenario = paris();
  std::map<std::string, double> histogram;
  std::uint32_t run = 0;
  while (state.KeepRunning()) {
    const detente::Rng rng(1, run++);
    for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
      const double draw = rng.uniform({.actor = static_cast<std::uint32_t>(actor), .purpose = 3});
      scenario.actors[actor].walk_away = paris().actors[actor].walk_away + 0.3 * (draw - 0.5);
    }
    const auto outcome = detente::simulate_outcome(scenario, {});
    const std::string stage = scenario.stages[outcome->stage].id;
    ++histogram[stage + (outcome->agreed ? "_agreed" : "_open")];
  }
  state.SetItemsProcessed(state.iterations());
  for (const auto& [end, count] : histogram) {
    state.counters[end] = count / static_cast<double>(state.iterations());
  }
}
BENCHMARK(paris_runs)->Unit(benchmark::kMicrosecond);

}  // namespace
