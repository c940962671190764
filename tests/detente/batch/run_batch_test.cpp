// A folder of results: the same bytes however it came about, and nothing taken over that does not
// fit.

#include "detente/batch/run_batch.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "detente/batch/status.hpp"
#include "support/batch.hpp"
#include "support/folder.hpp"

using detente::BatchEnd;
using detente::BatchOptions;
using detente::Experiment;
using detente::ShardStatus;
using detente::support::Folder;
using Kind = BatchEnd::Kind;
namespace fs = std::filesystem;

namespace {

const std::string kScenario = R"(schema: detente/scenario/1
id: strip
title: Strip
model: offers
issues:
  land: {options: [a, b, c, d, e]}
  water: {options: [a, b, c]}
actors:
  north:
    walk_away: 0.3
    tactic: conceder
    positions: {land: {ideal: 0, salience: 1}, water: {ideal: 0, salience: 0.4}}
  south:
    walk_away: 0.3
    tactic: conceder
    positions: {land: {ideal: 100, salience: 1}, water: {ideal: 100, salience: 0.2}}
)";

/// 120 runs; where no issue matters to the north, a run cannot be played: 6 x 2 of them.
const std::string kPlan = R"(schema: detente/batch/1
scenario: strip.yaml
repetitions: 2
vary:
  actors.north.positions.land.salience: {values: [0, 0.5, 1]}
  actors.north.positions.water.salience: {values: [0, 1]}
  actors.south.walk_away: {range: [0.1, 0.9], steps: 5}
  actors.north.tactic: {values: [linear, boulware]}
metrics: [agreed, round, reason, package, utility.*]
series: {every: 2, metrics: [support, offers]}
)";
constexpr std::int64_t kRuns = 120;

Experiment experiment_of(const std::string& plan = kPlan, const std::string& scenario = kScenario) {
  auto loaded = detente::parse_plan(plan, "plan.yaml", scenario, "strip.yaml");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return detente::make_experiment(std::move(loaded).value());
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

BatchEnd run(const std::string& folder, int shard = 0, int shards = 0, int threads = 1) {
  return run_batch(experiment_of(),
                   {.folder = folder, .shard = shard, .shards = shards, .threads = threads});
}

/// Plays a batch, stopping it after every few blocks, until it is complete.
int run_in_pieces(const std::string& folder) {
  for (int pieces = 1; pieces < 1000; ++pieces) {
    std::atomic<bool> stop{false};
    double now = 0.0;
    BatchOptions options{.folder = folder, .threads = 2, .stop = detente::Stop(&stop)};
    options.clock = [&now] { return now; };
    options.progress = [&](const detente::Progress&) { stop = true; };
    if (run_batch(experiment_of(), options).kind == Kind::complete) return pieces;
  }
  return 0;
}

/// Every row and its series, out of the database, as text.
std::string manifest_without_where(const std::string& folder) {
  auto json = nlohmann::json::parse(bytes_of(folder + "/manifest.json"));
  for (const char* const key : {"where", "command", "inputs"}) json.erase(key);
  return json.dump();
}

}  // namespace

