// A row of a batch says what the run says that anybody can play.

#include "detente/batch/runner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "detente/sim/simulate.hpp"
#include "detente/study/solutions.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace)

namespace {

std::string paris() {
  std::ostringstream text;
  text << std::ifstream(DETENTE_SOURCE_DIR "/scenarios/paris.yaml").rdbuf();
  return text.str();
}

Experiment experiment_of(const std::string& plan) {
  auto loaded = parse_plan("schema: detente/batch/1\nscenario: paris.yaml\n" + plan, "plan.yaml",
                           paris(), "paris.yaml");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return make_experiment(std::move(loaded).value());
}

const Cell& cell_of(const Experiment& experiment, const RunRow& row, const std::string& column) {
  const auto& columns = experiment.columns;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& each) { return each.name == column; });
  REQUIRE(found != columns.end());
  return row.cells.at(found - columns.begin());
}

double number(const Cell& cell) {
  REQUIRE(std::holds_alternative<double>(cell));
  return std::get<double>(cell);
}

const std::string& text(const Cell& cell) {
  REQUIRE(std::holds_alternative<std::string>(cell));
  return std::get<std::string>(cell);
}

std::string spelled(const Scenario& scenario, const Outcome& outcome) {
  std::string words;
  for (std::size_t issue = 0; issue < outcome.package.size(); ++issue) {
    if (outcome.package[issue] < 0) continue;
    if (!words.empty()) words += ' ';
    words += scenario.issues[issue].id + '=';
    words += scenario.issues[issue].options[outcome.package[issue]].id;
  }
  return words;
}

/// Compares a row with the run itself.
void compare(const Experiment& experiment, const RunRow& row) {
  const auto scenario = scenario_of(experiment, row.run);
  REQUIRE(scenario);
  const Run run{.seed = experiment.loaded.seed};
  const auto trace = simulate(*scenario, run);
  REQUIRE(trace);
  const Outcome& outcome = trace->outcome;
  const auto at = [&](const char* column) { return cell_of(experiment, row, column); };
  CHECK(at("agreed") == Cell{std::int64_t{outcome.agreed}});
  CHECK(text(at("stage")) == scenario->stages[outcome.stage].id);
  CHECK(at("round") == (outcome.round > 0 ? Cell{std::int64_t{outcome.round}} : Cell{}));
  CHECK(text(at("reason")) == reason_name(outcome.reason));
  CHECK(text(at("package")) == spelled(*scenario, outcome));
  CHECK(at("coalition_size") == Cell{std::int64_t{std::ssize(outcome.coalition)}});
  double welfare = 0.0;
  for (const auto& [actor, utility] : outcome.utilities) {
    welfare += utility;
    const std::string column = "utility." + scenario->actors[actor].id;
    CHECK(number(at(column.c_str())) == utility);
  }
  CHECK(number(at("welfare")) == welfare);
  const auto solved = solutions(*scenario, run, outcome.stage);
  REQUIRE(solved);
  if (!solved->scores) {
    CHECK(at("nash_distance") == Cell{});
    return;
  }
  CHECK(number(at("nash_distance")) ==
        solved->scores->distance[static_cast<std::size_t>(Point::nash)]);
  const auto& surplus = solved->scores->surplus;
  CHECK(number(at("min_surplus")) == *std::min_element(surplus.begin(), surplus.end()));
}

const std::string kMetrics =
    "metrics: [agreed, stage, round, reason, package, coalition, coalition_size, support, "
    "nash_distance, min_surplus, welfare, utility.*, surplus.*, option.*]\n";

}  // namespace

TEST_CASE("rows of random points in both models, in any order") {
  for (const char* model : {"coalition", "offers"}) {
    CAPTURE(model);
    const Experiment experiment = experiment_of(
        std::string("model: ") + model + "\nseed: 3\ndesign: {kind: random, n: 60}\n" + kMetrics +
        "vary:\n"
        "  actors.us.walk_away: {range: [0.2, 0.9]}\n"
        "  actors.*.tactic: {values: [boulware, linear, {kind: tit_for_tat, kindness: 0.1}]}\n"
        "  stages.guarantees.rounds: {values: [3, 12]}\n"
        "  actors.russia.positions.us_forces.ideal: {uniform: [0, 60]}\n"
        "  actors.ukraine.delay_cost: {choice: {0: 2, 0.01: 1}}\n");
    CHECK(experiment.runs == 60);
    Runner runner(experiment);
    Runner backwards(experiment);
    std::vector<RunRow> rows;
    for (std::int64_t run = 0; run < experiment.runs; ++run) {
      rows.push_back(runner.row(run));
      REQUIRE(rows.back().ok);
      compare(experiment, rows.back());
    }
    for (std::int64_t run = experiment.runs - 1; run >= 0; --run) {
      CHECK(backwards.row(run).cells == rows[run].cells);
    }
    const auto agreed = std::count_if(rows.begin(), rows.end(), [&](const RunRow& row) {
      return cell_of(experiment, row, "agreed") == Cell{std::int64_t{1}};
    });
    CHECK(agreed > 0);
    CHECK(agreed < experiment.runs);
  }
}

