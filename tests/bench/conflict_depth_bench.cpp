// What is asked of a solved conflict: why, by whom it can be broken, how firmly it stands, the way
// there. On one core.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "detente/conflict/certificate.hpp"
#include "detente/conflict/coalition_stability.hpp"
#include "detente/conflict/literal.hpp"
#include "detente/conflict/paths.hpp"
#include "detente/conflict/preference.hpp"
#include "detente/conflict/robustness.hpp"
#include "support/synthetic.hpp"

namespace {

using detente::Concept;
using detente::Conflict;
using detente::Sanctions;
using detente::StateIndex;
using detente::support::SyntheticFamily;

Conflict drawn(int options, int actors) {
  return detente::support::synthetic_conflict(SyntheticFamily::rankings, options, actors);
}

/// The Elmira groundwater dispute with 12 states (Kilgour, Hipel, Fang & Peng 2001).
Conflict elmira() {
  Conflict conflict;
  conflict.actors = 3;
  conflict.options = 5;
  conflict.own = {1, 2 | 4 | 8, 16};
  conflict.stays_yes = 1 | 8;
  conflict.stays_no = 2;
  conflict.feasible = detente::StateSet(32);
  for (const StateIndex state : {2, 3, 4, 5, 8, 9, 18, 19, 20, 21, 24, 25}) {
    conflict.feasible.add(state);
  }
  const std::vector<std::vector<std::vector<StateIndex>>> rankings{
      {{20}, {4}, {5}, {21}, {18}, {2}, {3}, {19}, {8, 9, 24, 25}},
      {{2}, {5}, {21}, {18}, {8, 9, 24, 25}, {4}, {20}, {3}, {19}},
      {{20}, {4}, {18}, {2}, {21}, {19}, {5}, {3}, {8, 9, 24, 25}}};
  for (const auto& ranking : rankings) {
    conflict.payoff.push_back(detente::payoff_of_ranking(conflict.feasible, ranking));
  }
  return conflict;
}

/// Stability, coalitions, robustness, ways and attractors.
void whole_report_of_elmira(benchmark::State& state) {
  const Conflict conflict = elmira();
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(detente::stability(conflict));
    benchmark::DoNotOptimize(detente::coalition_stability(conflict));
    benchmark::DoNotOptimize(detente::robustness(conflict, {}));
    benchmark::DoNotOptimize(detente::ShortestPaths(conflict, 2));
    benchmark::DoNotOptimize(detente::attractors(conflict));
  }
}

void robustness_of(benchmark::State& state) {
  const Conflict conflict =
      drawn(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  std::size_t equilibria = 0;
  while (state.KeepRunning()) {
    equilibria = detente::robustness(conflict, {})->equilibria.size();
  }
  state.counters["equilibria"] = static_cast<double>(equilibria);
}

void coalition_stability_of(benchmark::State& state) {
  const Conflict conflict =
      drawn(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(detente::coalition_stability(conflict));
  }
}

/// All concepts for the first actor at 16 states spread over the conflict.
void certificates_in(benchmark::State& state) {
  const Conflict conflict = drawn(static_cast<int>(state.range(0)), 4);
  const auto stride = static_cast<StateIndex>(conflict.places() / 16);
  StateIndex at = 0;
  std::size_t number = 0;
  while (state.KeepRunning()) {
    const Concept solution = detente::kConcepts[number++ % detente::kConcepts.size()];
    at = (at + stride) % static_cast<StateIndex>(conflict.places());
    benchmark::DoNotOptimize(detente::certify(conflict, solution, Sanctions::legal, 0, at));
  }
}

void paths_in(benchmark::State& state) {
  const Conflict conflict = drawn(static_cast<int>(state.range(0)), 4);
  std::size_t reached = 0;
  while (state.KeepRunning()) {
    reached = detente::ShortestPaths(conflict, 0).reached().count();
  }
  state.counters["reached"] = static_cast<double>(reached);
}

void attractors_in(benchmark::State& state) {
  const Conflict conflict = drawn(static_cast<int>(state.range(0)), 4);
  std::size_t found = 0;
  while (state.KeepRunning()) found = detente::attractors(conflict).size();
  state.counters["attractors"] = static_cast<double>(found);
}

void literally(benchmark::State& state) {
  const Conflict conflict = drawn(static_cast<int>(state.range(0)), 4);
  detente::StabilityOptions options;
  options.concepts.pop_back();
  options.sanctions = static_cast<Sanctions>(state.range(1));
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(detente::literal_stability(conflict, options));
  }
}

/// Rankings that make the status quo an equilibrium.
void inverse_of(benchmark::State& state) {
  const Conflict conflict =
      drawn(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(detente::inverse(conflict, 0, 0, Sanctions::legal));
  }
}

}  // namespace

BENCHMARK(whole_report_of_elmira)->Unit(benchmark::kMillisecond);
BENCHMARK(robustness_of)
    ->Args({6, 3})
    ->Args({8, 3})
    ->Args({10, 4})
    ->Args({12, 4})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(coalition_stability_of)
    ->Args({8, 4})
    ->Args({10, 5})
    ->Args({12, 4})
    ->Args({12, 6})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(certificates_in)->Arg(12)->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(paths_in)->Arg(12)->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(attractors_in)->Arg(12)->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(literally)->Args({8, 0})->Args({10, 0})->Args({10, 1})->Args({10, 2})->Unit(
    benchmark::kMillisecond);
BENCHMARK(inverse_of)->Args({3, 3})->Args({4, 3})->Args({8, 3})->Unit(benchmark::kMillisecond);
