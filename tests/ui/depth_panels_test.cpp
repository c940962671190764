// Better deals, durability, frontier and solution points, and the fields of an actor that came with
// them.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "detente/scenario/edit.hpp"
#include "ui/depth.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/lasting_view.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/swap.hpp"
#include "ui/tables.hpp"

namespace detente::ui {
namespace {

/// Both table whatever package they barely accept: the deal leaves something on the table.
const std::string kBarter = R"(schema: detente/scenario/1
id: barter
title: Barter
model: offers
issues:
  land: {options: [a, b, c, d]}
  water: {options: [a, b, c, d]}
  air: {options: [a, b, c]}
actors:
  north:
    tactic: {kind: conceder, offer: least}
    positions:
      land: {ideal: 0, salience: 0.9}
      water: {ideal: 0, salience: 0.35}
      air: {ideal: 0, salience: 0.3}
  south:
    tactic: {kind: conceder, offer: least}
    positions:
      land: {ideal: 100, salience: 0.1}
      water: {ideal: 100, salience: 0.9}
      air: {ideal: 100, salience: 0.25}
)";

/// An axis in kilometres.
const std::string kStrip = R"(schema: detente/scenario/1
id: strip
title: Strip
issues:
  width: {range: [10, 60], unit: km, steps: 251}
  guard: {options: [none, some]}
actors:
  north:
    positions: {width: {ideal: 12.5, salience: 1}, guard: {ideal: 0, salience: 0.5}}
  south:
    positions: {width: {ideal: 55, salience: 1, red_line: [20, 60]}}
)";

bool is_enabled(const Headless& window, const std::string& path) {
  const Item* const item = window.registry().find(path);
  return item != nullptr && item->enabled;
}

/// The card of an actor, large enough to be seen whole, with one of its folds open.
void open_card(Headless& window, int actor, const std::string& fold) {
  select_actor(window.desk(), actor);
  window.settle();
  REQUIRE(window.click("actor/" + fold));
  window.settle();
}

void to_end(Desk& desk) {
  move_playhead(desk, static_cast<int>(current_run(desk)->frames.size()) - 1);
}

int frontier_index(const Desk& desk) {
  return desk.analysis.point;
}

const SolutionReport& solved(const Desk& desk) {
  REQUIRE(desk.analysis.solutions != nullptr);
  REQUIRE(desk.analysis.solutions->has_value());
  return **desk.analysis.solutions;
}

}  // namespace

TEST_CASE("every tactic can be chosen, and shows the numbers that it reads") {
  Headless window(1600, 3000);
  open_yaml(window, kTrade);
  open_card(window, 1, "tactic");
  CHECK(is_enabled(window, "actor/e"));
  CHECK_FALSE(is_drawn(window, "actor/kindness"));
  for (const char* const kind :
       {"hardliner", "micro", "tit_for_tat", "nice_tit_for_tat", "hybrid", "human", "time"}) {
    CAPTURE(kind);
    REQUIRE(commit(window.desk(), "actors.south.tactic.kind", kind));
    window.settle();
    CHECK(window.value("actor/kind") == window.app().ui().say(std::string("actors.kind_") + kind));
    CHECK(window.value("actor/kind_help") != "actors.kind_help_" + std::string(kind));
    const bool timed = std::string(kind) == "time";
    const bool mirrors = std::string(kind) == "tit_for_tat";
    CHECK(is_enabled(window, "actor/e") == timed);
    CHECK(is_drawn(window, "actor/kindness") == mirrors);
    CHECK(is_enabled(window, "actor/offer") == (timed || mirrors));
  }
}

TEST_CASE("tit for tat reads a lag or a window, never both; without kindness two of them wait") {
  Headless window(1600, 3000);
  open_yaml(window, kTrade);
  REQUIRE(commit(window.desk(), "actors.south.tactic.kind", "tit_for_tat"));
  open_card(window, 1, "tactic");
  CHECK(is_enabled(window, "actor/lag"));
  CHECK_FALSE(is_enabled(window, "actor/window"));
  CHECK_FALSE(is_drawn(window, "actor/unkind"));
  REQUIRE(commit(window.desk(), "actors.south.tactic.mode", "average"));
  window.settle();
  REQUIRE(commit(window.desk(), "actors.south.tactic.kindness", "0"));
  window.settle();
  CHECK_FALSE(is_enabled(window, "actor/lag"));
  CHECK(is_enabled(window, "actor/window"));
  CHECK(is_drawn(window, "actor/unkind"));
}