TEST_CASE("run_batch: the same bytes for any threads, interruptions and shards") {
  const Folder folder;
  const std::string one = folder.file("one");
  const BatchEnd end = run(one);
  CHECK(end.kind == Kind::complete);
  CHECK_FALSE(end.was_complete);
  CHECK(end.progress.done == kRuns);
  CHECK(end.progress.failed == 20);
  const std::string csv = bytes_of(one + "/runs.csv");
  CHECK(
      csv.starts_with("run_id,point,repetition,seed,status,actors.north.positions.land.salience,"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == kRuns + 1);

  const std::string four = folder.file("four");
  CHECK(run(four, 0, 0, 4).kind == Kind::complete);
  CHECK(bytes_of(four + "/runs.csv") == csv);
  CHECK(manifest_without_where(four) == manifest_without_where(one));

  const std::string pieces = folder.file("pieces");
  CHECK(run_in_pieces(pieces) > 1);
  CHECK(bytes_of(pieces + "/runs.csv") == csv);

  for (const int shards : {1, 3, 16, 130}) {
    CAPTURE(shards);
    const std::string merged = folder.file("merged" + std::to_string(shards));
    for (int shard = shards; shard > 0; --shard) {
      REQUIRE(run(merged, shard, shards).kind == Kind::complete);
    }
    CHECK(merge_batch(experiment_of(), {.folder = merged}).kind == Kind::complete);
    CHECK(bytes_of(merged + "/runs.csv") == csv);
    CHECK(manifest_without_where(merged) == manifest_without_where(one));
    // one that has been merged is complete for everybody
    CHECK(merge_batch(experiment_of(), {.folder = merged}).was_complete);
    CHECK(run(merged).was_complete);
    CHECK(run(merged, 1, shards).was_complete);
  }
}

TEST_CASE("run_batch: a complete folder is left alone, a damaged table is written again") {
  const Folder folder;
  run(folder.path());
  const std::string csv = bytes_of(folder.file("runs.csv"));
  const std::string manifest = bytes_of(folder.file("manifest.json"));
  const auto written = fs::last_write_time(folder.file("results.sqlite"));
  const BatchEnd again = run(folder.path());
  CHECK(again.was_complete);
  CHECK(again.progress.failed == 20);
  CHECK(fs::last_write_time(folder.file("results.sqlite")) == written);
  CHECK(bytes_of(folder.file("manifest.json")) == manifest);
  fs::remove(folder.file("runs.csv"));
  CHECK_FALSE(run(folder.path()).was_complete);
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
  write(folder.file("runs.csv"), csv.substr(0, 100));
  run(folder.path());
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
  fs::remove(folder.file("manifest.json"));
  run(folder.path());
  CHECK(bytes_of(folder.file("manifest.json")) == manifest);
}

TEST_CASE("run_batch: what was changed is named, and nothing else is touched") {
  const Folder folder;
  run(folder.path());
  const std::string csv = bytes_of(folder.file("runs.csv"));
  const auto said = [&](const std::string& plan, const std::string& scenario) {
    const BatchEnd end = run_batch(experiment_of(plan, scenario), {.folder = folder.path()});
    CHECK(end.kind == Kind::changed);
    CHECK(bytes_of(folder.file("runs.csv")) == csv);
    return end.said.empty() ? "" : end.said.front();
  };
  const auto with = [](std::string text, const std::string& old, const std::string& fresh) {
    const std::size_t place = text.find(old);
    REQUIRE(place != std::string::npos);
    return text.replace(place, old.size(), fresh);
  };
  const std::string scenario = "scenario changed since this batch began: ";
  const std::string plan = "plan changed since this batch began: ";
  CHECK(said(kPlan, with(kScenario, "walk_away: 0.3", "walk_away: 0.31")) ==
        scenario + "actors.north.walk_away was 0.3, is 0.31");
  CHECK(said(kPlan, with(kScenario, "conceder", "{kind: hardliner}")).find("tactic") !=
        std::string::npos);
  CHECK(said(with(kPlan, "repetitions: 2", "repetitions: 3"), kScenario) ==
        plan + "repetitions was 2, is 3");
  CHECK(said(with(kPlan, "steps: 5", "steps: 6"), kScenario) ==
        plan + "vary.actors.south.walk_away.steps was 5, is 6");
  CHECK(said(with(kPlan, "[0.1, 0.9]", "[0.1, 0.8]"), kScenario) ==
        plan + "vary.actors.south.walk_away.range was [0.1, 0.9], is [0.1, 0.8]");
  CHECK(said(with(kPlan, "agreed, ", ""), kScenario).starts_with(plan + "metrics was [agreed, "));
  CHECK(said(kPlan + "seed: 9\n", kScenario) == plan + "seed was 1, is 9");
  CHECK(said(kPlan + "model: coalition\n", kScenario) == plan + "model was offers, is coalition");
  CHECK(said(kPlan + "design: {kind: sobol, n: 8}\n", kScenario) ==
        plan + "design.kind was grid, is sobol");
  // the same things in another order are other columns
  CHECK(said(with(with(kPlan, "  actors.north.tactic: {values: [linear, boulware]}\n", ""),
                  "vary:\n", "vary:\n  actors.north.tactic: {values: [linear, boulware]}\n"),
             kScenario)
            .starts_with(plan));
}

TEST_CASE("run_batch: the same plan in other words goes on, and the bytes stay") {
  const Folder folder;
  run(folder.path());
  const std::string csv = bytes_of(folder.file("runs.csv"));
  fs::remove(folder.file("manifest.json"));
  const BatchEnd end = run_batch(
      experiment_of("# a comment\n" + kPlan + "design: {kind: grid}\n", "# another\n" + kScenario),
      {.folder = folder.path()});
  CHECK(end.kind == Kind::complete);
  REQUIRE(end.said.size() == 1);
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
}

TEST_CASE("run_batch: another version of the engine and another number of shards are refused") {
  const Folder folder;
  run(folder.path(), 1, 3);
  CHECK(run(folder.path(), 1, 4).kind == Kind::changed);
  CHECK(run(folder.path()).kind == Kind::changed);
  std::string inputs = bytes_of(folder.file("inputs.json"));
  const std::string now = R"("engine": ")";
  inputs.insert(inputs.find(now) + now.size(), "9.");
  write(folder.file("inputs.json"), inputs);
  const BatchEnd end = run(folder.path(), 1, 3);
  CHECK(end.kind == Kind::changed);
  REQUIRE(end.said.size() == 1);
  CHECK(end.said.front().find("version was 9.") != std::string::npos);
}

