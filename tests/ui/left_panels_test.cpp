// What the left column shows: actors and their fields, where the numbers come from, the lesson.

#include <doctest/doctest.h>

#include <string>

#include "detente/scenario/edit.hpp"
#include "support/data.hpp"
#include "ui/basis.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/report_page.hpp"

namespace detente::ui {
namespace {

const std::string kScenarios = std::string(DETENTE_SOURCE_DIR) + "/scenarios/";

/// The window on a shipped scenario, with one of the tabs on the left.
void open(Headless& window, const std::string& name, int tab) {
  open_file(window.desk(), kScenarios + name + ".yaml");
  window.desk().tour.open = false;
  window.desk().view.story_tab = tab;
  window.settle();
}

bool is_drawn(const Headless& window, const std::string& path) {
  return window.registry().find(path) != nullptr;
}

TEST_CASE("a reason is taken apart in every language, and without a tag it is assumed") {
  Text because;
  because.words = {"[inferred] welcomes it", "[изведено] приветства го", ""};
  CHECK(read_because(because, Language::en).words == "welcomes it");
  CHECK(read_because(because, Language::bg).words == "приветства го");
  CHECK(read_because(because, Language::uk).basis == Basis::inferred);

  because.words = {"it says so", "", ""};
  CHECK(read_because(because, Language::en).basis == Basis::assumed);
  CHECK(read_because(because, Language::en).words == "it says so");

  because.words = {"[reported, one source] the order", "", ""};
  CHECK(read_because(because, Language::en).basis == Basis::reported);
  CHECK_FALSE(read_because(Text{}, Language::en).given);
}

TEST_CASE("every number of Paris is listed with its basis") {
  const Scenario paris = support::load_shipped("paris");
  const auto claims = claims_of(paris);
  const auto counts = count_by_basis(claims);
  // 25 positions; power and walk-away of five actors and the ties have no reason in the file
  CHECK(counts[0] == 5);
  CHECK(counts[1] == 3);
  CHECK(counts[2] == 17 + 10 + static_cast<int>(paris.ties.size()));
  CHECK(claims.front().kind == Claim::Kind::position);
  CHECK(claims.front().given);
  CHECK(claims.back().kind == Claim::Kind::tie);
  CHECK_FALSE(claims.back().given);
}

TEST_CASE("the page beside Paris is read sentence by sentence") {
  const auto rows = read_report_page(kScenarios + "paris.yaml");
  REQUIRE(rows.size() == 21);
  CHECK(rows[0].number == "1");
  CHECK(rows[0].report.starts_with("European leaders"));
  CHECK(rows[0].scenario == "stage guarantees; actors us, coalition");
  CHECK(rows[0].basis == "[reported] the aim of the talks");
  CHECK(rows[1].number == "");
  CHECK(read_report_page(kScenarios + "lessons/veto.yaml").empty());
  CHECK(read_report_page("").empty());
}

TEST_CASE("a table is read without its marks, and other tables are passed over") {
  const std::string other = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n";
  const std::string page =
      other +
      "| said | made | basis |\n|:--|---|--:|\n| *x* \\| y | `a.*.b` | **[assumed]** [z](p) |\n";
  const auto rows = parse_report_page(page);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].report == "x | y");
  CHECK(rows[0].scenario == "a.*.b");
  CHECK(rows[0].basis == "[assumed] z");
  CHECK(parse_report_page(other).empty());
  CHECK(parse_report_page("|").empty());
  CHECK(parse_report_page("|---|\n|").empty());
}

TEST_CASE("a pattern names the paths of its length that agree with it") {
  CHECK(fits_pattern("actors.us.tactic.offer", "actors.*.tactic.offer"));
  CHECK_FALSE(fits_pattern("actors.us.tactic", "actors.*.tactic.offer"));
  CHECK_FALSE(fits_pattern("actors.us.tactic.offer.x", "actors.*.tactic.offer"));
  CHECK_FALSE(fits_pattern("actors.us.tactic.e", "actors.*.tactic.offer"));
}