TEST_CASE("the model may vary, too") {
  const Experiment experiment = experiment_of("model: coalition\n" + kMetrics +
                                              "vary: {model: {values: [offers, coalition]}}\n");
  Runner runner(experiment);
  compare(experiment, runner.row(0));
  compare(experiment, runner.row(1));
  CHECK_FALSE(runner.row(0).cells == runner.row(1).cells);
}

TEST_CASE("what a point does not name stays as it is") {
  const Experiment experiment = experiment_of(kMetrics +
                                              "design: {kind: list, points: [{actors.us.walk_away: "
                                              "0.95}, {actors.russia.power: 10}, {}]}\n");
  Runner runner(experiment);
  CHECK(runner.row(0).cells.at(1) == Cell{});
  for (const std::int64_t run : {2, 0, 1, 2}) compare(experiment, runner.row(run));
  CHECK(edits_of(experiment, 2).empty());
  CHECK(edits_of(experiment, 0).front().path == "actors.us.walk_away");
}

TEST_CASE("a run that cannot be played is a row that says why, and hurts no other") {
  // each salience may be 0, but not all of them together
  std::string plan = "metrics: [agreed, welfare]\nvary:\n";
  for (const char* issue : {"us_forces", "support_force", "front_line", "monitoring", "backstop"}) {
    plan += std::string("  actors.ukraine.positions.") + issue + ".salience: {values: [0.5, 0]}\n";
  }
  const Experiment experiment = experiment_of(plan);
  CHECK(experiment.runs == 32);
  Runner runner(experiment);
  const RunRow first = runner.row(0);
  const RunRow failed = runner.row(31);
  CHECK(first.ok);
  CHECK_FALSE(failed.ok);
  CHECK(failed.message.find("ukraine") != std::string::npos);
  CHECK(failed.cells == std::vector<Cell>{0.0, 0.0, 0.0, 0.0, 0.0, {}, {}});
  CHECK(runner.row(30).ok);
  CHECK(runner.row(0).cells == first.cells);
}

TEST_CASE("the series of a run is what its rounds say") {
  const Experiment experiment = experiment_of(
      "metrics: [agreed]\nseries: {every: 2, metrics: [support, zone_size, offers, "
      "aspiration.russia, walk_away.us]}\n"
      "vary: {actors.us.walk_away: {values: [0.3, 0.7]}}\n");
  Runner runner(experiment);
  const RunRow row = runner.row(0);
  const auto trace = simulate(*scenario_of(experiment, 0), {.seed = experiment.loaded.seed});
  REQUIRE(trace);
  std::size_t expected = 0;
  for (const TraceStage& stage : trace->stages) {
    const bool russia = std::count(stage.parties.begin(), stage.parties.end(), 4) > 0;
    for (const TraceRound& round : stage.rounds) {
      const bool last = &round == &stage.rounds.back();
      if (last || round.number % 2 == 0) expected += russia ? 5 : 4;
    }
  }
  CHECK(row.series.size() == expected);
  for (const SeriesCell& cell : row.series) {
    const TraceRound& round = trace->stages.at(cell.stage).rounds.at(cell.round);
    if (cell.metric == 1) CHECK(cell.value == static_cast<double>(round.zone_size));
    if (cell.metric == 2) CHECK(cell.value == static_cast<double>(round.offers.size()));
    if (cell.metric == 0) CHECK((cell.value >= 0.0 && cell.value <= 1.0));
  }
}

TEST_CASE("a word stands in its cell as it is, however it was quoted") {
  const Experiment experiment = experiment_of(
      "vary: {actors.us.tactic: {values: [\"boulware\", linear, {kind: time, e: 2}]}}\n");
  Runner runner(experiment);
  CHECK(text(runner.row(0).cells.front()) == "boulware");
  CHECK(text(runner.row(1).cells.front()) == "linear");
  CHECK(text(runner.row(2).cells.front()) == "{kind: time, e: 2}");
}
