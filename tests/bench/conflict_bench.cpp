// Stability of conflicts of 4,096 to 16 million states, on one core where nothing else is said.

#include <benchmark/benchmark.h>

#include "detente/conflict/preference.hpp"
#include "detente/conflict/stability.hpp"
#include "support/synthetic.hpp"

namespace {

using detente::Concept;
using detente::Conflict;
using detente::StabilityOptions;
using detente::support::SyntheticFamily;

void solve(benchmark::State& state, const Conflict& conflict, const StabilityOptions& options) {
  std::size_t equilibria = 0;
  while (state.KeepRunning()) {
    const auto solved = detente::stability(conflict, options);
    equilibria = detente::equilibria(solved, options.concepts.back()).count();
    benchmark::DoNotOptimize(equilibria);
  }
  state.counters["states"] = static_cast<double>(conflict.feasible.count());
  state.counters["equilibria"] = static_cast<double>(equilibria);
}

SyntheticFamily family_of(const benchmark::State& state) {
  return static_cast<SyntheticFamily>(state.range(0));
}

/// All six concepts; the argument is the family, 0 random rankings, 1 statements.
void all_concepts_of_4096_states(benchmark::State& state) {
  solve(state, detente::support::synthetic_conflict(family_of(state), 12, 4), {});
}

void all_concepts_of_65536_states(benchmark::State& state) {
  solve(state, detente::support::synthetic_conflict(family_of(state), 16, 4), {});
}

void without_sim_of_a_million_states(benchmark::State& state) {
  StabilityOptions options;
  options.concepts.pop_back();
  solve(state, detente::support::synthetic_conflict(family_of(state), 20, 4), options);
}

/// 2^24 states, nash and seq, on two cores.
void nash_and_seq_of_16_million_states(benchmark::State& state) {
  StabilityOptions options;
  options.concepts = {Concept::nash, Concept::seq};
  options.threads = 2;
  solve(state, detente::support::synthetic_conflict(family_of(state), 24, 4), options);
}

/// Six actors, 20 options, most states infeasible; all six concepts.
void all_concepts_of_138240_states(benchmark::State& state) {
  solve(state, detente::support::knotted_conflict(family_of(state)), {});
}

/// 48 statements over 2^24 states.
void statements_over_16_million_states(benchmark::State& state) {
  const auto wants = detente::support::synthetic_statements(24, 1).front();
  detente::StateSet feasible(std::size_t{1} << 24);
  for (std::uint64_t& word : feasible.words()) word = ~std::uint64_t{0};
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(detente::payoff_of_statements(feasible, wants));
  }
  state.counters["statements"] = static_cast<double>(wants.size());
}

}  // namespace

BENCHMARK(all_concepts_of_4096_states)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(all_concepts_of_65536_states)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(all_concepts_of_138240_states)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(without_sim_of_a_million_states)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(nash_and_seq_of_16_million_states)
    ->Arg(1)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(statements_over_16_million_states)->Iterations(1)->Unit(benchmark::kMillisecond);
