#include "detente/scenario/batch_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/scenario/json_schema.hpp"

namespace fs = std::filesystem;

using detente::Design;
using detente::LoadedPlan;
using detente::Vary;

namespace {

const fs::path kFolder = fs::path(DETENTE_SOURCE_DIR) / "tests" / "data" / "broken_plans";

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<fs::path> broken_plans() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

/// The diagnostics of a file, its folder left out.
std::string diagnose(const fs::path& file) {
  const auto plan = detente::load_plan(file.string());
  const std::string folder = file.parent_path().string() + '/';
  std::string text;
  for (const auto& one : plan ? plan->remarks : plan.error()) {
    text += detente::to_string(one) + '\n';
  }
  for (auto place = text.find(folder); place != std::string::npos; place = text.find(folder)) {
    text.erase(place, folder.size());
  }
  return text;
}

detente::Result<LoadedPlan> parse(const std::string& yaml) {
  return detente::parse_plan("schema: detente/batch/1\nscenario: talks.yaml\n" + yaml, "p",
                             content(kFolder / "scenario" / "talks.yaml"), "talks.yaml");
}

LoadedPlan sound(const std::string& yaml) {
  auto plan = parse(yaml);
  if (!plan) throw std::runtime_error(detente::to_string(plan.error().front()));
  return std::move(plan).value();
}

std::string first_fault(const std::string& yaml) {
  const auto plan = parse(yaml);
  if (plan) return {};
  detente::Diagnostic fault = plan.error().front();
  fault.source.clear();
  return detente::to_string(fault);
}

using Words = std::vector<std::string>;

constexpr auto kOne = "vary: {actors.upper.walk_away: {values: [0.1, 0.2]}}\n";

}  // namespace

TEST_CASE("broken plans give the diagnostics that stand beside them") {
  const auto files = broken_plans();
  CHECK(files.size() >= 30);
  for (const fs::path& file : files) {
    CAPTURE(file.filename().string());
    const std::string found = diagnose(file);
    CHECK_FALSE(found.empty());
    CHECK(found == content(fs::path(file).replace_extension(".txt")));
  }
}

TEST_CASE("the plans that are shipped are sound") {
  const fs::path folder = fs::path(DETENTE_SOURCE_DIR) / "scenarios" / "batch";
  int count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    CAPTURE(entry.path().string());
    const auto plan = detente::load_plan(entry.path().string());
    CHECK(plan.has_value());
    count += plan && plan->remarks.empty() ? 1 : 0;
  }
  CHECK(count == 3);
}

TEST_CASE("every key of a plan is read") {
  const LoadedPlan loaded = sound(R"(model: offers
seed: 20260106
repetitions: 20
design: {kind: grid}
vary:
  actors.upper.walk_away: {range: [0.2, 0.6], steps: 9}
  stages.first.rounds: {values: [6, 12]}
  "actors.*.power": {uniform: [1, 2], each: yes}
metrics: [agreed, utility.*, round]
series: {every: 2, metrics: [aspiration.lower, support]}
shard_size: 100
)");
  const auto& plan = loaded.plan;
  CHECK(plan.model == "offers");
  CHECK(loaded.scenario.model == "offers");
  CHECK(loaded.seed == 20260106);
  CHECK(plan.repetitions == 20);
  CHECK(plan.design.kind == Design::Kind::grid);
  CHECK(plan.shard_size == 100);
  REQUIRE(plan.vary.size() == 3);
  CHECK(plan.vary[0].path == "actors.upper.walk_away");
  CHECK(plan.vary[0].low == 0.2);
  CHECK(plan.vary[0].high == 0.6);
  CHECK(plan.vary[0].steps == 9);
  CHECK(plan.vary[1].kind == Vary::Kind::values);
  CHECK(plan.vary[1].values.size() == 2);
  CHECK(plan.vary[2].kind == Vary::Kind::distribution);
  CHECK(plan.vary[2].each);
  CHECK(plan.metrics == Words{"agreed", "utility.upper", "utility.lower", "round"});
  REQUIRE(plan.series);
  CHECK(plan.series->every == 2);
  CHECK(plan.series->metrics == Words{"aspiration.lower", "support"});
  CHECK(loaded.file == "p");
  CHECK(loaded.text.starts_with("schema: detente/batch/1"));
  CHECK(loaded.remarks.empty());
}

