// Workspace 5, the pages of the conflict and of power.

#include "ui/conflict.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "detente/model/conflict_talks.hpp"
#include "detente/report/voice.hpp"
#include "detente/study/power.hpp"
#include "ui/actions.hpp"
#include "ui/conflict_view.hpp"
#include "ui/depth.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/move_graph.hpp"
#include "ui/support.hpp"
#include "ui/tables.hpp"

namespace detente::ui {
namespace {

using support::kCouncil;
using support::kCuba;
using support::kElmira;
using support::kGloves;
using support::many_states;

const Chord kToConflict{.key = Key::n8, .alt = true};
const Chord kToPower{.key = Key::n9, .alt = true};

/// The page of the conflict, with everything computed.
void show_conflict(Headless& window, const std::string& yaml) {
  open_yaml(window, yaml);
  window.press(kToConflict);
  window.settle();
  REQUIRE(current_conflict(window.desk()) != nullptr);
}

/// The codes of the rows that are drawn.
std::set<std::string> listed(const Headless& window) {
  const std::string prefix = "stability/state_";
  std::set<std::string> codes;
  for (const std::string& path : window.registry().order()) {
    if (!path.starts_with(prefix)) continue;
    const std::string code = path.substr(prefix.size());
    if (code.find('_') == std::string::npos) codes.insert(code);
  }
  return codes;
}

std::string selected(const Headless& window) {
  return window.value("stability/rows");
}

}  // namespace

TEST_CASE("the table marks for whom a state is stable, and of what it is an equilibrium") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  CHECK(listed(window).size() == 12);
  CHECK(window.value("stability/state_5") == "NGMSYI");
  CHECK(window.value("stability/state_6") == ".GMSY.");
  CHECK(window.value("stability/state_7") == ".GM...");
  CHECK(window.value("stability/state_6_us") == ".GMSY.");
  CHECK(window.value("stability/state_6_ussr") == "NGMSYI");
  CHECK(window.value("stability/state_8_us") == "......");
  CHECK(window.value("stability/count") == "Nash stability: 1 equilibrium among 12 states");
  REQUIRE(window.click("stability/concept/3"));
  CHECK(window.value("stability/count").find("3 equilibria") != std::string::npos);
}

TEST_CASE("options filter the states, and so does being an equilibrium") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  CHECK(window.value("stability/filter_withdraw") == "any");
  REQUIRE(window.click("stability/filter_withdraw"));
  CHECK(window.value("stability/filter_withdraw") == "yes");
  CHECK(listed(window) == std::set<std::string>{"4", "5", "6", "7"});
  REQUIRE(window.click("stability/filter_blockade"));
  REQUIRE(window.click("stability/filter_blockade"));
  CHECK(listed(window) == std::set<std::string>{"4", "5"});
  REQUIRE(window.click("stability/concept/3"));
  REQUIRE(window.click("stability/only_equilibria"));
  CHECK(listed(window) == std::set<std::string>{"4", "5"});
  REQUIRE(window.click("stability/filter_blockade"));
  CHECK(listed(window) == std::set<std::string>{"4", "5", "6"});
  REQUIRE(window.click("stability/filter_escalate"));
  CHECK(listed(window).empty());
  CHECK(is_drawn(window, "stability/no_rows"));
}

TEST_CASE("equilibria first: they stand above, and the rest follows by number") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  REQUIRE(window.click("stability/concept/3"));
  REQUIRE(window.click("stability/equilibria_first"));
  const StateList& list = *window.desk().conflict.list;
  CHECK(list.rows == std::vector<StateIndex>{4, 5, 6, 0, 1, 2, 3, 7, 8, 9, 10, 11});
}

