// Workspace 4: results of batches, made by hand and really run.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <numeric>
#include <string>
#include <utility>

#include "detente/batch/run_batch.hpp"
#include "detente/core/shell_word.hpp"
#include "support/batch.hpp"
#include "support/folder.hpp"
#include "ui/actions.hpp"
#include "ui/batch.hpp"
#include "ui/batch_charts.hpp"
#include "ui/batch_store.hpp"
#include "ui/depth.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/support.hpp"
#include "ui/tables.hpp"

namespace detente::ui {
namespace {

using detente::shell_word;
using detente::support::batch_by_hand;
using detente::support::Folder;
using detente::support::kBatchScenario;
using support::experiment_by_hand;

/// Workspace 4 with results that no folder holds.
void show_by_hand(Headless& window, detente::Results results) {
  support::show_by_hand(window.desk(), std::move(results));
  window.settle();
}

/// A batch that was really run, or only its first shard of four.
void run_into(const std::string& folder, bool whole) {
  BatchOptions options{.folder = folder};
  if (!whole) {
    options.shard = 1;
    options.shards = 4;
  }
  run_batch(experiment_by_hand(), options);
}

bool is_on(const Headless& window, const std::string& path) {
  const Item* const item = window.registry().find(path);
  return item != nullptr && item->enabled;
}

}  // namespace

TEST_CASE("the batch map counts how the runs of a cell ended, and each cell lists its runs") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand());
  Desk& desk = window.desk();
  REQUIRE(desk.batch.charts != nullptr);
  const BatchCharts& charts = *desk.batch.charts;
  REQUIRE(charts.map.has_value());
  CHECK(charts.map->columns() == 4);
  CHECK(charts.map->rows() == 5);
  CHECK(charts.across == "actors.north.walk_away");
  std::int64_t all = 0;
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 4; ++column) all += charts.runs_in(column, row);
  }
  CHECK(all == 20);
  // a little right of the middle: the third of four columns
  const Point middle = window.registry().find("batch_map/chart")->box.centre();
  window.click(Point{middle.x + 5.0F, middle.y});
  CHECK(desk.batch.column == 2);
  CHECK(desk.batch.row == 2);
  CHECK(desk.batch.list.all == 1);
  CHECK(window.value("batch_map/chart").find("1 run") != std::string::npos);
  CHECK(is_drawn(window, "batch_runs/run_12"));
  CHECK_FALSE(is_drawn(window, "batch_runs/run_1"));
  REQUIRE(window.click("batch_runs/all"));
  CHECK(desk.batch.list.all == 20);
  CHECK(is_drawn(window, "batch_runs/run_1"));
}

TEST_CASE("by keys: arrows walk over the map, Enter goes to the runs, Enter twice opens one") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand());
  Desk& desk = window.desk();
  desk.view.wanted_focus = "batch_map/chart";
  window.settle();
  window.press({.key = Key::right});
  CHECK(desk.batch.column == 0);
  CHECK(desk.batch.row == 0);
  window.press({.key = Key::right});
  window.press({.key = Key::up});
  window.press({.key = Key::up});
  CHECK(desk.batch.column == 1);
  CHECK(desk.batch.row == 2);
  CHECK(desk.view.frame == 0);  // the arrows were for the map alone
  window.press({.key = Key::down});
  CHECK(desk.batch.row == 1);
  window.press({.key = Key::enter});
  REQUIRE(window.app().ui().focused() == "batch_runs/run_6");
  window.press({.key = Key::enter});
  CHECK(desk.batch.run == 6);
  CHECK(desk.view.workspace == Workspace::batch);
  window.press({.key = Key::enter});
  CHECK(desk.view.workspace == Workspace::step);
  REQUIRE(current_branch(desk) != nullptr);
  const Run& run = current_branch(desk)->run;
  REQUIRE(run.edits.size() == 2);
  CHECK(run.edits[0].path == "actors.north.walk_away");
  CHECK(std::stod(run.edits[0].value.scalar) == doctest::Approx(0.3));
  CHECK(std::stod(run.edits[1].value.scalar) == doctest::Approx(0.3));
  CHECK(desk.document.branches.size() == 2);
}

