#include "ui/think.hpp"

#include <string>
#include <utility>

#include "detente/report/narrate_comparison.hpp"
#include "detente/study/compare.hpp"
#include "detente/study/worlds.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/think_analysis.hpp"
#include "ui/think_conflict.hpp"
#include "ui/think_depth.hpp"

// What is computed beside the window, and when.
namespace detente::ui {
namespace {

constexpr auto kWhy = "why";

/// Tells what is new about a branch that was just made, as soon as it has been played.
void tell_difference(Desk& desk, int id) {
  const Branch* const branch = desk.document.find(id);
  const Played* const run = played_of(desk, id);
  if (branch == nullptr || run == nullptr || id != desk.document.current) return;
  const Played* const parent = played_of(desk, branch->parent);
  if (parent == nullptr || branch->seat >= 0) return;
  tell(desk, difference_line(compare(parent->trace, run->trace), desk.settings.language));
}

void deliver_run(Desk& desk, int id, Played played) {
  // votes or a game alone have nothing to be played, and that is no fault
  const bool talks = !scenario_of(desk)->stages.empty() || scenario_of(desk)->conflict;
  if (!played.faults.empty() && talks) tell(desk, to_string(played.faults.front()), true);
  desk.results.played[id] = std::make_shared<const Played>(std::move(played));
  const Branch* const branch = desk.document.find(id);
  const bool seated = branch != nullptr && branch->seat >= 0 && id == desk.document.current;
  // whoever plays looks at the newest round
  const auto frames = static_cast<int>(desk.results.played[id]->frames.size());
  move_playhead(desk, seated ? frames - 1 : desk.view.frame);
  tell_difference(desk, id);
}

void think_run(const Desk& desk, Jobs& jobs, const std::shared_ptr<const Branch>& branch) {
  const std::string key = "play " + std::to_string(branch->id);
  if (desk.results.played.contains(branch->id) || jobs.busy(key)) return;
  jobs.start(key, [source = desk.document.source, branch](const Stop&) -> Delivery {
    auto played = std::make_shared<Played>(play(*source, *branch));
    return [played, id = branch->id](Desk& later) { deliver_run(later, id, std::move(*played)); };
  });
}

void think_holds(const Desk& desk, Jobs& jobs, int id) {
  const std::string key = "holds " + std::to_string(id);
  const auto found = desk.results.played.find(id);
  const bool ready = found != desk.results.played.end() && found->second->faults.empty() &&
                     found->second->turn == nullptr;
  if (!ready || desk.results.holds.contains(id) || jobs.busy(key)) return;
  const Branch* const branch = desk.document.find(id);
  jobs.start(key, [played = found->second, run = branch->run, id](const Stop& stop) -> Delivery {
    const Trace& trace = played->trace;
    const int worlds = holds(*trace.scenario, run, trace.outcome, kWorlds, stop);
    return [id, worlds](Desk& later) { later.results.holds[id] = worlds; };
  });
}

void think_why(Desk& desk, Jobs& jobs) {
  const WhyKey key = why_key(desk);
  const bool idle = desk.view.playing || current_run(desk) == nullptr;
  if (idle || desk.results.why.contains(key) || played_state(desk)) return;
  if (desk.results.asked == key && jobs.busy(kWhy)) return;
  desk.results.asked = key;
  const DecisionAt at{
      .stage = std::get<1>(key), .round = std::get<2>(key), .actor = std::get<3>(key)};
  // one question at a time: whoever moves on does not wait for the answer before
  jobs.start(kWhy,
             [source = desk.document.source, run = current_branch(desk)->run, at,
              key](const Stop& stop) -> Delivery {
               auto why = std::make_shared<const Result<Explanation>>(
                   explain(source->loaded.scenario, run, at, kWorlds, stop));
               return [key, why](Desk& later) { later.results.why[key] = why; };
             });
}

}  // namespace

void think(Desk& desk, Jobs& jobs) {
  if (desk.document.source == nullptr) return;
  for (const auto& branch : desk.document.branches) think_run(desk, jobs, branch);
  think_holds(desk, jobs, desk.document.current);
  if (desk.document.other >= 0) think_holds(desk, jobs, desk.document.other);
  think_why(desk, jobs);
  think_analysis(desk, jobs);
  think_depth(desk, jobs);
  think_conflict(desk, jobs);
  think_power(desk, jobs);
}

}  // namespace detente::ui
