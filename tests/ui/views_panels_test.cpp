// Workspaces 2 and 5: what two branches do differently, and what could be agreed at all.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "detente/report/narrate_comparison.hpp"
#include "ui/compare_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/field_title.hpp"
#include "ui/panels/series.hpp"
#include "ui/panels/side_rows.hpp"
#include "ui/think_analysis.hpp"

namespace detente::ui {
namespace {

const std::string kParis = std::string(DETENTE_SOURCE_DIR) + "/scenarios/paris.yaml";

void open_in(Headless& window, Workspace workspace) {
  open_file(window.desk(), kParis);
  window.desk().view.workspace = workspace;
  window.settle();
}

/// Paris beside itself with a higher walk-away of Ukraine.
void open_pair(Headless& window) {
  open_in(window, Workspace::compare);
  const Edit edit{.path = "actors.ukraine.walk_away", .value = Value::of(0.66)};
  REQUIRE(fork(window.desk(), {edit}).empty());
  window.settle();
}

bool drawn(const Headless& window, const std::string& path) {
  return window.registry().find(path) != nullptr;
}

}  // namespace

TEST_CASE("ticks are round numbers inside the axis") {
  CHECK(ticks({0.0, 1.0}, 5) == std::vector<double>{0.0, 0.2, 0.4, 0.2 * 3, 0.8, 1.0});
  CHECK(ticks({13.0, 87.0}, 4) == std::vector<double>{20.0, 40.0, 60.0, 80.0});
  CHECK(ticks({1.0, 1.0}, 4).empty());
}

TEST_CASE("every numeric path leads back to its field") {
  const auto loaded = load_scenario(kParis);
  REQUIRE(loaded.has_value());
  const Scenario& scenario = loaded->scenario;
  for (const Field& field : fields_of(scenario)) {
    const std::string path = path_of(scenario, field);
    const auto found = find_field(scenario, path);
    REQUIRE_MESSAGE(found.has_value(), path);
    CHECK(path_of(scenario, *found) == path);
  }
  CHECK_FALSE(find_field(scenario, "stages.settlement.fallback").has_value());
  CHECK_FALSE(find_field(scenario, "actors.nobody.walk_away").has_value());
}

TEST_CASE("one branch: the lesson's tries make the second") {
  Headless window(1600, 900);
  open_in(window, Workspace::compare);
  CHECK(drawn(window, "difference/one"));
  REQUIRE(window.click("difference/try_0"));
  window.settle();
  CHECK(window.desk().document.branches.size() == 2);
  CHECK(drawn(window, "difference/line"));
}

TEST_CASE("the strip says what the comparison says, and leads to the first change") {
  Headless window(1600, 900);
  open_pair(window);
  const Comparison* const comparison = comparison_of(window.desk());
  REQUIRE(comparison != nullptr);
  CHECK(window.value("difference/line") == difference_line(*comparison, Language::en));
  CHECK(window.value("difference/input_0").find("0.66") != std::string::npos);
  REQUIRE(comparison->first.has_value());
  REQUIRE(window.click("difference/goto"));
  window.settle();
  const auto sides = sides_of(window.desk());
  REQUIRE(sides.has_value());
  for (const Side& side : *sides) {
    CHECK(side.run->round_at(side.frame).number <= comparison->first->round);
  }
  CHECK(current_round(window.desk())->number == comparison->first->round);
}

TEST_CASE("the older branch stands left until the sides are swapped") {
  Headless window(1600, 900);
  open_pair(window);
  Desk& desk = window.desk();
  const int base = desk.document.other;
  const int edited = desk.document.current;
  CHECK((*sides_of(desk))[0].branch->id == base);
  put_on_side(desk, false, edited);
  CHECK((*sides_of(desk))[0].branch->id == edited);
  CHECK((*sides_of(desk))[1].branch->id == base);
  swap_sides(desk);
  CHECK((*sides_of(desk))[0].branch->id == base);
}

TEST_CASE("what differs between the sides is framed, and nothing else") {
  Headless window(1600, 900);
  open_pair(window);
  Desk& desk = window.desk();
  move_side(desk, desk.document.current, 1);
  window.settle();
  const auto sides = sides_of(desk);
  const auto left = side_rows(window.app().ui(), (*sides)[0]);
  const auto right = side_rows(window.app().ui(), (*sides)[1]);
  const auto same = [](const SideRow& a, const SideRow& b) {
    return a.id == b.id && a.text == b.text;
  };
  const bool all_same = std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
  CHECK(drawn(window, "side_a/marked") == !all_same);
  CHECK(drawn(window, "side_b/marked") == !all_same);
  CHECK(window.value("side_a/place") == left.front().text);
}

TEST_CASE("unlinked, each side has its own place") {
  Headless window(1600, 900);
  open_pair(window);
  Desk& desk = window.desk();
  REQUIRE(window.click("difference/linked"));
  window.settle();
  CHECK_FALSE(desk.view.linked);
  CHECK(drawn(window, "side_a/playhead"));
  const int before = desk.view.other_frame;
  move_side(desk, desk.document.current, before + 3);
  CHECK(desk.view.other_frame == before);
}

TEST_CASE("the series of a run are those of its trace") {
  Headless window(1600, 900);
  open_in(window, Workspace::compare);
  const Played& run = *current_run(window.desk());
  const auto zone = zone_series(run);
  REQUIRE(zone.size() == run.frames.size());
  for (const Sample& sample : zone) {
    CHECK(sample.value == static_cast<double>(run.round_at(sample.frame).zone_size));
  }
  const auto support = support_series(run);
  REQUIRE_FALSE(support.empty());
  for (const Sample& sample : support) CHECK((sample.value >= 0.0 && sample.value <= 1.0 + 1e-12));
  const RoundAxis axis(&run, nullptr);
  for (std::size_t frame = 0; frame < run.frames.size(); ++frame) {
    const auto here = static_cast<int>(frame);
    CHECK(axis.frame(run, axis.place(run, here)) == here);
  }
}

TEST_CASE("a click into the overlay moves the playhead") {
  Headless window(1600, 900);
  open_pair(window);
  const Item* const chart = window.registry().find("overlay/chart");
  REQUIRE(chart != nullptr);
  window.click(Point{chart->box.max.x - 2.0F, chart->box.centre().y});
  window.settle();
  const auto sides = sides_of(window.desk());
  for (const Side& side : *sides) CHECK(side.frame == std::ssize(side.run->frames) - 1);
}

TEST_CASE("zones, utilities and map are there after a while") {
  Headless window(1600, 900);
  open_in(window, Workspace::analysis);
  const Desk& desk = window.desk();
  REQUIRE(desk.analysis.zones != nullptr);
  REQUIRE(desk.analysis.zones->has_value());
  CHECK(drawn(window, "zones/zone_us_coalition_ukraine"));
  REQUIRE(desk.analysis.density != nullptr);
  int counted = 0;
  for (const int count : desk.analysis.density->count) counted += count;
  CHECK(counted == current_round(desk)->tables->grid.packages());
  REQUIRE(desk.analysis.map != nullptr);
  CHECK(desk.analysis.map->done());
  CHECK(desk.analysis.map->columns() == 40);
  CHECK(desk.analysis.map->rows() == 40);
  const std::string csv = outcome_map_csv(desk);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1601);
}

