// What the right column and the bars show: who accepts, why, menus, transport, narration, problems.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "support/data.hpp"
#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/panels/acceptance_table.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

const std::string kScenarios = std::string(DETENTE_SOURCE_DIR) + "/scenarios/";

/// Every offer of a run with the stage that it was made in.
template <typename Look>
void for_each_offer(const Trace& trace, Look look) {
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      for (const TraceOffer& offer : round.offers) look(stage, offer);
    }
  }
}

Trace play_shipped(const std::string& name, const std::string& model) {
  const auto trace = simulate(support::load_shipped(name), {.model = model});
  REQUIRE(trace.has_value());
  return *trace;
}

/// The window with Paris in it, at a round of its first stage.
void open_paris(Headless& window, int frame) {
  open_file(window.desk(), kScenarios + "paris.yaml");
  window.settle();
  move_playhead(window.desk(), frame);
  window.settle();
}

}  // namespace

TEST_CASE("the cells of a row add up to the utility") {
  for (const char* const model : {"coalition", "offers"}) {
    const Trace trace = play_shipped("paris", model);
    int offers = 0;
    for_each_offer(trace, [&](const TraceStage& stage, const TraceOffer& offer) {
      const AcceptanceTable table = acceptance_table(stage, offer);
      CHECK(table.rows.size() == stage.parties.size());
      CHECK(table.open == std::ssize(stage.open));
      for (const AcceptanceRow& row : table.rows) {
        const double sum = std::accumulate(
            row.cells.begin(), row.cells.end(), 0.0,
            [](double before, const AcceptanceCell& cell) { return before + cell.product; });
        CHECK(std::abs(sum - row.utility) < 1e-9);
        for (const AcceptanceCell& cell : row.cells) CHECK(cell.lost >= 0.0);
      }
      ++offers;
    });
    CHECK(offers > 3);
  }
}

TEST_CASE("whoever accepts reaches its threshold, and whoever refuses does not") {
  for (const char* const model : {"coalition", "offers"}) {
    const Trace trace = play_shipped("paris", model);
    for_each_offer(trace, [&](const TraceStage& stage, const TraceOffer& offer) {
      for (const AcceptanceRow& row : acceptance_table(stage, offer).rows) {
        const bool crosses = std::any_of(row.cells.begin(), row.cells.end(),
                                         [](const AcceptanceCell& cell) { return cell.crossed; });
        if (row.verdict == Verdict::accepts) CHECK(row.utility >= row.threshold - 1e-9);
        if (row.verdict == Verdict::refuses) CHECK((crosses || row.utility < row.threshold));
      }
    });
  }
}

TEST_CASE("every verdict comes from the trace") {
  const Trace trace = play_shipped("paris", "coalition");
  for_each_offer(trace, [&](const TraceStage& stage, const TraceOffer& offer) {
    const AcceptanceTable table = acceptance_table(stage, offer);
    const auto count = [&](Verdict verdict) {
      return std::count_if(table.rows.begin(), table.rows.end(),
                           [&](const AcceptanceRow& row) { return row.verdict == verdict; });
    };
    CHECK(count(Verdict::proposer) == std::ssize(offer.by));
    CHECK(count(Verdict::unreached) == std::ssize(offer.unreached));
    CHECK(count(Verdict::accepts) + count(Verdict::refuses) + count(Verdict::leaves) ==
          std::ssize(offer.responses));
  });
}

TEST_CASE("a told round becomes one paragraph") {
  CHECK(
      one_paragraph("Round 1: A.\n  They offer:\n    Toll: low\n    Road: open\n  B refuses.\n") ==
      "Round 1: A. They offer: Toll: low; Road: open. B refuses.");
  CHECK(one_paragraph("Round 4\n  C repeats its offer.\n") == "Round 4. C repeats its offer.");
  CHECK(one_paragraph("Kept:\n    Toll: low\n") == "Kept: Toll: low.");
  CHECK(one_paragraph("\n\n").empty());
}

TEST_CASE("a row selects its actor, a cell its issue too") {
  Headless window(1600, 900);
  open_paris(window, 2);
  REQUIRE(window.click("acceptance/row_us"));
  window.settle();
  CHECK(window.desk().view.actor == index_of(scenario_of(window.desk())->actors, "us"));
  REQUIRE(window.click("acceptance/cell_ukraine_monitoring"));
  window.settle();
  CHECK(window.desk().view.actor == index_of(scenario_of(window.desk())->actors, "ukraine"));
  CHECK(window.desk().view.issue == index_of(scenario_of(window.desk())->issues, "monitoring"));
}