TEST_CASE("a press on a cell asks why that state is stable for that actor") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  Desk& desk = window.desk();
  REQUIRE(window.click("stability/concept/3"));
  REQUIRE(window.click("stability/state_6_us"));
  CHECK(selected(window) == "6");
  CHECK(desk.view.actor == 0);
  const Certificate* const certificate = current_certificate(desk);
  REQUIRE(certificate != nullptr);
  CHECK(certificate->stable);
  CHECK(certificate->solution == Concept::seq);
  CHECK(certificate->answers.size() == 1);
  CHECK(check(current_conflict(desk)->conflict(), Sanctions::legal, *certificate));
  CHECK(window.value("certificate/state").find("NYYN") != std::string::npos);
  CHECK(window.value("certificate/headline").find("is stable") != std::string::npos);
  CHECK(window.value("certificate/path").find("in 2 moves") != std::string::npos);
  CHECK(window.value("certificate/everybody").find("equilibrium") != std::string::npos);
  REQUIRE(window.click("stability/state_8_ussr"));
  CHECK(desk.view.actor == 1);
  CHECK(window.value("certificate/headline").find("not stable") != std::string::npos);
  CHECK_FALSE(is_drawn(window, "certificate/path"));
}

TEST_CASE("how firmly an equilibrium stands is told with the coalitions that would leave it") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  REQUIRE(window.click("stability/state_5"));
  CHECK(is_drawn(window, "certificate/robust_head"));
  CHECK(window.value("certificate/swaps").find("of 22 swaps") != std::string::npos);
  CHECK(window.value("certificate/breaking").find("United States") != std::string::npos);
  CHECK(window.value("certificate/coalitions") == window.app().ui().say("certificate.holds"));
  REQUIRE(window.click("stability/concept/3"));
  REQUIRE(window.click("stability/state_6"));
  CHECK(is_drawn(window, "certificate/coalitions"));
}

TEST_CASE("states that are listed: moves that do not compose, no sim, a coalition that leaves") {
  Headless window(1600, 900);
  show_conflict(window, kElmira);
  Desk& desk = window.desk();
  CHECK(listed(window).size() == 9);
  CHECK(window.value("stability/state_5") == "NGMSY ");
  CHECK_FALSE(is_drawn(window, "stability/filter_x"));
  REQUIRE(window.click("stability/state_5"));
  const std::string together = window.value("certificate/coalitions");
  CHECK(together.find("state 8") != std::string::npos);
  CHECK(together.find("Ministry and Company") != std::string::npos);
  REQUIRE(window.click("stability/concept/5"));
  CHECK(is_drawn(window, "certificate/undefined"));
  CHECK(current_certificate(desk) == nullptr);
}

TEST_CASE("the graph: layers by improvements, arcs of improvements, a press selects") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  Desk& desk = window.desk();
  REQUIRE(desk.conflict.graph != nullptr);
  const MoveGraph& graph = *desk.conflict.graph;
  CHECK(graph.whole);
  REQUIRE(graph.nodes.size() == 12);
  CHECK(graph.nodes[graph.node_of(0)].layer == 0);
  CHECK(graph.nodes[graph.node_of(2)].layer == 1);
  CHECK(graph.nodes[graph.node_of(6)].layer == 2);
  CHECK(graph.nodes[graph.node_of(8)].layer == -1);
  const Conflict& conflict = current_conflict(desk)->conflict();
  std::size_t arcs = 0;
  each_state(conflict.feasible, [&](StateIndex state) {
    for (int actor = 0; actor < conflict.actors; ++actor) {
      arcs += improvements(conflict, actor, state).size();
    }
  });
  CHECK(graph.arcs.size() == arcs);
  CHECK(is_drawn(window, "moves/unreached"));
  REQUIRE(window.click("moves/node_6"));
  CHECK(selected(window) == "6");
  CHECK(window.value("certificate/path").find("in 2 moves") != std::string::npos);
}

TEST_CASE("by keys: arrows walk over the table, Enter goes to the reasons, others step on") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  Desk& desk = window.desk();
  desk.view.wanted_focus = "stability/rows";
  window.settle();
  window.press({.key = Key::down});
  CHECK(selected(window) == "1");
  window.press({.key = Key::right});
  CHECK(desk.view.actor == 1);
  CHECK(desk.view.frame == 0);
  window.press({.key = Key::up});
  CHECK(selected(window) == "0");
  window.press({.key = Key::enter});
  CHECK(window.app().ui().focused() == "certificate/actor");
  const Chord next{.key = Key::e, .ctrl = true, .shift = true};
  window.press(next);
  CHECK(selected(window) == "5");
  window.press({.key = Key::n, .ctrl = true, .shift = true});
  CHECK(desk.conflict.solution == Concept::gmr);
  window.settle();
  window.press(next);
  CHECK(selected(window) == "6");
  window.press({.key = Key::a, .ctrl = true, .shift = true});
  window.settle();
  REQUIRE(current_conflict(desk) != nullptr);
  CHECK(current_conflict(desk)->report.table.sanctions == Sanctions::once);
}

