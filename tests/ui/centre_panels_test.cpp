// What the panes in the middle show: the coalition graph, the issues, the timeline, the run tree.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/panels/graph_scene.hpp"
#include "ui/panels/hull.hpp"
#include "ui/panels/labels.hpp"
#include "ui/panels/round_facts.hpp"

namespace detente::ui {
namespace {

/// The window with Paris in it, at a round of a stage.
void open_paris(Headless& window, int stage, int round) {
  window.desk().settings.tour_seen = true;
  open_file(window.desk(), std::string(DETENTE_SOURCE_DIR) + "/scenarios/paris.yaml");
  window.desk().tour.open = false;
  window.settle();
  const Played* const run = current_run(window.desk());
  REQUIRE(run != nullptr);
  move_playhead(window.desk(), run->find_frame(stage, round));
  window.frames(2);
}

}  // namespace

TEST_CASE("the graph says how many packages can pass, and a click on an actor selects it") {
  Headless window(1600, 900);
  open_paris(window, 0, 5);
  CHECK(window.value("graph/zone") == "no package can pass yet: 0 of 768");
  move_playhead(window.desk(), current_run(window.desk())->find_frame(0, 8));
  window.frames(2);
  CHECK(window.value("graph/zone") == "can agree now: 2 of 768");
  CHECK(agreeing_bloc(*current_round(window.desk())) == std::vector<int>{0, 1, 3});
  CHECK(window.value("graph/node_russia") == "Russia (waits)");
  REQUIRE(window.click("graph/node_russia"));
  CHECK(window.desk().view.actor == 4);
  REQUIRE(window.click("graph/node_russia"));
  CHECK(window.desk().view.actor == -1);
}

TEST_CASE("actors keep their places whatever the round") {
  Headless window(1600, 900);
  open_paris(window, 0, 1);
  const Box before = window.registry().find("graph/node_nato")->box;
  move_playhead(window.desk(), current_run(window.desk())->find_frame(0, 3));
  window.frames(2);
  const Box after = window.registry().find("graph/node_nato")->box;
  CHECK(before.min.x == after.min.x);
  CHECK(before.min.y == after.min.y);
}

TEST_CASE("the issues box the offer, and tell what is kept and what is common ground") {
  Headless window(1600, 900);
  open_paris(window, 0, 5);
  CHECK(window.value("issues/offer_backstop") == "Duty to consult");
  CHECK(window.value("issues/note_front_line") == "common ground");
  REQUIRE(window.click("issues/issue_monitoring"));
  CHECK(window.desk().view.issue == 3);
  move_playhead(window.desk(), current_run(window.desk())->find_frame(1, 2));
  window.frames(2);
  CHECK(window.value("issues/note_backstop") == "kept as agreed");
  CHECK(window.value("issues/offer_backstop") == "Political promise");
}

TEST_CASE("the timeline scrubs, and knows how many stand behind the best package") {
  Headless window(1600, 900);
  open_paris(window, 0, 5);
  CHECK(window.value("timeline/support") == "has 2 of 3");
  const Item* const number = window.registry().find("timeline/round_8");
  REQUIRE(number != nullptr);
  window.click(number->box.centre());
  CHECK(window.desk().view.frame == 8);
  const Played& run = *current_run(window.desk());
  CHECK(happenings(run.stage_at(8), run.round_at(8)).front() == Glyph::agreement);
  const Support& support = support_of(window.desk(), window.desk().document.current)[8];
  CHECK(support.have == support.needed);
}

TEST_CASE("a line of the run tree shows its branch, a dot of it its round") {
  Headless window(1600, 900);
  open_paris(window, 0, 0);
  const int base = window.desk().document.current;
  REQUIRE(fork(window.desk(), {{.path = "actors.russia.walk_away", .value = Value::of("0.9")}})
              .empty());
  window.settle();
  const int branch = window.desk().document.current;
  REQUIRE(branch != base);
  CHECK(window.value("runs/end_" + std::to_string(branch)).starts_with("no deal"));
  REQUIRE(window.click("runs/dot_" + std::to_string(base) + "_3"));
  CHECK(window.desk().document.current == base);
  CHECK(window.desk().view.frame == 3);
}

TEST_CASE("an outline holds its points, and a line parts two groups only where one can") {
  const std::array square{Point{0, 0}, Point{10, 0}, Point{10, 10}, Point{0, 10}};
  for (const Point corner : hull_around(square, 2.0F)) {
    const bool outside = corner.x < 0 || corner.x > 10 || corner.y < 0 || corner.y > 10;
    const bool on_edge = corner.x == 0 || corner.x == 10 || corner.y == 0 || corner.y == 10;
    CHECK((outside || on_edge));
  }
  CHECK(hull_around({}, 2.0F).empty());
  const Box box{{0, 0}, {20, 20}};
  const std::array left{Point{2, 2}, Point{2, 18}};
  const std::array right{Point{18, 10}};
  const std::array middle{Point{2, 10}};
  const auto line = line_between(left, right, box);
  REQUIRE(line.has_value());
  CHECK(line->first.x == doctest::Approx(10.0F));
  CHECK_FALSE(line_between(left, middle, box).has_value());
}

TEST_CASE("a name near the edge stands below its mark, from the mark's edge on") {
  LabelRoom room({{0.0F, 0.0F}, {100.0F, 60.0F}});
  const Point mark{12.0F, 20.0F};
  room.block({{2.0F, 10.0F}, {22.0F, 30.0F}});
  const auto place = room.beside(mark, 8.0F, {80.0F, 14.0F});
  REQUIRE(place.has_value());
  CHECK(place->x >= 0.0F);
  CHECK(place->y > 30.0F);
}

TEST_CASE("on a projector the round is told to its end") {
  for (const Language language : kLanguages) {
    CAPTURE(language_code(language));
    Headless window(1280, 720);
    open_paris(window, 0, 4);
    window.desk().settings.language = language;
    window.desk().view.presenting = true;
    window.settle();
    const std::string round = window.value("narration/round");
    CHECK(round.size() > 100);
    CHECK_FALSE(round.ends_with("…"));
    CHECK(window.registry().find("graph/maximise") != nullptr);
    CHECK(window.registry().find("graph/export") == nullptr);
  }
}

TEST_CASE("the run tree takes a line for each branch, and no more than three") {
  Headless window(1280, 720);
  open_paris(window, 0, 4);
  const auto height = [&] { return window.registry().find("runs/pane")->box.height(); };
  const float one = height();
  std::vector<float> heights{one};
  for (int branch = 0; branch < 3; ++branch) {
    copy_branch(window.desk());
    window.settle();
    heights.push_back(height());
  }
  CHECK(heights[1] > heights[0]);
  CHECK(heights[2] > heights[1]);
  CHECK(heights[3] == heights[2]);
  CHECK(window.value("timeline/support") != "");
}

}  // namespace detente::ui