TEST_CASE("an actor is chosen by a click; what its model does not read is greyed and says why") {
  Headless window(1600, 900);
  open(window, "paris", 0);
  REQUIRE(window.click("actors/actor_russia"));
  window.settle();
  CHECK(window.desk().view.actor == 4);
  CHECK(window.value("actors/role_russia") == "waits");
  CHECK(window.value("actor/walk_away") == "0.50");
  REQUIRE(window.click("actor/more"));
  window.settle();
  const Item* item = window.registry().find("actor/susceptibility");
  REQUIRE(item != nullptr);
  CHECK_FALSE(item->enabled);
  CHECK(item->why_not == "no effect in the model coalition");
}

TEST_CASE("a slider moved by keys edits the scenario in one branch") {
  Headless window(1600, 900);
  open(window, "paris", 0);
  select_actor(window.desk(), 0);
  window.settle();
  window.desk().view.wanted_focus = "actor/walk_away";
  window.frame();
  window.press({.key = Key::right});
  window.settle();
  window.press({.key = Key::right});
  window.settle();
  CHECK(window.desk().document.branches.size() == 2);
  CHECK(window.value("actor/walk_away") == "0.62");
  REQUIRE(scenario_now(window.desk()) != nullptr);
  CHECK(scenario_now(window.desk())->actors[0].walk_away == doctest::Approx(0.62));
}

TEST_CASE("a value that does not fit is refused in words and changes nothing") {
  Headless window(1600, 900);
  open(window, "paris", 0);
  select_actor(window.desk(), 0);
  CHECK_FALSE(commit(window.desk(), "actors.us.walk_away", "7"));
  window.settle();
  CHECK(window.desk().document.branches.size() == 1);
  CHECK(window.value("actor/walk_away_fault").find("[0, 1]") != std::string::npos);
  CHECK(commit(window.desk(), "actors.us.walk_away", "0.7"));
  window.settle();
  CHECK_FALSE(is_drawn(window, "actor/walk_away_fault"));
  CHECK(window.value("actor/walk_away") == "0.70");
}

TEST_CASE("the table of all actors fills the workspace and draws what is seen") {
  Headless window(1600, 900);
  open(window, "paris", 0);
  window.desk().view.maximised = "actors";
  window.settle();
  CHECK(window.value("actors/us_power") == "100");
  CHECK(window.value("actors/russia_us_forces_salience") == "0.9");
}

TEST_CASE("a number of the source shows its sentence and is selected everywhere") {
  Headless window(1600, 900);
  open(window, "paris", 1);
  REQUIRE(window.click("source/claim_us_us_forces"));
  window.settle();
  CHECK(window.desk().view.actor == 0);
  CHECK(window.desk().view.issue == 0);
  CHECK(window.value("source/sentence_us_us_forces").starts_with("[reported] offered troops"));
  REQUIRE(window.click("source/basis_1"));
  window.settle();
  CHECK(is_drawn(window, "source/claim_coalition_backstop"));
  CHECK_FALSE(is_drawn(window, "source/claim_us_us_forces"));
}

TEST_CASE("a try of the lesson makes one branch off the base, and is shown again after that") {
  Headless window(1600, 900);
  open(window, "lessons/veto", 2);
  REQUIRE(window.click("lesson/try_1"));
  window.settle();
  REQUIRE(window.click("lesson/try_2"));
  window.settle();
  REQUIRE(window.desk().document.branches.size() == 3);
  CHECK(window.desk().document.branches[2]->parent == window.desk().document.branches[0]->id);
  CHECK(window.value("lesson/try_1_mark") == "tried");
  REQUIRE(window.click("lesson/try_1"));
  window.settle();
  CHECK(window.desk().document.branches.size() == 3);
  CHECK(window.desk().document.current == window.desk().document.branches[1]->id);
}

}  // namespace
}  // namespace detente::ui