TEST_CASE("thousands of states: few rows are drawn, and the selected one is among them") {
  Headless window(1600, 900);
  show_conflict(window, many_states());
  Desk& desk = window.desk();
  CHECK(desk.conflict.list->all == 4096);
  CHECK(listed(window).size() < 60);
  CHECK(listed(window).contains("0"));
  select_state(desk, 3000);
  window.settle();
  CHECK(listed(window).contains("3000"));
  CHECK_FALSE(listed(window).contains("0"));
  const MoveGraph& graph = *desk.conflict.graph;
  CHECK_FALSE(graph.whole);
  CHECK(graph.nodes.size() <= kMostNodes);
  CHECK(graph.node_of(3000) >= 0);
  CHECK(graph.node_of(0) >= 0);
  CHECK(is_drawn(window, "certificate/firm"));
  CHECK(desk.conflict.firmness == nullptr);
}

TEST_CASE("an edit of the preferences changes the table, and only from where it acts") {
  Headless window(1600, 900);
  open_yaml(window, kCuba);
  CHECK(has_conflict(window.desk()));
  window.press(kToConflict);
  window.settle();
  const auto before = window.desk().conflict.solved;
  REQUIRE(before != nullptr);
  choose_seed(window.desk(), 77);
  window.settle();
  REQUIRE(current_conflict(window.desk()) != nullptr);
  CHECK(current_conflict(window.desk())->equilibria == before->equilibria);
}

TEST_CASE("played in Step: where the state stands in each ranking, and why somebody moved") {
  Headless window(1600, 900);
  open_yaml(window, kCuba);
  Desk& desk = window.desk();
  desk.view.workspace = Workspace::step;
  REQUIRE(current_branch(desk)->run.model == "conflict");
  move_playhead(desk, 1);
  window.settle();
  REQUIRE(played_state(desk).has_value());
  CHECK(is_drawn(window, "acceptance/rank_us"));
  CHECK(is_drawn(window, "why/headline"));
  CHECK_FALSE(is_drawn(window, "why/fault"));
  const StateIndex state = *played_state(desk);
  CHECK(window.value("acceptance/state") == "State " + std::to_string(state));
  const auto& payoff = current_round(desk)->tables->board->game.conflict.payoff[0];
  const double worth = (payoff[state] - 1.0) / 11.0;
  const detail::Voice voice(*scenario_of(desk), Language::en);
  CHECK(window.value("acceptance/rank_us").starts_with(voice.number(worth)));
  desk.view.workspace = Workspace::analysis;
  desk.analysis.page = 0;
  window.settle();
  CHECK(is_drawn(window, "zones/no_talks"));
  REQUIRE(window.click("zones/show"));
  CHECK(desk.analysis.page == kConflictPage);
}

TEST_CASE("without a conflict the page says so, and its actions are grey") {
  Headless window(1600, 900);
  open_yaml(window, kTrade);
  CHECK(find_action("view.conflict")->obstacle(window.desk()) == "why_not.no_conflict");
  CHECK(find_action("conflict.next_equilibrium")->obstacle(window.desk()) == "why_not.no_conflict");
  CHECK(find_action("view.power")->obstacle(window.desk()) == "");
  window.desk().view.workspace = Workspace::analysis;
  window.desk().analysis.page = kConflictPage;
  window.settle();
  CHECK(is_drawn(window, "stability/none"));
  CHECK_FALSE(is_drawn(window, "moves/pane"));
}

