// What stands in a batch folder once it is complete, and whether it is believed.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "detente/batch/files.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/sqlite.hpp"
#include "detente/batch/status.hpp"
#include "detente/core/digest.hpp"
#include "support/batch.hpp"
#include "support/folder.hpp"

using detente::BatchEnd;
using detente::BatchOptions;
using detente::Experiment;
using detente::support::Folder;
using Kind = BatchEnd::Kind;
using detente::detail::Sqlite;
using detente::detail::Statement;
namespace fs = std::filesystem;

namespace {

const std::string kHighSeed = "seed: 18446744073709551615\n";

Experiment experiment_of(const std::string& more = {}) {
  auto loaded = detente::parse_plan(detente::support::kBatchPlan + more, "plan.yaml",
                                    detente::support::kBatchScenario, "strip.yaml");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return detente::make_experiment(std::move(loaded).value());
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

BatchEnd run(const std::string& folder, const std::string& more = {}) {
  return run_batch(experiment_of(more), {.folder = folder});
}

void change(const Folder& folder, const std::string& sql) {
  Sqlite(folder.file("results.sqlite"), Sqlite::Mode::write)
      .run(sql + "; PRAGMA journal_mode=DELETE");
}

/// The first answer, as text.
std::string ask(const Folder& folder, const std::string& sql) {
  const Sqlite store(folder.file("results.sqlite"), Sqlite::Mode::read);
  Statement statement(store, sql);
  REQUIRE(statement.step());
  return std::string(statement.text(0));
}

/// Names and bytes of all files, but for the lock.
std::string all_of(const Folder& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    if (!entry.is_regular_file() || entry.path().filename() == ".lock") continue;
    files.push_back(entry.path().string() + detente::digest_of(bytes_of(entry.path().string())));
  }
  std::sort(files.begin(), files.end());
  std::string text;
  for (const std::string& file : files) text += file + '\n';
  return text;
}

}  // namespace

TEST_CASE("results.sqlite: a seed from 2^63 up is kept as it is") {
  const Folder folder;
  CHECK(run(folder.path(), kHighSeed).kind == Kind::complete);
  for (const char* const sql :
       {"SELECT seed FROM runs WHERE run_id = 19", "SELECT value FROM meta WHERE key = 'seed'"}) {
    CHECK(ask(folder, sql) == "18446744073709551615");
  }
  CHECK(ask(folder, "SELECT typeof(seed) FROM runs") == "text");
  CHECK(bytes_of(folder.file("runs.csv")).find(",18446744073709551615,ok,") != std::string::npos);
  const auto results = detente::read_results(folder.path());
  REQUIRE(results);
  CHECK(results->seed == 18'446'744'073'709'551'615ULL);
  CHECK(results->rows() == 20);
  CHECK(run(folder.path(), kHighSeed).was_complete);

  // what still fits stays a number
  for (const std::string seed : {"7", "9223372036854775807"}) {
    const Folder other;
    run(other.path(), "seed: " + seed + '\n');
    CHECK(ask(other, "SELECT seed FROM runs") == seed);
    CHECK(ask(other, "SELECT typeof(seed) FROM runs") == "integer");
    CHECK(ask(other, "SELECT typeof(value) FROM meta WHERE key = 'seed'") == "integer");
  }
}

TEST_CASE("results.sqlite: its columns stand as in runs.csv") {
  const Folder folder;
  run(folder.path());
  const std::string csv = bytes_of(folder.file("runs.csv"));
  CHECK(ask(folder, "SELECT group_concat(name) FROM pragma_table_info('runs')") + '\n' ==
        csv.substr(0, csv.find('\n') + 1));
  CHECK(csv.find(",utility.north,message\n") != std::string::npos);
}

TEST_CASE("run_batch: a database that was changed is not made into a new runs.csv") {
  const Folder folder;
  run(folder.path());
  const std::string csv = bytes_of(folder.file("runs.csv"));
  const std::string manifest = bytes_of(folder.file("manifest.json"));
  change(folder, "UPDATE runs SET agreed = 1 - agreed");
  fs::remove(folder.file("runs.csv"));
  const std::string before = all_of(folder);
  const std::string had = "it had " + detente::digest_of(csv);
  for (int time = 0; time < 2; ++time) {
    CHECK_THROWS_WITH_AS(
        run(folder.path()),
        doctest::Contains("results.sqlite is not what manifest.json says: runs.csv would have "),
        detente::detail::FileFault);
    CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains(had.c_str()), std::exception);
    CHECK(all_of(folder) == before);
  }
  // back again, or played again
  change(folder, "UPDATE runs SET agreed = 1 - agreed");
  CHECK(run(folder.path()).kind == Kind::complete);
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
  fs::remove(folder.file("runs.csv"));
  fs::remove(folder.file("results.sqlite"));
  CHECK(run(folder.path()).kind == Kind::complete);
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
  CHECK(bytes_of(folder.file("manifest.json")) == manifest);
}

