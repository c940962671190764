// batch run, status and merge as people and scripts call them.

#include "cli/batch.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/batch_progress.hpp"
#include "cli/exit_code.hpp"
#include "support/batch.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::Progress;
using detente::support::Folder;
using detente::support::Printed;
using detente::support::printed;
using nlohmann::json;

namespace {

/// A folder with a plan of 20 runs and its scenario.
class Desk {
 public:
  Desk() {
    std::ofstream(folder_.file("strip.yaml")) << detente::support::kBatchScenario;
    std::ofstream(folder_.file("plan.yaml")) << detente::support::kBatchPlan;
  }

  std::string results() const { return folder_.file("results"); }
  std::string plan() const { return folder_.file("plan.yaml"); }

  Printed run(const std::string& shard = {}) const {
    return printed(options(shard), run_batch_run);
  }
  Printed merge() const { return printed(options({}), run_batch_merge); }
  Printed status(bool missing, bool as_json) const {
    return printed({.plan = plan(), .folder = results(), .missing = missing, .json = as_json},
                   run_batch_status);
  }
  /// As `--missing --shards N`, of any folder.
  Printed missing(int shards, const std::string& folder) const {
    return printed({.plan = plan(), .folder = folder, .missing = true, .shards = shards},
                   run_batch_status);
  }

 private:
  BatchRunOptions options(const std::string& shard) const {
    return {.plan = plan(), .folder = results(), .shard = shard, .threads = 2, .progress = "none"};
  }

  Folder folder_{};
};

std::string told(BatchProgress::Form form) {
  std::ostringstream out;
  double now = 100.0;
  BatchProgress progress(form, out, [&] { return now; });
  progress.begin({.planned = 1000, .done = 200, .failed = 1});
  now += 20.0;
  progress.tell({.planned = 1000, .done = 600, .failed = 2});
  now += 0.01;
  progress.tell({.planned = 1000, .done = 601, .failed = 2});  // too soon
  now += 20.0;
  progress.end({.planned = 1000, .done = 1000, .failed = 3});
  return out.str();
}

}  // namespace

TEST_CASE("batch run: says what it did, and again that there is nothing to do") {
  const Desk desk;
  const Printed first = desk.run();
  CHECK(first.code == kOk);
  CHECK(first.out == desk.results() + ": complete, 20 of 20 runs\n");
  CHECK(first.messages.empty());
  const Printed again = desk.run();
  CHECK(again.code == kOk);
  CHECK(again.says("was complete"));
  CHECK(desk.status(false, false).says("20 of 20 runs done, 0 failed"));
  CHECK(desk.status(true, false).out.empty());
}

TEST_CASE("batch run: a plan that is not there, not sound, or a shard that makes no sense") {
  const Desk desk;
  const auto with = [&](const std::string& plan, const std::string& shard) {
    const BatchRunOptions options{
        .plan = plan, .folder = desk.results(), .shard = shard, .progress = "none"};
    return printed(options, run_batch_run);
  };
  CHECK(with("nowhere.yaml", {}).code == kFailed);
  std::ofstream(desk.plan(), std::ios::app) << "reptitions: 3\n";
  const Printed broken = with(desk.plan(), {});
  CHECK(broken.code == kInvalid);
  CHECK(broken.messages.find("did you mean 'repetitions'?") != std::string::npos);
  for (const char* shard : {"0/3", "4/3", "3", "/", "1/10001", "1/2/3", "x/3", "-1/3", "1/"}) {
    CAPTURE(shard);
    CHECK(with(desk.plan(), shard).code == kUsage);
  }
}

TEST_CASE("batch status: shards to play again, for people and for scripts") {
  const Desk desk;
  CHECK(desk.status(true, false).out == "0-19\n");
  CHECK(desk.run("2/4").code == kOk);
  CHECK(desk.run("4/4").says("shard 4/4: complete, 5 of 5 runs"));
  CHECK(desk.status(true, false).out == "1,3\n");
  const json status = json::parse(desk.status(false, true).out);
  CHECK(status["schema"] == "detente/batch-status/1");
  CHECK(status["done"] == 10);
  CHECK(status["complete"] == false);
  CHECK(status["shards"].size() == 4);
  CHECK(status["shards"][1]["state"] == "done");
  CHECK(status["shards"][2]["state"] == "missing");
  const Printed early = desk.merge();
  CHECK(early.code == kFailed);
  CHECK(early.messages.find("shard 1 of 4 is missing") != std::string::npos);
  CHECK(early.messages.find("shard 3 of 4 is missing") != std::string::npos);
  CHECK(desk.run().code == kChanged);
  CHECK(desk.run("1/5").code == kChanged);
  CHECK(desk.run("1/4").code == kOk);
  CHECK(desk.run("3/4").code == kOk);
  CHECK(desk.status(false, false).says("detente batch merge"));
  CHECK(desk.merge().code == kOk);
  CHECK(desk.status(false, false).says("complete"));
}