TEST_CASE("what is exported of the table are its rows, of the graph its arcs") {
  Headless window(1600, 900);
  show_conflict(window, kCuba);
  const DataTable states = table_of_pane(window.desk(), window.registry(), "stability");
  REQUIRE(states.rows.size() == 12);
  CHECK(std::get<std::string>(states.head[2]) == "us");
  CHECK(std::get<double>(states.rows[5][0]) == 5.0);
  CHECK(std::get<std::string>(states.rows[5][1]) == "YNYN");
  CHECK(std::get<std::string>(states.rows[7][4]) == "gmr smr");
  const DataTable moves = table_of_pane(window.desk(), window.registry(), "moves");
  CHECK(moves.rows.size() == window.desk().conflict.graph->arcs.size());
  CHECK(std::get<std::string>(moves.rows.front()[2]) == "us");
}

TEST_CASE("power of votes: bars with their numbers, who never matters, how it is counted") {
  Headless window(1600, 900);
  open_yaml(window, kCouncil);
  window.press(kToPower);
  window.settle();
  CHECK(window.value("power/player_germany") == "0.2333");
  CHECK(window.value("power/player_belgium") == "0.1500");
  CHECK(window.value("power/player_luxembourg") == "0.0000");
  CHECK(window.value("power/dummies").find("luxembourg") != std::string::npos);
  CHECK(window.value("power/rules").find("12 of 17") != std::string::npos);
  REQUIRE(window.click("power/index/1"));
  CHECK(window.value("power/player_germany") == "0.2381");
  CHECK(is_drawn(window, "values/no_game"));
  const DataTable data = table_of_pane(window.desk(), window.registry(), "power");
  REQUIRE(data.rows.size() == 6);
  CHECK(std::get<double>(data.rows[0][1]) == doctest::Approx(7.0 / 30.0));
}

TEST_CASE("values of a game: who brings what, the core, the best grouping") {
  Headless window(1600, 900);
  open_yaml(window, kGloves);
  window.press(kToPower);
  window.settle();
  CHECK(is_drawn(window, "power/no_votes"));
  CHECK(window.value("values/player_right").starts_with("0.667"));
  CHECK(window.value("values/core").find("not empty") != std::string::npos);
  CHECK(is_drawn(window, "values/structure"));
}

TEST_CASE("power in the talks of Paris, with the rule and as if each coalition decided") {
  Headless window(1600, 900);
  support::open_shipped(window);
  window.press(kToPower);
  window.settle();
  Desk& desk = window.desk();
  REQUIRE(desk.power.report != nullptr);
  CHECK(desk.power.report->stage == 0);
  CHECK(is_drawn(window, "power/player_us"));
  CHECK(is_drawn(window, "values/core"));
  REQUIRE(window.click("values/kind/1"));
  CHECK(desk.power.plain);
  REQUIRE(window.click("values/normalised"));
  REQUIRE(desk.power.report != nullptr);
  CHECK(desk.power.report->normalised);
  REQUIRE(window.click("power/player_ukraine"));
  CHECK(desk.view.actor == index_of(scenario_of(desk)->actors, "ukraine"));
}

TEST_CASE("scenarios of a conflict, votes or a game alone can be looked at in every place") {
  Headless window(1280, 800);
  for (const std::string& yaml : {kCuba, kElmira, kCouncil, kGloves}) {
    open_yaml(window, yaml);
    for (const support::Place& place : support::all_places()) {
      CAPTURE(place.name);
      // nobody sits down, and nothing is changed, where there are no talks
      if (place.name == "compare" || place.name == "batch_results") continue;
      support::visit(window, place);
      CHECK_FALSE(support::panes_of(window).empty());
    }
  }
}

TEST_CASE("the Paris conflict can be played round by round") {
  Headless window(1600, 900);
  support::open_shipped(window);
  Desk& desk = window.desk();
  choose_model(desk, "conflict");
  window.settle();
  REQUIRE(current_run(desk) != nullptr);
  CHECK(current_run(desk)->faults.empty());
  CHECK_FALSE(current_run(desk)->frames.empty());
  for (const support::Place& place : support::all_places()) {
    CAPTURE(place.name);
    if (place.name == "compare" || place.name == "batch_results") continue;
    support::visit(window, place);
    CHECK_FALSE(support::panes_of(window).empty());
  }
}

}  // namespace detente::ui