TEST_CASE("nothing is opened without a run, and the button says why") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  CHECK(find_action("batch.open_run")->obstacle(window.desk()) == "why_not.no_batch");
  show_by_hand(window, batch_by_hand());
  CHECK_FALSE(is_on(window, "batch_runs/open"));
  CHECK(window.registry().find("batch_runs/open")->why_not ==
        window.app().ui().say("why_not.no_batch_run"));
  CHECK_FALSE(is_drawn(window, "batch_runs/command"));
  REQUIRE(window.click("batch_runs/run_3"));
  CHECK(is_on(window, "batch_runs/open"));
  CHECK(window.value("batch_runs/command")
            .starts_with("detente run strip.yaml --set actors.north.walk_away=0.1 --set "));
  REQUIRE(window.click("batch_runs/open"));
  CHECK(window.desk().view.workspace == Workspace::step);
}

TEST_CASE(
    "a run of another scenario takes its place, and it is said how many branches that closes") {
  Headless window(1600, 900);
  support::open_shipped(window);
  Desk& desk = window.desk();
  copy_branch(desk);
  window.settle();
  show_by_hand(window, batch_by_hand());
  CHECK(branches_at_stake(desk) == 1);
  CHECK(window.value("batch_runs/note").find("closes 1 branch") != std::string::npos);
  REQUIRE(window.click("batch_runs/run_0"));
  REQUIRE(window.click("batch_runs/open"));
  CHECK(scenario_of(desk)->id == "strip");
  CHECK(desk.document.branches.size() == 2);
  CHECK(branches_at_stake(desk) == 0);
}

TEST_CASE("every chart has the command line that makes it again, and copies it") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand());
  CHECK(window.value("batch_map/command") ==
        "detente sensitivity made-by-hand --map actors.north.walk_away,actors.south.walk_away");
  CHECK(window.value("batch_tornado/command") ==
        "detente sensitivity made-by-hand --metric agreed");
  CHECK(window.value("batch_density/command") ==
        "detente batch run strip-plan.yaml -o made-by-hand");
  REQUIRE(window.click("batch_map/copy"));
  REQUIRE(window.desk().to_clipboard.has_value());
  CHECK(*window.desk().to_clipboard == window.value("batch_map/command"));
  CHECK(shell_word("it's here") == "'it'\\''s here'");
  CHECK(shell_word("actors.*.walk_away") == "'actors.*.walk_away'");
}

TEST_CASE("the axes are any two columns, never twice the same") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand());
  BatchState& batch = window.desk().batch;
  window.desk().view.wanted_focus = "batch_map/x";
  window.settle();
  window.press({.key = Key::right});
  CHECK(batch.across == "actors.south.walk_away");
  CHECK(batch.up == "actors.north.walk_away");
  window.press({.key = Key::right});
  CHECK(batch.across == "agreed");
  CHECK(batch.charts->map->columns() == 2);
  CHECK(window.value("batch_map/command").ends_with("--map agreed,actors.north.walk_away"));
}

TEST_CASE("the tornado's longest bar comes first, and a press puts its column on the map") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand());
  const BatchCharts& charts = *window.desk().batch.charts;
  REQUIRE(charts.effects.has_value());
  REQUIRE(charts.effects->effects.size() == 2);
  const auto& bars = charts.effects->effects;
  REQUIRE(bars[0].bar.has_value());
  REQUIRE(bars[1].bar.has_value());
  CHECK(bars[0].bar->spread >= bars[1].bar->spread);
  // of the runs with the highest walk-away of the south one in four agrees, with the lowest all
  CHECK(charts.inputs[static_cast<std::size_t>(bars[0].input)] == "actors.south.walk_away");
  CHECK(bars[0].bar->swing == doctest::Approx(0.25 - 1.0));
  REQUIRE(window.click("batch_tornado/bar_actors.south.walk_away"));
  CHECK(window.desk().batch.across == "actors.south.walk_away");
  CHECK(window.desk().batch.up == "actors.north.walk_away");
}

