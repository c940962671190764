#include "ui/lasting_view.hpp"

#include <algorithm>
#include <utility>

#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

/// What the stages before this one left in force; empty if nothing.
std::vector<int> settled_before(const Trace& trace, int stage) {
  std::vector<int> package;
  for (const TraceStage& each : trace.stages) {
    if (each.stage == stage) break;
    if (each.outcome.agreed) package = laid_over(std::move(package), each.outcome.package);
  }
  return package;
}

bool settles_all(const Durability& durability, const std::vector<int>& package) {
  for (const auto* const levers :
       {&durability.detection, &durability.credibility, &durability.response}) {
    const bool all = std::all_of(levers->begin(), levers->end(),
                                 [&](const Lever& lever) { return package[lever.issue] >= 0; });
    if (!all) return false;
  }
  return true;
}

}  // namespace

std::optional<LastingView> lasting_view(const Desk& desk) {
  const Played* const run = current_run(desk);
  const TraceRound* const round = current_round(desk);
  if (run == nullptr || !round->scenario || !round->scenario->durability) return {};
  const TraceStage& stage = *current_stage(desk);
  const Outcome& outcome = stage.outcome;
  const bool agreed = desk.view.offer < 0 && outcome.agreed && round->number >= outcome.round;
  const TraceOffer* const offer = agreed ? nullptr : current_offer(desk);
  std::vector<int> package = settled_before(run->trace, stage.stage);
  LastingView view{.kind = LastingView::Kind::in_force, .stage = stage.stage};
  if (agreed) {
    view.kind = LastingView::Kind::deal;
    view.round = outcome.round;
    package = laid_over(std::move(package), outcome.package);
  } else if (offer != nullptr) {
    view.kind = LastingView::Kind::offer;
    view.round = offer->round;
    package = laid_over(std::move(package), offer->package);
  }
  if (package.empty()) return {};
  const Scenario& scenario = *round->scenario;
  view.settled = settles_all(*scenario.durability, package);
  view.life = *life_of_package(scenario, stage.stage, package);
  if (view.life.weakest) {
    package[view.life.weakest->issue] = view.life.weakest->to;
    view.firmer = life_of_package(scenario, stage.stage, package);
  }
  return view;
}

}  // namespace detente::ui