TEST_CASE("a point of the map becomes a branch that ends as the map says") {
  Headless window(1600, 900);
  open_in(window, Workspace::analysis);
  Desk& desk = window.desk();
  const auto map = desk.analysis.map;
  REQUIRE(map != nullptr);
  const Item* const chart = window.registry().find("outcome_map/chart");
  REQUIRE(chart != nullptr);
  const Box box = chart->box;
  const int column = 30;
  const int row = 12;
  window.click(Point{box.min.x + box.width() * (column + 0.5F) / 40.0F,
                     box.max.y - box.height() * (row + 0.5F) / 40.0F});
  window.settle();
  REQUIRE(desk.document.branches.size() == 2);
  const Scenario& scenario = *current_run(desk)->trace.scenario;
  CHECK(get(scenario, desk.analysis.knob_x) == map->values_x()[column]);
  CHECK(get(scenario, desk.analysis.knob_y) == map->values_y()[row]);
  const Outcome& outcome = current_run(desk)->trace.outcome;
  CHECK(outcome.agreed == map->at(column, row).agreed);
  CHECK(outcome.stage == map->at(column, row).stage);
  CHECK(outcome.round == map->at(column, row).round);
  // the map turns these two numbers itself: it is the same map for the new branch
  CHECK(desk.analysis.map == map);
}

TEST_CASE("an empty desk has nothing to show in either workspace, and says so") {
  for (const Workspace workspace : {Workspace::compare, Workspace::analysis}) {
    Headless window(1024, 768);
    window.desk().view.workspace = workspace;
    window.settle();
    const bool compare = workspace == Workspace::compare;
    CHECK(drawn(window, compare ? "difference/empty" : "zones/empty"));
    CHECK(drawn(window, compare ? "overlay/empty" : "outcome_map/empty"));
  }
}

}  // namespace detente::ui