TEST_CASE("batch status: all shards of a folder that is not begun, for an array job") {
  const Desk desk;
  const std::string folder = desk.results();
  const Printed fresh = desk.missing(2000, folder);
  CHECK(fresh.code == kOk);
  CHECK(fresh.out == "1-2000\n");
  CHECK(fresh.messages == folder + " is not there: nothing has been played\n");
  CHECK(desk.missing(1, folder).out == "1\n");
  CHECK(desk.run("2/3").code == kOk);
  CHECK(desk.missing(3, folder).out == "1,3\n");
  const Printed other = desk.missing(4, folder);
  CHECK(other.code == kChanged);
  CHECK(other.out.empty());
  CHECK(other.messages.find("cut into 3 shards, it is now to be cut into 4") != std::string::npos);
  const Printed as_json =
      printed({.plan = desk.plan(), .folder = folder, .json = true, .shards = 4}, run_batch_status);
  CHECK(as_json.code == kChanged);
  CHECK(json::parse(as_json.out)["missing"] != "1-4");
  CHECK(desk.run("1/3").code == kOk);
  CHECK(desk.run("3/3").code == kOk);
  CHECK(desk.missing(3, folder).out.empty());
  CHECK(desk.merge().code == kOk);
  CHECK(desk.missing(3, folder).out.empty());
  std::filesystem::remove_all(folder + "/shards");
  CHECK(desk.missing(3, folder).out.empty());
}

TEST_CASE("batch status: no folder, or a file in its place") {
  const Desk desk;
  const Printed none = desk.status(false, false);
  CHECK(none.code == kOk);
  CHECK(none.messages == desk.results() + " is not there: nothing has been played\n");
  CHECK(none.says("0 of 20 runs done, 0 failed"));
  CHECK_FALSE(std::filesystem::exists(desk.results()));
  const Printed file = desk.missing(0, desk.plan());
  CHECK(file.code == kFailed);
  CHECK(file.out.empty());
  CHECK(file.messages == desk.plan() + ": error: it is no folder\n");
}

TEST_CASE("batch status, run and merge: what they propose are whole commands") {
  const Desk desk;
  const std::string files = desk.plan() + " -o " + desk.results();
  CHECK(desk.status(false, false).says("to go on: detente batch run " + files + "\n"));
  CHECK(desk.run("1/2").code == kOk);
  CHECK(desk.status(false, false).says("detente batch run " + files + " --shard k/2 for k = 2\n"));
  const Printed early = desk.merge();
  CHECK(early.messages.find("detente batch status " + files + " --missing ") != std::string::npos);
  CHECK(desk.run("2/2").code == kOk);
  CHECK(desk.status(false, false).says("detente batch merge " + files + " makes one"));
}

TEST_CASE("batch progress: bar, lines and JSON, not too often") {
  const std::string lines = told(BatchProgress::Form::lines);
  CHECK(lines ==
        "600 of 1000 runs, 20 runs/s, ETA 0:20, 2 failed\n"
        "1000 of 1000 runs, 20 runs/s, ETA 0:00, 3 failed\n");
  std::istringstream documents(told(BatchProgress::Form::json));
  std::vector<json> all;
  for (std::string line; std::getline(documents, line);) all.push_back(json::parse(line));
  REQUIRE(all.size() == 3);
  CHECK(all[0]["eta_seconds"].is_null());
  CHECK(all[1]["eta_seconds"] == 20.0);
  CHECK(all[2]["failed"] == 3);
  const std::string bar = told(BatchProgress::Form::bar);
  CHECK(bar.find("\r[##############..........]  60 % 600 of 1000 runs") != std::string::npos);
  CHECK(bar.back() == '\n');
  CHECK(told(BatchProgress::Form::none).empty());
  CHECK(show_duration(59.2) == "1:00");
  CHECK(show_duration(7265.0) == "2:01:05");
}