TEST_CASE("the density counts every run once, by how it ended") {
  const detente::Results results = batch_by_hand(20, 3);
  const BatchEndings endings = endings_of(results);
  REQUIRE(endings.kinds.size() == 2);
  CHECK(endings.kinds[0].agreed);
  CHECK(std::count(endings.of_row.begin(), endings.of_row.end(), -1) == 3);
  for (const ResultColumn& column : results.columns) {
    CAPTURE(column.column.name);
    const BatchDensity density = density_of(column, endings);
    const auto counted =
        std::accumulate(density.counts.begin(), density.counts.end(), std::int64_t{0});
    CHECK(counted + density.empty == 17);
  }
  const BatchDensity reason = density_of(*column_of(results, "reason"), endings);
  REQUIRE(reason.words.size() == 2);
  CHECK(reason.words[0] == "agreement");
  CHECK(reason.runs(0) > reason.runs(1));
}

TEST_CASE("many values are put into bins of equal width, and many words into one for the rest") {
  detente::Results results{.planned = 100};
  ResultColumn number{{"welfare", Column::Kind::real, Column::Role::metric}};
  ResultColumn word{{"package", Column::Kind::text, Column::Role::metric}};
  for (int run = 0; run < 100; ++run) {
    results.runs.push_back(run);
    results.ok.push_back(true);
    number.numbers.push_back(run);
    word.numbers.push_back(run % 20);
  }
  for (int place = 0; place < 20; ++place) word.words.push_back("w" + std::to_string(place));
  results.columns = {number, word};
  const BatchEndings endings = endings_of(results);
  CHECK(endings.count() == 1);
  const BatchDensity numbers = density_of(results.columns[0], endings);
  REQUIRE(numbers.bins() == 24);
  CHECK(numbers.to.back() == 99.0);
  CHECK(std::accumulate(numbers.counts.begin(), numbers.counts.end(), std::int64_t{0}) == 100);
  const BatchDensity words = density_of(results.columns[1], endings);
  REQUIRE(words.bins() == 12);
  CHECK(words.words.back() == "");
  CHECK(words.runs(0) == 5);
  CHECK(words.runs(11) == 45);
  CHECK(asked_metric(results, "package") == "package=w0");
}

TEST_CASE("a batch folder is opened by its path, by dropping and from the list of those near") {
  const Folder folder;
  run_into(folder.file("done"), true);
  std::ofstream(folder.file("strip.yaml")) << kBatchScenario;
  Headless window(1600, 900);
  Desk& desk = window.desk();
  open_file(desk, folder.file("strip.yaml"));
  desk.tour.open = false;
  window.settle();
  perform(desk, "batch.open");
  window.settle();
  CHECK(desk.view.workspace == Workspace::batch);
  CHECK(window.app().ui().focused() == "batch/folder");
  CHECK(std::count(desk.batch.near.begin(), desk.batch.near.end(), folder.file("done")) == 1);
  window.type(folder.file("done"));
  window.press({.key = Key::tab});
  REQUIRE(desk.batch.store != nullptr);
  CHECK(window.value("batch/progress") == "20 runs, complete");
  // the plan makes what was made by hand
  CHECK(desk.batch.store->results.rows() == 20);
  CHECK(desk.batch.charts->map->columns() == 4);
  desk.batch = {};
  window.drop(folder.path());
  CHECK_FALSE(desk.batch.fault.empty());
  CHECK(desk.batch.store == nullptr);
  window.drop(folder.file("done"));
  CHECK(desk.batch.fault.empty());
  CHECK(desk.batch.store != nullptr);
  window.drop(folder.file("strip.yaml"));
  CHECK(desk.dialogs.open == Dialog::open_file);
  CHECK(desk.dialogs.text == folder.file("strip.yaml"));
}

