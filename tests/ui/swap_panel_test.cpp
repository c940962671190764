// Swapped assumptions: one table of numbers in place of another.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "detente/scenario/edit.hpp"
#include "support/folder.hpp"
#include "ui/depth.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/lasting_view.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/swap.hpp"
#include "ui/tables.hpp"

namespace detente::ui {

TEST_CASE("swap: what differs from a branch is listed, and one number can be taken") {
  Headless window(1600, 900);
  open(window, "paris");
  Desk& desk = window.desk();
  const int base = desk.document.current;
  REQUIRE(commit(desk, "actors.russia.walk_away", "0.66"));
  REQUIRE(commit(desk, "actors.us.walk_away", "0.3"));
  window.settle();
  const int edited = desk.document.current;
  show_branch(desk, base);
  desk.view.story_tab = kSwapTab;
  desk.swap.other = "branch:" + std::to_string(edited);
  window.settle();
  const auto differing = [&] {
    const auto& rows = swap_rows(desk);
    return std::count_if(rows.begin(), rows.end(), [](const SwapRow& row) { return row.differs; });
  };
  CHECK(differing() == 2);
  select_actor(desk, 4);
  window.settle();
  CHECK(differing() == 1);
  REQUIRE(window.click("swap/row_actors.russia.walk_away"));
  window.settle();
  CHECK(desk.document.branches.size() == 3);
  CHECK(scenario_now(desk)->actors[4].walk_away == doctest::Approx(0.66));
  CHECK(scenario_now(desk)->actors[0].walk_away != doctest::Approx(0.3));
}

TEST_CASE("swap: one actor takes another's numbers, or the two exchange them") {
  Headless window(1600, 900);
  open(window, "paris");
  Desk& desk = window.desk();
  select_actor(desk, 4);
  desk.view.story_tab = kSwapTab;
  desk.swap.other = "actor:ukraine";
  window.settle();
  const Scenario before = *swap_mine(desk);
  const int ukraine = index_of(before.actors, "ukraine");
  REQUIRE(window.click("swap/take"));
  window.settle();
  const auto given = swap_mine(desk);
  CHECK(given->actors[4].power == before.actors[ukraine].power);
  CHECK(given->actors[4].walk_away == before.actors[ukraine].walk_away);
  CHECK(given->actors[4].positions[0].salience == before.actors[ukraine].positions[0].salience);
  CHECK(given->actors[ukraine].power == before.actors[ukraine].power);
  CHECK(desk.document.branches.size() == 2);

  show_branch(desk, desk.document.branches.front()->id);
  window.settle();
  REQUIRE(window.click("swap/exchange"));
  window.settle();
  const auto exchanged = swap_mine(desk);
  CHECK(exchanged->actors[4].power == before.actors[ukraine].power);
  CHECK(exchanged->actors[ukraine].power == before.actors[4].power);
  CHECK(exchanged->actors[ukraine].walk_away == before.actors[4].walk_away);
}

TEST_CASE("swap: scores come all at once where there was an ideal, and back") {
  const std::string yaml = R"(schema: detente/scenario/1
id: scores
title: Scores
issues:
  land: {options: [a, b, c]}
actors:
  north: {positions: {land: {ideal: 0, salience: 0.5, loss: quadratic}}}
  south: {positions: {land: {values: {a: 0.1, b: 0.7, c: 1}, salience: 0.9}}}
)";
  Headless window(1600, 900);
  open_yaml(window, yaml);
  Desk& desk = window.desk();
  select_actor(desk, 0);
  desk.view.story_tab = kSwapTab;
  desk.swap.other = "actor:south";
  window.settle();
  CHECK(exchange_actors(desk, "both") == 0);
  window.settle();
  const auto after = swap_mine(desk);
  CHECK(after->actors[0].positions[0].values == std::vector<double>{0.1, 0.7, 1.0});
  CHECK(after->actors[1].positions[0].values.empty());
  REQUIRE(after->actors[1].positions[0].ideal.has_value());
  CHECK(after->actors[1].positions[0].salience == 0.5);
}

TEST_CASE("swap: a draw of what is uncertain differs in those numbers only, and comes again") {
  Headless window(1600, 900);
  open(window, "paris");
  Desk& desk = window.desk();
  REQUIRE_FALSE(scenario_of(desk)->uncertain.empty());
  desk.view.story_tab = kSwapTab;
  desk.swap.other = "draw";
  window.settle();
  const auto rows = swap_rows(desk);
  REQUIRE_FALSE(rows.empty());
  std::string first;
  for (const SwapRow& row : rows) {
    if (!row.differs) continue;
    first += row.path + to_string(row.other);
    const auto& uncertain = scenario_of(desk)->uncertain;
    CHECK(std::any_of(uncertain.begin(), uncertain.end(),
                      [&](const Uncertain& each) { return fits_pattern(row.path, each.path); }));
  }
  CHECK_FALSE(first.empty());
  REQUIRE(window.click("swap/redraw"));
  window.settle();
  CHECK(desk.swap.draw == 2);
  CHECK(swap_other(desk) != nullptr);
}

TEST_CASE("swap: what does not fit this scenario stays as it is, the rest is taken") {
  Headless window(1600, 900);
  open_yaml(window, kTrade);
  Desk& desk = window.desk();
  const std::vector<SwapRow> rows{
      {.path = "actors.south.walk_away", .other = Value::of(0.2), .differs = true},
      {.path = "actors.west.power", .other = Value::of(7.0), .differs = true},
      {.path = "actors.south.positions.air.salience", .other = Value::of(1.0), .differs = true},
      {.path = "actors.south.power", .other = Value::of(3.0), .differs = true}};
  CHECK(take_rows(desk, rows, "some") == 2);
  window.settle();
  CHECK(scenario_now(desk)->actors[1].walk_away == doctest::Approx(0.2));
  CHECK(scenario_now(desk)->actors[1].power == 3.0);
}

TEST_CASE("swap: a file that cannot be read says why, and another scenario is compared") {
  const auto folder = detente::support::own_path("swap");
  std::filesystem::create_directories(folder);
  const std::string broken = (folder / "broken.yaml").string();
  std::ofstream(broken) << "schema: detente/scenario/1\nactors: [\n";
  Headless window(1600, 900);
  open(window, "paris");
  Desk& desk = window.desk();
  desk.view.story_tab = kSwapTab;
  window.settle();
  desk.swap.files.push_back("file:" + broken);
  desk.swap.other = "file:" + broken;
  window.settle();
  CHECK(is_drawn(window, "swap/fault"));
  const std::string other = "file:" + kScenarios + "lessons/veto.yaml";
  desk.swap.files.push_back(other);
  desk.swap.other = other;
  window.settle();
  CHECK_FALSE(is_drawn(window, "swap/fault"));
  CHECK(is_drawn(window, "swap/count"));
  std::filesystem::remove_all(folder);
}

}  // namespace detente::ui