TEST_CASE("an acceptance rule shows its own numbers") {
  Headless window(1600, 3000);
  open_yaml(window, kTrade);
  open_card(window, 1, "tactic");
  const auto shown = [&](const std::string& id) { return is_drawn(window, "actor/" + id); };
  for (const char* const rule : {"next", "const", "time", "previous", "combi", "combi_max"}) {
    CAPTURE(rule);
    const std::string name = rule;
    REQUIRE(commit(window.desk(), "actors.south.tactic.accept.rule", name));
    window.settle();
    CHECK(shown("alpha") == (name == "next" || name == "previous"));
    CHECK(shown("beta") == shown("alpha"));
    CHECK(shown("theta") == (name == "const"));
    CHECK(shown("tau") == (name == "time" || name == "combi" || name == "combi_max"));
  }
}

TEST_CASE("a walk-away given as a share is shown and moved as one") {
  Headless window(1600, 900);
  open_yaml(window, kTrade);
  select_actor(window.desk(), 0);
  window.settle();
  CHECK(window.value("actor/walk_away") == "0.40");
  const double before = scenario_now(window.desk())->actors[0].walk_away;
  CHECK(window.value("actor/walk_away_value").starts_with("Refuses 40 of 100 packages: 0."));
  window.desk().view.wanted_focus = "actor/walk_away";
  window.frame();
  for (int press = 0; press < 30; ++press) window.press({.key = Key::right});
  window.settle();
  const Actor& north = scenario_now(window.desk())->actors[0];
  REQUIRE(north.walk_away_share.has_value());
  CHECK(*north.walk_away_share == doctest::Approx(0.7));
  CHECK(north.walk_away > before);
  CHECK(window.value("actor/walk_away_value").starts_with("Refuses 70 of 100"));
}

TEST_CASE("a continuous issue has an axis in its own unit") {
  Headless window(1600, 3000);
  open_yaml(window, kStrip);
  open_card(window, 0, "position_width");
  CHECK(window.value("actor/ideal_width") == "12.5");
  REQUIRE(commit(window.desk(), "actors.north.positions.width.ideal", "59.5"));
  window.settle();
  CHECK(window.value("actor/ideal_width") == "59.5");
  CHECK_FALSE(is_drawn(window, "actor/nearest_width"));
  // half of the axis, where somebody had no position
  select_actor(window.desk(), 1);
  window.settle();
  REQUIRE(window.click("actor/position_guard"));
  window.settle();
  REQUIRE(window.click("actor/give_view_guard"));
  window.settle();
  CHECK(scenario_now(window.desk())
            ->actors[1]
            .positions[1]
            .ideal->on(scenario_now(window.desk())->issues[1]) == 50.0);
}

TEST_CASE("a deal off the frontier: the better package offered instead is what the branch agrees") {
  Headless window(1600, 900);
  open_yaml(window, kBarter);
  Desk& desk = window.desk();
  desk.view.side_tab = kImproveTab;
  window.settle();
  const auto known = desk.results.improved.at(desk.document.current);
  REQUIRE(known->has_value());
  const Improvement& improvement = **known;
  REQUIRE(improvement.package >= 0);
  CHECK(is_drawn(window, "improve/found"));
  CHECK(is_drawn(window, "improve/party_north"));
  CHECK((window.value("improve/party_north").find("→") != std::string::npos) ==
        (improvement.gains[0] > 0.0));
  const DataTable table = table_of_pane(desk, window.registry(), "improve");
  REQUIRE(table.rows.size() == 2);
  CHECK(std::get<double>(table.rows[1][2]) == improvement.gains[1]);
  REQUIRE(window.click("improve/try"));
  window.settle();
  REQUIRE(desk.document.branches.size() == 2);
  const Outcome& outcome = current_run(desk)->trace.outcome;
  CHECK(outcome.agreed);
  CHECK(outcome.package == improvement.after);
  CHECK(is_drawn(window, "improve/none"));
}

TEST_CASE("a deal on the frontier is said to be there") {
  Headless window(1600, 900);
  open(window, "paris");
  window.desk().view.side_tab = kImproveTab;
  window.settle();
  CHECK(is_drawn(window, "improve/none"));
  CHECK(is_drawn(window, "improve/party_russia"));
  CHECK_FALSE(is_drawn(window, "improve/try"));
}