TEST_CASE("every run opens as it was played in the batch") {
  const Folder folder;
  run_into(folder.path(), true);
  Headless window(1600, 900);
  Desk& desk = window.desk();
  desk.tour.open = false;
  window.drop(folder.path());
  REQUIRE(desk.batch.store != nullptr);
  const detente::Results& results = desk.batch.store->results;
  const ResultColumn& agreed = *column_of(results, "agreed");
  const ResultColumn& round = *column_of(results, "round");
  for (const std::int64_t run : {0, 4, 7, 13, 19}) {
    CAPTURE(run);
    desk.view.workspace = Workspace::batch;
    desk.batch.run = run;
    perform(desk, "batch.open_run");
    window.settle();
    REQUIRE(current_run(desk) != nullptr);
    const Outcome& outcome = current_run(desk)->trace.outcome;
    const auto row = static_cast<std::size_t>(run);
    CHECK(outcome.agreed == (agreed.numbers[row] > 0.5));
    if (outcome.agreed) CHECK(outcome.round == static_cast<int>(round.numbers[row]));
  }
}

TEST_CASE(
    "a batch that is still written is read again when more is there, and not in every frame") {
  const Folder folder;
  run_into(folder.path(), false);
  Headless window(1600, 900);
  Desk& desk = window.desk();
  desk.tour.open = false;
  window.drop(folder.path());
  REQUIRE(desk.batch.store != nullptr);
  const auto first = desk.batch.store;
  CHECK_FALSE(first->results.complete());
  CHECK(window.value("batch/progress").starts_with("5 of 20 runs so far"));
  window.frames(3);
  CHECK_FALSE(window.app().restless());
  window.frames(70);
  CHECK(desk.batch.store == first);  // looked at, and nothing was new
  BatchOptions options{.folder = folder.path(), .shard = 2, .shards = 4};
  run_batch(experiment_by_hand(), options);
  window.frames(10);
  CHECK(desk.batch.store == first);
  window.app().rest(1.1F);
  CHECK(window.app().restless());
  window.settle();
  CHECK(desk.batch.store != first);
  CHECK(desk.batch.store->results.rows() == 10);
  CHECK(desk.batch.charts->store == desk.batch.store);
  // elsewhere nobody waits for it
  desk.view.workspace = Workspace::step;
  window.app().rest(10.0F);
  CHECK_FALSE(batch_due(desk));
}

TEST_CASE("what is exported of the panes are their numbers") {
  Headless window(1600, 900);
  open_yaml(window, kBatchScenario);
  show_by_hand(window, batch_by_hand(20, 2));
  const auto table = [&](const std::string& pane) {
    return table_of_pane(window.desk(), window.registry(), pane);
  };
  CHECK(table("batch_map").rows.size() == 20);
  CHECK(table("batch_runs").rows.size() == 20);
  CHECK(table("batch_tornado").rows.size() == 9);
  CHECK(table("batch_density").rows.size() == 2);
  CHECK(std::get<std::string>(table("batch_runs").rows.back()[1]) == "failed");
}

TEST_CASE("workspace 4 in every language, theme and width, with all runs failed, and with none") {
  constexpr std::array kSizes{std::pair{1600, 900}, std::pair{1000, 680}, std::pair{960, 640}};
  for (const auto& [width, height] : kSizes) {
    const int wide = width;  // no binding can be captured
    CAPTURE(wide);
    Headless window(width, height);
    open_yaml(window, kBatchScenario);
    for (const std::int64_t rows : {20, 3, 0}) {
      show_by_hand(window, batch_by_hand(rows, rows == 3 ? 20 : 0));
      for (const Language language : kLanguages) {
        window.desk().settings.language = language;
        for (int tab = 0; tab < 3; ++tab) {
          window.desk().batch.tab = tab;
          window.settle();
          CHECK(window.registry().repeated().empty());
          CHECK(support::has_content(window, "batch_map"));
        }
      }
    }
  }
}

}  // namespace detente::ui
