#include "detente/sim/simulate.hpp"

#include <utility>

#include "detente/sim/record.hpp"

namespace detente {
namespace {

/// Plays a planned run to its end.
Result<Outcome> play(Simulation& simulation) {
  while (!simulation.over()) simulation.play_stage();
  if (!simulation.faults().empty()) return simulation.faults();
  return overall(simulation.outcomes(), static_cast<int>(simulation.scenario().stages.size()));
}

}  // namespace

Result<Trace> simulate(const Scenario& scenario, const Run& run) {
  auto ready = plan(std::make_shared<const Scenario>(scenario), run);
  if (!ready) return ready.error();
  Trace trace{
      .scenario = ready->scenario, .model = std::string(ready->model->id), .seed = run.seed};
  Simulation simulation(std::move(ready).value());
  if (!simulation.faults().empty()) return simulation.faults();
  trace.stages = record(simulation);
  const auto outcome = play(simulation);
  if (!outcome) return outcome.error();
  trace.outcome = *outcome;
  return trace;
}

Result<Outcome> simulate_outcome(const Scenario& scenario, const Run& run) {
  auto ready = plan(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  return play(simulation);
}

}  // namespace detente