TEST_CASE("run_batch: garbage is never written over") {
  const Folder folder;
  const std::string store = folder.file("results.sqlite");
  const std::string garbage(5000, 'g');
  write(store, garbage);
  CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains("it is no database"), std::exception);
  CHECK(bytes_of(store) == garbage);
  fs::remove(store);
  // an empty file is what a machine that died may leave
  write(store, "");
  CHECK(run(folder.path()).kind == Kind::complete);
  write(folder.file("inputs.json"), "{\"schema\": 3}");
  CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains("inputs.json"), std::exception);
  // results of another batch
  const Folder other;
  fs::copy_file(store, other.file("results.sqlite"));
  const auto changed = [&] {
    run_batch(experiment_of(kPlan + "seed: 7\n"), {.folder = other.path()});
  };
  CHECK_THROWS_WITH_AS(changed(), doctest::Contains("other results"), std::exception);
}

TEST_CASE("merge_batch: shards that are missing or damaged are named") {
  const Folder folder;
  CHECK_THROWS_WITH_AS(merge_batch(experiment_of(), {.folder = folder.path()}),
                       doctest::Contains("no shards are there"), std::exception);
  for (const int shard : {1, 2, 4, 5}) run(folder.path(), shard, 5);
  const std::string shard = folder.file("shards/2-of-5.shard");
  std::string bytes = bytes_of(shard);
  bytes[bytes.size() / 2] ^= 1;
  write(shard, bytes);
  fs::rename(folder.file("shards/5-of-5.shard"), folder.file("shards/5-of-5.part"));
  const BatchEnd end = merge_batch(experiment_of(), {.folder = folder.path()});
  CHECK(end.kind == Kind::missing_shards);
  CHECK(end.said == std::vector<std::string>{"shard 2 of 5 is damaged", "shard 3 of 5 is missing",
                                             "shard 5 of 5 has 24 of 24 rows"});
  CHECK_FALSE(fs::exists(folder.file("runs.csv")));

  const auto status = status_of(experiment_of(), folder.path());
  CHECK(unfinished(status) == std::vector<int>{2, 3, 5});
  CHECK(status.shards[1].kind == ShardStatus::Kind::damaged);
  CHECK(status.shards[2].kind == ShardStatus::Kind::missing);
  CHECK(status.shards[4].kind == ShardStatus::Kind::partial);
  CHECK(status.shards[4].progress.done == 24);
  for (const int again : unfinished(status)) run(folder.path(), again, 5);
  CHECK(merge_batch(experiment_of(), {.folder = folder.path()}).kind == Kind::complete);
  CHECK(status_of(experiment_of(), folder.path()).sealed);
  const Folder whole;
  run(whole.path());
  CHECK(bytes_of(folder.file("runs.csv")) == bytes_of(whole.file("runs.csv")));
}

TEST_CASE("read_results: from a database, and from shards that are still growing") {
  const Folder folder;
  CHECK_FALSE(detente::read_results(folder.path()));
  CHECK_FALSE(detente::progress_of(folder.path()));
  const std::string whole = folder.file("whole");
  run(whole);
  const auto all = detente::read_results(whole);
  REQUIRE(all);
  CHECK(all->complete());
  CHECK(all->rows() == kRuns);
  CHECK(all->columns.size() == 4 + 6);
  CHECK(all->columns[0].column.name == "actors.north.positions.land.salience");
  CHECK(all->columns[3].words == std::vector<std::string>{"linear", "boulware"});
  CHECK(all->columns[4].column.name == "agreed");
  CHECK_FALSE(all->ok[0]);
  CHECK(std::isnan(all->columns[4].numbers[0]));
  REQUIRE(all->failures.size() == 20);
  CHECK(all->failures[1].first == 1);
  CHECK_FALSE(all->failures[0].second.empty());
  CHECK(all->repetitions == 2);

  const std::string parts = folder.file("parts");
  run(parts, 2, 4);
  const auto progress = detente::progress_of(parts);
  REQUIRE(progress);
  CHECK(progress->done == 30);
  CHECK(progress->planned == kRuns);
  const auto some = detente::read_results(parts);
  REQUIRE(some);
  CHECK(some->rows() == 30);
  CHECK(some->runs.front() == 30);
  CHECK_FALSE(some->complete());
  for (std::size_t column = 0; column < some->columns.size(); ++column) {
    CAPTURE(column);
    const auto& here = some->columns[column];
    const auto& there = all->columns[column];
    for (std::size_t row = 0; row < 30; ++row) {
      const double left = here.numbers[row];
      const double right = there.numbers[row + 30];
      if (std::isnan(left) && std::isnan(right)) continue;
      if (here.column.kind == detente::Column::Kind::text) {
        REQUIRE(here.words.at(static_cast<std::size_t>(left)) ==
                there.words.at(static_cast<std::size_t>(right)));
      } else {
        REQUIRE(left == right);
      }
    }
  }
}
