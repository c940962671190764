#include "ui/think_depth.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/overlay.hpp"
#include "detente/study/sample.hpp"
#include "ui/desk_view.hpp"
#include "ui/swap.hpp"
#include "ui/think_analysis.hpp"

namespace detente::ui {
namespace {

using Other = Result<std::shared_ptr<const Scenario>>;

/// All that a foreign table is made from.
struct SwapAsk {
  std::string key{};
  std::string other{};
  int draw = 1;
  std::shared_ptr<const Source> source{};
  std::shared_ptr<const Scenario> mine{};
};

Other shared(Result<Scenario> scenario) {
  if (!scenario) return scenario.error();
  return std::make_shared<const Scenario>(std::move(scenario).value());
}

/// The scenario as opened, with those changes of a what-if that act from the start.
Result<Scenario> overlaid(const Scenario& scenario, const std::string& file) {
  const auto overlay = load_overlay(file, scenario);
  if (!overlay) return overlay.error();
  std::vector<Edit> edits = overlay->edits;
  std::erase_if(edits, [](const Edit& edit) { return edit.at.has_value(); });
  return detente::apply(scenario, edits);
}

Other other_of(const SwapAsk& ask) {
  if (ask.other == "draw") {
    return shared(draw_uncertain(*ask.mine, ask.mine->seed, static_cast<std::uint32_t>(ask.draw)));
  }
  const std::string file = ask.other.substr(ask.other.find(':') + 1);
  if (ask.other.starts_with("overlay:")) {
    return shared(overlaid(ask.source->loaded.scenario, file));
  }
  auto loaded = load_scenario(file);
  if (!loaded) return loaded.error();
  return shared(std::move(loaded->scenario));
}

bool is_foreign(const std::string& other) {
  return other == "draw" || other.starts_with("file:") || other.starts_with("overlay:");
}

/// The cloud behind the frontier, for the two parties on the axes.
void think_cloud(Desk& desk, Jobs& jobs, const SolutionReport& report) {
  AnalysisState& analysis = desk.analysis;
  const auto parties = static_cast<int>(report.tables->parties.size());
  if (parties < 2) return;
  analysis.party_x = std::clamp(analysis.party_x, 0, parties - 1);
  analysis.party_y = std::clamp(analysis.party_y, 0, parties - 1);
  const auto& known = analysis.cloud;
  const bool fresh = known != nullptr && known->tables == report.tables &&
                     known->party_x == analysis.party_x && known->party_y == analysis.party_y;
  if (fresh || jobs.busy("cloud")) return;
  const Density wanted{
      .tables = report.tables, .party_x = analysis.party_x, .party_y = analysis.party_y};
  jobs.start("cloud", [wanted, frontier = report.solved.frontier](const Stop&) -> Delivery {
    std::vector<int> across = frontier;
    const auto& worth = wanted.tables->parties[wanted.party_x].utility;
    std::stable_sort(across.begin(), across.end(),
                     [&](int one, int other) { return worth[one] < worth[other]; });
    return [made = count_packages(wanted), across](Desk& changed) {
      changed.analysis.cloud = made;
      changed.analysis.across = across;
    };
  });
}

}  // namespace

void think_improvement(const Desk& desk, Jobs& jobs) {
  const int id = desk.document.current;
  const auto found = desk.results.played.find(id);
  const std::string key = "improve " + std::to_string(id);
  if (found == desk.results.played.end() || found->second->frames.empty()) return;
  if (desk.results.improved.contains(id) || jobs.busy(key)) return;
  jobs.start(key, [played = found->second, id](const Stop&) -> Delivery {
    auto made = std::make_shared<const std::optional<Improvement>>(improve(played->trace));
    return [id, made](Desk& later) { later.results.improved[id] = made; };
  });
}

void think_solutions(Desk& desk, Jobs& jobs) {
  const TraceStage* const stage = current_stage(desk);
  const Branch* const branch = current_branch(desk);
  if (stage == nullptr || branch == nullptr) return;
  AnalysisState& analysis = desk.analysis;
  const std::array key{branch->id, stage->stage};
  if (analysis.solutions_key == key) {
    if (analysis.solutions->has_value()) think_cloud(desk, jobs, **analysis.solutions);
    return;
  }
  if (analysis.solutions_asked == key && jobs.busy("solutions")) return;
  analysis.solutions_asked = key;
  jobs.start("solutions",
             [key, run = branch->run, source = desk.document.source](const Stop&) -> Delivery {
               const auto made = std::make_shared<const Result<SolutionReport>>(
                   solutions(source->loaded.scenario, run, key[1]));
               return [key, made](Desk& changed) {
                 changed.analysis.solutions_key = key;
                 changed.analysis.solutions = made;
                 changed.analysis.point = -1;
               };
             });
}

void think_swap(Desk& desk, Jobs& jobs) {
  SwapState& swap = desk.swap;
  const auto mine = swap_mine(desk);
  if (mine == nullptr || !is_foreign(swap.other)) return;
  std::string key = swap.other;
  // a draw is made of the branch's own numbers
  if (key == "draw") {
    key += ' ' + std::to_string(swap.draw) + ' ' + std::to_string(desk.document.current);
  }
  if (swap.asked == key && (swap.loaded_for == key || jobs.busy("swap"))) return;
  swap.asked = key;
  const SwapAsk ask{key, swap.other, swap.draw, desk.document.source, mine};
  jobs.start("swap", [ask](const Stop&) -> Delivery {
    const auto made = std::make_shared<const Other>(other_of(ask));
    return [key = ask.key, made](Desk& changed) {
      changed.swap.loaded = made;
      changed.swap.loaded_for = key;
    };
  });
}

void think_depth(Desk& desk, Jobs& jobs) {
  const View& view = desk.view;
  const auto shown = [&](std::string_view pane, Workspace workspace, bool tab) {
    return view.maximised == pane || (view.workspace == workspace && tab);
  };
  if (shown("improve", Workspace::step, view.side_tab == kImproveTab)) {
    think_improvement(desk, jobs);
  }
  if (shown("frontier", Workspace::analysis,
            view.analysis_tab == kFrontierTab && desk.analysis.page == 0)) {
    think_solutions(desk, jobs);
  }
  if (shown("swap", Workspace::step, view.story_tab == kSwapTab)) think_swap(desk, jobs);
}

}  // namespace detente::ui
