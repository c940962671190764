#include "ui/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "ui/batch.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui::support {
namespace {

constexpr std::string_view kPane = "/pane";

template <Workspace kind, int tab>
void go_to(Desk& desk) {
  desk.view.workspace = kind;
  desk.view.story_tab = tab;
}

void to_grid(Desk& desk) {
  go_to<Workspace::step, 0>(desk);
  desk.view.maximised = "actors";
}

template <int side_tab>
void to_reason(Desk& desk) {
  go_to<Workspace::step, 0>(desk);
  desk.view.side_tab = side_tab;
}

void to_frontier(Desk& desk) {
  go_to<Workspace::analysis, 0>(desk);
  desk.view.analysis_tab = kFrontierTab;
}

template <int page>
void to_page(Desk& desk) {
  go_to<Workspace::analysis, 0>(desk);
  desk.analysis.page = page;
}

template <int side_tab>
void to_projector(Desk& desk) {
  go_to<Workspace::step, 0>(desk);
  desk.view.presenting = true;
  desk.view.side_tab = side_tab;
}

/// Results of a batch that holds failed runs, too.
void to_results(Desk& desk) {
  show_by_hand(desk, detente::support::batch_by_hand(20, 2));
}

/// Two branches side by side.
void to_pair(Desk& desk) {
  go_to<Workspace::compare, 0>(desk);
  const Scenario* const scenario = scenario_of(desk);
  if (scenario == nullptr) return;
  const std::string path = "actors." + scenario->actors.back().id + ".walk_away";
  REQUIRE(fork(desk, {{.path = path, .value = Value::of(0.66)}}).empty());
}

/// Someone sits down at the table: the first actor.
void to_seat(Desk& desk) {
  go_to<Workspace::roleplay, 0>(desk);
  const Scenario* const scenario = scenario_of(desk);
  if (scenario != nullptr && !scenario->actors.empty()) take_seat(desk, 0);
}

/// The talks are over for whoever sits there: it left at once.
void to_debrief(Desk& desk) {
  go_to<Workspace::roleplay, 0>(desk);
  const Played* const run = current_run(desk);
  if (run == nullptr || run->turn == nullptr) return;
  play_move(desk, seat_move(*run->turn, Move::Kind::leave));
}

void leave_all(Desk& desk) {
  desk.view.presenting = false;
  desk.view.maximised.clear();
  desk.view.side_tab = 0;
  desk.view.analysis_tab = 0;
  desk.analysis.page = 0;
  desk.batch = {};
}

/// What is computed beside the window, at once and with less care.
void answer_all(Desk& desk) {
  if (desk.document.source == nullptr) return;
  for (const auto& branch : desk.document.branches) {
    auto& played = desk.results.played[branch->id];
    if (played == nullptr) {
      played = std::make_shared<const Played>(play(*desk.document.source, *branch));
    }
    desk.results.holds.try_emplace(branch->id, kWorlds);
  }
}

}  // namespace

void open_shipped(Headless& window, const std::string& name) {
  Desk& desk = window.desk();
  open_file(desk, std::string(DETENTE_SOURCE_DIR) + "/scenarios/" + name + ".yaml");
  REQUIRE(desk.problems.empty());
  desk.tour.open = false;
  window.settle();
}

void open_generated(Headless& window, const detente::support::TalksSize& size) {
  Desk& desk = window.desk();
  open_text(desk, "", detente::support::generated_talks(size));
  REQUIRE(desk.problems.empty());
  desk.tour.open = false;
  answer_all(desk);
  move_playhead(desk, size.rounds / 2);
}

const std::vector<Place>& all_places() {
  static const std::vector<Place> places{{"step", go_to<Workspace::step, 0>},
                                         {"step_source", go_to<Workspace::step, 1>},
                                         {"step_lesson", go_to<Workspace::step, 2>},
                                         {"step_swap", go_to<Workspace::step, kSwapTab>},
                                         {"step_improve", to_reason<kImproveTab>},
                                         {"step_durability", to_reason<kDurabilityTab>},
                                         {"grid", to_grid},
                                         {"batch", go_to<Workspace::batch, 0>},
                                         {"batch_results", to_results},
                                         {"present", to_projector<0>},
                                         {"present_why", to_projector<1>},
                                         {"analysis", go_to<Workspace::analysis, 0>},
                                         {"analysis_frontier", to_frontier},
                                         {"analysis_conflict", to_page<kConflictPage>},
                                         {"analysis_power", to_page<kPowerPage>},
                                         {"compare_one", go_to<Workspace::compare, 0>},
                                         {"roleplay_watch", go_to<Workspace::roleplay, 0>},
                                         {"compare", to_pair},
                                         {"roleplay", to_seat},
                                         {"debrief", to_debrief}};
  return places;
}

void visit(Headless& window, const Place& place) {
  leave_all(window.desk());
  place.go(window.desk());
  window.settle();
}

void glance(Headless& window, const Place& place) {
  leave_all(window.desk());
  place.go(window.desk());
  answer_all(window.desk());
  window.frames(3);
}

std::vector<std::string> panes_of(const Headless& window) {
  std::vector<std::string> panes;
  for (const std::string& path : window.registry().order()) {
    if (path.ends_with(kPane)) panes.push_back(path.substr(0, path.size() - kPane.size()));
  }
  return panes;
}

bool has_content(const Headless& window, const std::string& pane) {
  const auto& order = window.registry().order();
  return std::any_of(order.begin(), order.end(), [&](const std::string& path) {
    const std::size_t slash = pane.size();
    if (!path.starts_with(pane) || path.size() <= slash || path[slash] != '/') return false;
    const std::string id = path.substr(slash + 1);
    return id != "pane" && id != "title" && id != "help" && id != "maximise" && id != "export";
  });
}

}  // namespace detente::ui::support