TEST_CASE("the end of talks that are still to be predicted is not given away") {
  Headless window(1600, 900);
  open(window, "paris");
  Desk& desk = window.desk();
  desk.tour.open = true;
  desk.tour.card = 1;
  move_playhead(desk, 0);
  desk.view.side_tab = kImproveTab;
  window.settle();
  CHECK(is_drawn(window, "improve/later"));
  CHECK_FALSE(is_drawn(window, "improve/deal"));
}

TEST_CASE("durability: what is on the table, year by year, and its numbers can be changed") {
  Headless window(1600, 2000);
  open(window, "paris");
  Desk& desk = window.desk();
  desk.view.side_tab = kDurabilityTab;
  window.settle();
  CHECK(is_drawn(window, "durability/nothing"));
  to_end(desk);
  window.settle();
  const auto before = lasting_view(desk);
  REQUIRE(before.has_value());
  CHECK(before->life.life.survival.size() == 20);
  CHECK(is_drawn(window, "durability/curve"));
  CHECK(is_drawn(window, "durability/sentence_1"));
  REQUIRE(before->firmer.has_value());
  CHECK(before->firmer->life.survival[0] == before->life.weakest->first_year);
  move_playhead(desk, 0);
  REQUIRE(commit(desk, "durability.cost", "4"));
  window.settle();
  to_end(desk);
  window.settle();
  const auto after = lasting_view(desk);
  REQUIRE(after.has_value());
  CHECK(desk.document.branches.size() == 2);
  CHECK(after->life.life.deterrence == doctest::Approx(2 * before->life.life.deterrence));
  CHECK(window.value("durability/cost") == "4");
  const DataTable table = table_of_pane(desk, window.registry(), "durability");
  REQUIRE(table.rows.size() == 20);
  CHECK(std::get<double>(table.rows[9][1]) == after->life.life.survival[9]);
}

TEST_CASE("a scenario without durability says so") {
  Headless window(1280, 720);
  open_yaml(window, kTrade);
  window.desk().view.side_tab = kDurabilityTab;
  window.settle();
  CHECK(is_drawn(window, "durability/none"));
  select_actor(window.desk(), 0);
  window.settle();
  REQUIRE(window.click("actor/more"));
  window.settle();
  CHECK_FALSE(is_enabled(window, "actor/values_durability"));
}

TEST_CASE("frontier and solution points: a press on a point looks at its package") {
  Headless window(1600, 1200);
  open(window, "paris");
  Desk& desk = window.desk();
  desk.view.workspace = Workspace::analysis;
  desk.view.analysis_tab = kFrontierTab;
  window.settle();
  const SolutionReport& report = solved(desk);
  REQUIRE_FALSE(report.solved.frontier.empty());
  REQUIRE(desk.analysis.cloud != nullptr);
  CHECK(is_drawn(window, "frontier/chart"));
  CHECK(is_drawn(window, "frontier/hint"));
  REQUIRE(window.click("frontier/point_nash"));
  window.settle();
  CHECK(frontier_index(desk) == report.solved.at(detente::Point::nash).front());
  CHECK(is_drawn(window, "frontier/party_us"));
  CHECK_FALSE(is_drawn(window, "frontier/hint"));
}

TEST_CASE("the keyboard walks along the frontier, and the table holds all of it") {
  Headless window(1600, 1200);
  open(window, "paris");
  Desk& desk = window.desk();
  desk.view.workspace = Workspace::analysis;
  desk.view.analysis_tab = kFrontierTab;
  window.settle();
  desk.view.wanted_focus = "frontier/walk";
  window.frame();
  window.press({.key = Key::right});
  window.settle();
  const auto& frontier = solved(desk).solved.frontier;
  CHECK(std::find(frontier.begin(), frontier.end(), desk.analysis.point) != frontier.end());
  REQUIRE(window.click("frontier/view/1"));
  window.settle();
  CHECK(is_drawn(window, "frontier/row_" + std::to_string(frontier.front())));
  const DataTable table = table_of_pane(desk, window.registry(), "frontier");
  CHECK(table.rows.size() == frontier.size());
  CHECK(table.head.size() ==
        1 + solved(desk).tables->view.open.size() + solved(desk).tables->parties.size());
}

}  // namespace detente::ui
