// Sizes at which a table of all coalitions, or all worlds, is no longer for free.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "detente/coalition/zone.hpp"
#include "detente/core/rng.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/explain.hpp"
#include "support/generated.hpp"

namespace {

/// Who could agree with whom: all 2^parties coalitions, from the utilities.
void zones_of_all_coalitions(benchmark::State& state) {
  const auto parties = static_cast<int>(state.range(0));
  const auto packages = static_cast<std::size_t>(state.range(1));
  const detente::Rng rng(7);
  std::vector<std::vector<double>> utility(parties, std::vector<double>(packages));
  for (std::uint32_t party = 0; party < utility.size(); ++party) {
    for (std::uint32_t package = 0; package < packages; ++package) {
      utility[party][package] = rng.uniform({.actor = party, .draw = package});
    }
  }
  std::vector<detente::Judgement> judgements;
  judgements.reserve(utility.size());
  for (const auto& column : utility) judgements.push_back({column, 0.5});
  while (state.KeepRunning()) {
    const auto acceptance = detente::acceptance(judgements);
    benchmark::DoNotOptimize(detente::zone_sizes(acceptance, parties));
  }
}
BENCHMARK(zones_of_all_coalitions)
    ->Args({12, 100'000})
    ->Args({20, 1'000'000})
    ->Unit(benchmark::kMillisecond);

/// 200 actors, ten issues, 100,000 packages: read, played over 20 rounds, explained.
void crowd(benchmark::State& state) {
  const std::string yaml = detente::support::generated_crowd(200);
  while (state.KeepRunning()) {
    const auto loaded = detente::parse_scenario(yaml, "crowd.yaml");
    benchmark::DoNotOptimize(detente::simulate(loaded->scenario, {}));
    benchmark::DoNotOptimize(detente::explain(loaded->scenario, {}, {}));
  }
}
BENCHMARK(crowd)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
