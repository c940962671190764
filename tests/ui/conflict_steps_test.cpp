// A conflict where talks are shown as a rule: Step, Compare, Role-play; and what of many states is
// drawn.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ui/conflict.hpp"
#include "ui/conflict_view.hpp"
#include "ui/depth.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/move_graph.hpp"
#include "ui/support.hpp"

namespace detente::ui {
namespace {

using support::kCuba;

void show_conflict_page(Headless& window) {
  window.press({.key = Key::n8, .alt = true});
  window.settle();
  REQUIRE(current_conflict(window.desk()) != nullptr);
}

/// Whether some drawn text holds the words.
bool says(const Headless& window, const std::string& words) {
  const auto& order = window.registry().order();
  return std::any_of(order.begin(), order.end(), [&](const std::string& path) {
    return window.value(path).find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("of eighty states those that matter are drawn, and all where it is asked for") {
  Headless window(1600, 900);
  support::open_shipped(window);
  show_conflict_page(window);
  Desk& desk = window.desk();
  const SolvedConflict& solved = *current_conflict(desk);
  REQUIRE(solved.states == 80);
  const auto shown = desk.conflict.graph;
  REQUIRE(shown != nullptr);
  CHECK_FALSE(shown->whole);
  CHECK(shown->nodes.size() <= kMostPart);
  CHECK(shown->node_of(solved.report.status_quo) >= 0);
  each_state(solved.equilibria[static_cast<std::size_t>(Concept::nash)], [&](StateIndex state) {
    CHECK(shown->node_of(state) >= 0);
    const EquilibriumReport* const found = equilibrium_at(solved, state);
    REQUIRE(found != nullptr);
    REQUIRE(found->path.has_value());
    for (const PathStep& step : *found->path) CHECK(shown->node_of(step.to) >= 0);
  });
  CHECK(window.value("moves/every") == "off");
  REQUIRE(window.click("moves/every"));
  window.settle();
  CHECK(desk.conflict.graph->whole);
  CHECK(desk.conflict.graph->nodes.size() == 80);
  REQUIRE(window.click("moves/every"));
  window.settle();
  CHECK(desk.conflict.graph->nodes.size() == shown->nodes.size());
}

TEST_CASE("another concept has other equilibria in the graph") {
  Headless window(1600, 900);
  support::open_shipped(window);
  show_conflict_page(window);
  Desk& desk = window.desk();
  desk.conflict.solution = Concept::gmr;
  window.settle();
  const MoveGraph& graph = *desk.conflict.graph;
  CHECK(graph.choice.solution == Concept::gmr);
  CHECK(graph.nodes.size() <= kMostPart);
  const auto stable = std::count_if(graph.nodes.begin(), graph.nodes.end(), [&](const auto& node) {
    return current_conflict(desk)->is_equilibrium(Concept::gmr, node.state);
  });
  CHECK(stable > 1);
}

TEST_CASE("which rankings of an actor make a state an equilibrium") {
  Headless window(1600, 900);
  open_yaml(window, kCuba);
  show_conflict_page(window);
  REQUIRE(window.click("stability/state_5_us"));
  window.settle();
  CHECK(window.value("certificate/inverse_0").find("state 5") != std::string::npos);
  // half of all 12!: those in which it is better than the one state that it could move to
  CHECK(window.value("certificate/inverse_1") == "Nash stability: 239500800 of 479001600 rankings");
  const InverseAnswer* const first = current_inverse(window.desk());
  REQUIRE(first != nullptr);
  CHECK(first->mover == 0);
  REQUIRE(window.click("stability/state_5_ussr"));
  window.settle();
  REQUIRE(current_inverse(window.desk()) != nullptr);
  CHECK(current_inverse(window.desk())->mover == 1);
}

TEST_CASE("of many states rankings are only counted when it is asked how firmly they stand") {
  Headless window(1600, 900);
  open_yaml(window, support::many_states());
  show_conflict_page(window);
  CHECK(current_inverse(window.desk()) == nullptr);
  CHECK_FALSE(is_drawn(window, "certificate/inverse_0"));
}

TEST_CASE("a conflict in Step speaks of states and moves, not of offers") {
  Headless window(1600, 900);
  open_yaml(window, kCuba);
  Desk& desk = window.desk();
  desk.view.workspace = Workspace::step;
  window.settle();
  REQUIRE(played_state(desk) == StateIndex{0});
  CHECK(window.value("acceptance/title") == "Where the state stands");
  CHECK(window.value("timeline/title") == "Timeline");
  CHECK_FALSE(is_drawn(window, "timeline/support"));
  CHECK(window.value("issues/offer_blockade") == "no");
  CHECK_FALSE(is_drawn(window, "graph/split"));
  move_playhead(desk, 1);
  window.settle();
  REQUIRE(played_state(desk).has_value());
  CHECK(*played_state(desk) != 0);
  CHECK(window.value("issues/offer_air_strike") == (*played_state(desk) & 1U ? "yes" : "no"));
  CHECK(window.value("issues/offer_blockade") == (*played_state(desk) & 2U ? "yes" : "no"));
  CHECK(window.value("issues/offer_withdraw") == (*played_state(desk) & 4U ? "yes" : "no"));
  CHECK_FALSE(says(window, "offer"));
  CHECK_FALSE(says(window, "accepts it"));
}

TEST_CASE("a conflict in Compare and Role-play: how it rests, the last move, no seats") {
  Headless window(1600, 900);
  open_yaml(window, kCuba);
  Desk& desk = window.desk();
  move_playhead(desk, 1);
  desk.view.workspace = Workspace::compare;
  window.settle();
  CHECK(window.value("side_a/outcome").starts_with("At rest"));
  CHECK(window.value("side_a/offer").starts_with("Last move"));
  CHECK_FALSE(is_drawn(window, "side_a/answers"));
  CHECK_FALSE(is_drawn(window, "side_a/blocs"));
  CHECK_FALSE(is_drawn(window, "overlay/series"));
  desk.view.workspace = Workspace::roleplay;
  window.settle();
  CHECK(is_drawn(window, "brief/no_seats"));
  CHECK_FALSE(is_drawn(window, "brief/seat_us"));
  CHECK_FALSE(is_drawn(window, "brief/use_offers"));
  support::open_shipped(window);
  choose_model(desk, "conflict");
  window.settle();
  REQUIRE(window.click("brief/use_offers"));
  window.settle();
  CHECK(current_branch(desk)->run.model == "offers");
  CHECK(is_drawn(window, "brief/seat_us"));
}

TEST_CASE("workspaces are in the bar in every language, in a narrow window by number") {
  Headless window(1280, 720);
  open_yaml(window, kCuba);
  for (const Language language : kLanguages) {
    window.desk().settings.language = language;
    window.settle();
    CHECK(window.value("menu/workspace_step").starts_with("1"));
    REQUIRE(window.click("menu/workspace_analysis"));
    CHECK(window.desk().view.workspace == Workspace::analysis);
    REQUIRE(window.click("menu/workspace_step"));
  }
}

TEST_CASE("names of indices are those of the language; votes have no rounds to be played") {
  Headless window(1280, 720);
  open_yaml(window, support::kCouncil);
  window.desk().settings.language = Language::bg;
  window.press({.key = Key::n9, .alt = true});
  window.settle();
  CHECK(window.value("power/index/1") == "Банзаф");
  CHECK(says(window, "без кръгове"));
}

}  // namespace detente::ui