TEST_CASE("run_batch: a complete folder whose database lacks rows or is damaged is not believed") {
  const Folder folder;
  run(folder.path());
  const std::string sound = bytes_of(folder.file("results.sqlite"));
  change(folder, "DELETE FROM runs WHERE run_id = 7");
  CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains("it has 19 of 20 rows"),
                       std::exception);
  fs::remove(folder.file("runs.csv"));
  CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains("it has 19 of 20 rows"),
                       std::exception);
  // a row that must not be empty
  std::ofstream(folder.file("results.sqlite"), std::ios::binary) << sound;
  CHECK(run(folder.path()).kind == Kind::complete);
  change(folder,
         "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'message TEXT', "
         "'message TEXT NOT NULL')");
  CHECK_THROWS_WITH_AS(run(folder.path()), doctest::Contains("it is damaged"), std::exception);
}

TEST_CASE("merge_batch: shards that are not what the manifest says are not merged again") {
  const Folder folder;
  const auto play = [&](int shard) {
    run_batch(experiment_of(), {.folder = folder.path(), .shard = shard, .shards = 2});
  };
  play(1);
  play(2);
  CHECK(merge_batch(experiment_of(), {.folder = folder.path()}).kind == Kind::complete);
  const std::string csv = bytes_of(folder.file("runs.csv"));
  const std::string manifest = bytes_of(folder.file("manifest.json"));
  const std::string digest = detente::digest_of(csv);
  std::string other = manifest;
  other.replace(other.find(digest), digest.size(), std::string(32, '0'));
  std::ofstream(folder.file("manifest.json"), std::ios::binary) << other;
  const std::string before = all_of(folder);
  const auto merge = [&] { return merge_batch(experiment_of(), {.folder = folder.path()}); };
  CHECK_THROWS_WITH_AS(merge(), doctest::Contains("shards is not what manifest.json says"),
                       std::exception);
  CHECK(all_of(folder) == before);
  fs::remove(folder.file("manifest.json"));
  CHECK(merge().kind == Kind::complete);
  CHECK(bytes_of(folder.file("runs.csv")) == csv);
}

TEST_CASE("manifest.json: what was put in, by which sum, and on how many threads") {
  const Folder folder;
  BatchOptions options{.folder = folder.path(), .threads = 2};
  options.where = {{"host", "64"}, {"threads", std::int64_t{2}}};
  run_batch(experiment_of(), options);
  const auto json = nlohmann::json::parse(bytes_of(folder.file("manifest.json")));
  CHECK(json["hash"] == "XXH3-128");
  CHECK(json["inputs"]["file"] == "inputs.json");
  const std::string inputs = bytes_of(folder.file("inputs.json"));
  CHECK(json["inputs"]["digest"] == detente::digest_of(inputs));
  CHECK(json["where"] == nlohmann::json{{"host", "64"}, {"threads", 2}});
  CHECK(json["where"]["threads"].is_number_integer());
  const auto kept = nlohmann::json::parse(inputs);
  CHECK(kept["plan"]["text"] == detente::support::kBatchPlan);
  CHECK(kept["scenario"]["text"] == detente::support::kBatchScenario);
}

TEST_CASE("status_of: into how many parts a batch is to be cut") {
  const Folder folder;
  const std::string fresh = folder.file("fresh");
  const auto asked = status_of(experiment_of(), fresh, 3);
  CHECK(unfinished(asked) == std::vector<int>{1, 2, 3});
  CHECK(asked.changes.empty());
  CHECK_FALSE(fs::exists(fresh));
  run_batch(experiment_of(), {.folder = fresh, .shard = 2, .shards = 3});
  CHECK(unfinished(status_of(experiment_of(), fresh, 3)) == std::vector<int>{1, 3});
  CHECK(status_of(experiment_of(), fresh, 4).changes.size() == 1);
  const std::string whole = folder.file("whole");
  run(whole);
  CHECK(status_of(experiment_of(), whole, 4).changes.size() == 1);
  CHECK(status_of(experiment_of(), whole).sealed);
}