TEST_CASE("a press on a change makes the branch with exactly that change") {
  Headless window(1600, 900);
  Desk& desk = window.desk();
  open_paris(window, 0);
  const Result<Explanation>* const why = current_why(desk);
  REQUIRE(why != nullptr);
  REQUIRE(why->has_value());
  const auto& flips = (*why)->flips;
  const auto field = std::find_if(flips.begin(), flips.end(),
                                  [](const Flip& flip) { return !flip.offer.has_value(); });
  REQUIRE(field != flips.end());
  // copies: the try makes a new explanation
  const std::string path = field->path;
  const Outcome expected = field->outcome_after;
  const std::string id = "why/flip_" + std::to_string(field - flips.begin());
  REQUIRE(window.click(id + "_try"));
  window.settle();
  const Branch* const branch = current_branch(desk);
  REQUIRE(branch->run.edits.size() == 1);
  CHECK(branch->run.edits.front().path == path);
  const Outcome& outcome = current_run(desk)->trace.outcome;
  CHECK(outcome.agreed == expected.agreed);
  CHECK(outcome.package == expected.package);
}

TEST_CASE("every action hangs in a menu, and what is not possible says why") {
  Headless window(1600, 900);
  open_paris(window, 0);
  std::size_t found = 0;
  for (int menu = 0; menu < 8; ++menu) {
    window.desk().view.open_menu = menu;
    window.settle();
    for (const Action& action : all_actions()) {
      const Item* const item = window.registry().find("menu_list/" + std::string(action.id));
      if (item == nullptr) continue;
      ++found;
      CHECK(item->enabled == action.obstacle(window.desk()).empty());
      CHECK(item->why_not.empty() == item->enabled);
    }
  }
  CHECK(found == all_actions().size());
}

TEST_CASE("a menu opens by key, moves by arrows and does what is chosen") {
  Headless window(1600, 900);
  open_paris(window, 0);
  window.press(find_chord("F10"));
  window.settle();
  CHECK(window.desk().view.open_menu == 0);
  CHECK(window.registry().find("menu_list/file.open") != nullptr);
  window.press(find_chord("Right"));
  window.press(find_chord("Right"));
  window.settle();
  CHECK(window.desk().view.open_menu == 2);
  window.press(find_chord("Down"));
  window.settle();
  window.press(find_chord("Enter"));
  window.settle();
  CHECK(window.desk().view.open_menu == -1);
  CHECK(window.desk().view.frame == 1);
}

TEST_CASE("the transport moves, jumps to stages and chooses model and seed") {
  Headless window(1600, 900);
  Desk& desk = window.desk();
  open_paris(window, 0);
  REQUIRE(window.click("transport/run.step"));
  window.settle();
  CHECK(desk.view.frame == 1);
  REQUIRE(window.click("transport/stage_settlement"));
  window.settle();
  CHECK(current_stage(desk)->stage == 1);
  CHECK(current_round(desk)->number == 0);
  const int before = desk.document.current;
  REQUIRE(window.click("transport/seed"));
  window.press(find_chord("Ctrl+A"));
  window.type("42");
  window.press(find_chord("Enter"));
  window.settle();
  CHECK(desk.document.current != before);
  CHECK(current_branch(desk)->run.seed == 42);
  CHECK(window.value("transport/seed") == "42");
}

TEST_CASE("the line below tells the round, and at the end the outcome under its assumptions") {
  Headless window(1600, 900);
  Desk& desk = window.desk();
  open_paris(window, 1);
  CHECK(window.value("narration/round").starts_with("Round 1"));
  CHECK(window.registry().find("narration/outcome") == nullptr);
  perform(desk, "run.last");
  window.settle();
  const std::string told = window.value("narration/outcome");
  CHECK(told.find("Under these assumptions; the same in ") != std::string::npos);
  CHECK(told.find(" of 100 nearby worlds") != std::string::npos);
}

TEST_CASE("a file that cannot be played shows its problems instead of panes") {
  Headless window(1024, 768);
  open_text(window.desk(), "broken.yaml", "schema: detente/scenario/1\nid: x\nactors: 3\n");
  window.settle();
  REQUIRE(!window.desk().problems.empty());
  CHECK(window.value("problems/problem_0_place").find("broken.yaml:") != std::string::npos);
  CHECK(window.registry().find("problems/problem_0_caret") != nullptr);
  REQUIRE(window.click("problems/copy"));
  window.settle();
  REQUIRE(window.desk().to_clipboard.has_value());
  CHECK(window.desk().to_clipboard->find("broken.yaml:") != std::string::npos);
}

TEST_CASE("nothing to show is said, in every language") {
  Headless window(1600, 900);
  for (const Language language : kLanguages) {
    window.desk().settings.language = language;
    window.settle();
    CHECK(!window.value("narration/none").empty());
    CHECK(!window.value("why/none").empty());
  }
}

}  // namespace detente::ui