TEST_CASE("what a plan leaves out has a default") {
  const LoadedPlan loaded = sound(kOne);
  CHECK(loaded.seed == loaded.scenario.seed);
  CHECK(loaded.plan.model.empty());
  CHECK(loaded.plan.repetitions == 1);
  CHECK(loaded.plan.design.kind == Design::Kind::grid);
  CHECK(loaded.plan.shard_size == 4096);
  CHECK_FALSE(loaded.plan.series);
  CHECK(loaded.plan.metrics == Words{"agreed", "stage", "round", "reason", "package", "coalition"});
  CHECK(sound(std::string("series: {}\n") + kOne).plan.series->metrics == Words{"support"});
}

TEST_CASE("the metrics of a scenario are those of the documentation, in its order") {
  const auto scenario = sound(kOne).scenario;
  CHECK(run_metrics(scenario) == Words{"agreed", "stage", "round", "reason", "package", "coalition",
                                       "coalition_size", "support", "nash_distance", "min_surplus",
                                       "welfare", "utility.upper", "utility.lower", "surplus.upper",
                                       "surplus.lower", "option.water", "option.road",
                                       "option.price"});
  CHECK(series_metrics(scenario) == Words{"support", "zone_size", "offers", "aspiration.upper",
                                          "aspiration.lower", "walk_away.upper",
                                          "walk_away.lower"});
}

TEST_CASE("every design that takes a number needs it") {
  for (const std::string kind : {"random", "lhs", "sobol", "saltelli"}) {
    CAPTURE(kind);
    CHECK(sound("design: {kind: " + kind + ", n: 8}\n" + kOne).plan.design.n == 8);
    CHECK(first_fault("design: {kind: " + kind + "}\n" + kOne) ==
          "p:3:9: error[D011]: missing key 'n' in design");
  }
  CHECK(sound(std::string("design: oat\n") + kOne).plan.design.kind == Design::Kind::oat);
}

TEST_CASE("only a grid and one-at-a-time need the steps of a range") {
  const std::string range = "vary: {actors.upper.walk_away: {range: [0.1, 0.2]}}\n";
  CHECK(first_fault(range).find("missing key 'steps'") != std::string::npos);
  CHECK(first_fault("design: oat\n" + range).find("missing key 'steps'") != std::string::npos);
  CHECK(first_fault("design: {kind: sobol, n: 2}\n" + range).empty());
}

TEST_CASE("a field for whole numbers takes a range whose steps are whole") {
  const auto range = [](const std::string& ends, int steps) {
    return first_fault("vary: {stages.first.rounds: {range: " + ends +
                       ", steps: " + std::to_string(steps) + "}}\n");
  };
  CHECK(range("[4, 10]", 4).empty());
  CHECK(range("[4, 10]", 7).empty());
  CHECK(range("[4, 10]", 3).empty());
  CHECK(range("[4, 10]", 5).find("only whole numbers") != std::string::npos);
}

TEST_CASE("a value may need one that is varied before it") {
  const std::string e = "  actors.lower.tactic.kindness: {values: [0.2, 0.4]}\n";
  CHECK_FALSE(first_fault("vary:\n" + e).empty());
  CHECK(first_fault("vary:\n  actors.lower.tactic: {values: [tit_for_tat]}\n" + e).empty());
}

TEST_CASE("the points of a list come from the plan or from a CSV") {
  const LoadedPlan listed = sound(R"(design:
  kind: list
  points: [{actors.upper.walk_away: 0.1, actors.lower.tactic: boulware}, {actors.upper.walk_away: 0.2}]
)");
  const LoadedPlan file =
      sound("design: {kind: list, points: " + (kFolder / "points" / "sound.csv").string() + "}\n");
  CHECK(file.points_text.size() > 20);
  CHECK(listed.points_text.empty());
  for (const LoadedPlan& loaded : {listed, file}) {
    const auto& plan = loaded.plan;
    CHECK(plan.design.n == 2);
    REQUIRE(plan.vary.size() == 2);
    CHECK(plan.vary[1].path == "actors.lower.tactic");
    REQUIRE(plan.vary[0].values.size() == 2);
    CHECK(plan.vary[0].values[1].scalar == "0.2");
    CHECK(plan.design.places == std::vector<std::int32_t>{0, 0, 1, Design::kAsIs});
  }
}

TEST_CASE("a list can be read from a CSV kept in memory") {
  const std::string yaml =
      "schema: detente/batch/1\nscenario: t\ndesign: {kind: list, points: gone.csv}\n";
  const auto plan = detente::parse_plan(yaml, "p", content(kFolder / "scenario" / "talks.yaml"),
                                        "t", "actors.upper.walk_away\n0.1\n\n0.3\n");
  REQUIRE(plan);
  CHECK(plan->plan.design.n == 2);
}

TEST_CASE("a party that a person would play is told, also where only the plan seats one") {
  const auto plan = parse("vary: {actors.upper.tactic: {values: [linear, human]}}\n");
  REQUIRE(plan);
  REQUIRE(plan->remarks.size() == 1);
  CHECK(plan->remarks.front().severity == detente::Severity::warning);
  CHECK(plan->remarks.front().where.line == 3);
  CHECK(plan->remarks.front().where.column == 47);
}

TEST_CASE("repetitions that cannot differ are noted") {
  const auto noted = [](const std::string& yaml) { return sound(yaml).remarks.size() == 1; };
  CHECK(noted(std::string("repetitions: 2\n") + kOne));
  CHECK_FALSE(noted(kOne));
  const std::string drawn = "repetitions: 2\nvary: {actors.upper.walk_away: {uniform: [0, 1]}}\n";
  CHECK_FALSE(noted(drawn));
  CHECK(noted("design: {kind: random, n: 3}\n" + drawn));
}

TEST_CASE("2^40 runs can be planned, and not one more") {
  const std::string rest = "vary: {actors.upper.walk_away: {range: [0, 1]}}\n";
  const std::string half = "design: {kind: random, n: 549755813888}\n" + rest;
  CHECK(first_fault("repetitions: 2\n" + half).empty());
  CHECK(first_fault("repetitions: 3\n" + half).find("error[D029]") != std::string::npos);
}

TEST_CASE("a file that is not there is told where it is named") {
  CHECK(detente::load_plan("nowhere.yaml").error().front().code == detente::Code::cannot_open);
  const auto missing = detente::load_plan((kFolder / "scenario_missing.yaml").string());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().front().code == detente::Code::cannot_open);
  CHECK(missing.error().front().where.line == 2);
}

TEST_CASE("a normal must have its mean within the limits of the field") {
  const std::string fault = first_fault("vary: {actors.upper.walk_away: {normal: [5, 1]}}\n");
  CHECK(fault.find("3:") != std::string::npos);
  CHECK(fault.find("[0, 1]") != std::string::npos);
  CHECK(
      first_fault("design: {kind: lhs, n: 4}\nvary: {actors.upper.walk_away: {normal: [0.5, 1]}}\n")
          .empty());
}

TEST_CASE("a grid in which everything is drawn is a single run, and that is said") {
  const std::string drawn = "vary: {actors.upper.walk_away: {uniform: [0.1, 0.5]}}\n";
  const auto warned = [](const LoadedPlan& plan) {
    return std::any_of(plan.remarks.begin(), plan.remarks.end(), [](const auto& remark) {
      return remark.message.find("single run") != std::string::npos;
    });
  };
  CHECK(warned(sound(drawn)));
  CHECK_FALSE(warned(sound("repetitions: 5\n" + drawn)));
  CHECK_FALSE(warned(sound("design: {kind: random, n: 5}\n" + drawn)));
  CHECK_FALSE(warned(sound(kOne)));
}
