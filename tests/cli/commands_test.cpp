// run, explain, coalitions and models as people and scripts call them: what they print, and what
// the process answers.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/coalitions.hpp"
#include "cli/exit_code.hpp"
#include "cli/explain.hpp"
#include "cli/models.hpp"
#include "cli/run.hpp"
#include "detente/core/text.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Printed;
using detente::support::printed;
using detente::support::widest_line;
using nlohmann::json;

namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

Printed run_it(const RunOptions& options) {
  return printed(options, run_run);
}

Printed explain_it(const ExplainOptions& options) {
  return printed(options, run_explain);
}

Printed coalitions_of(const CoalitionsOptions& options) {
  return printed(options, run_coalitions);
}

/// A scenario file in the temporary folder, gone at the end of the test.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& text)
      : path_(detente::support::own_path(name)) {
    std::ofstream(path_) << text;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("run: a deal and no deal are both results") {
  for (const char* walk_away : {"0.5", "0.66"}) {
    const Printed printed = run_it(
        {.inputs = {.file = kParis, .sets = {std::string("actors.russia.walk_away=") + walk_away}},
         .worlds = 10});
    CHECK(printed.code == kOk);
    CHECK(printed.messages.empty());
    CHECK(printed.out.find("of 10 nearby worlds") != std::string::npos);
    CHECK(widest_line(printed.out) <= 80);
  }
}

TEST_CASE("run --json and --trace give the same document") {
  const auto file = detente::support::own_path("trace.json");
  const Printed printed = run_it({.inputs = {.file = kParis, .seed = 7},
                                  .show = {.json = true},
                                  .worlds = 0,
                                  .trace = file.string()});
  CHECK(printed.code == kOk);
  std::ostringstream written;
  written << std::ifstream(file).rdbuf();
  CHECK(written.str() == printed.out);
  CHECK(json::parse(printed.out).at("seed") == 7);
  std::filesystem::remove(file);
  CHECK(run_it({.inputs = {.file = kParis}, .worlds = 0, .trace = "/nowhere/trace.json"}).code ==
        kFailed);
}

TEST_CASE("run: the model and its parameters come from the command line") {
  const Printed offers =
      run_it({.inputs = {.file = kParis, .model = "offers"}, .show = {.json = true}, .worlds = 0});
  CHECK(json::parse(offers.out).at("model") == "offers");
  const Printed channel = run_it(
      {.inputs = {.file = kParis, .params = {"channel=0.3"}}, .show = {.json = true}, .worlds = 0});
  CHECK(json::parse(channel.out).at("outcome").at("agreed") == false);  // nobody reaches Russia
}

TEST_CASE("what is wrong with the input is told, all of it, and the answer is 3") {
  const Printed printed =
      run_it({.inputs = {.file = kParis,
                         .sets = {"actors.us.walk_awya=1", "actors.us.walk_away=7", "nonsense"}}});
  CHECK(printed.code == kInvalid);
  CHECK(printed.out.empty());
  CHECK(printed.messages.find("nonsense") != std::string::npos);
  const Printed paths = run_it(
      {.inputs = {.file = kParis, .sets = {"actors.us.walk_awya=1", "actors.us.walk_away=7"}}});
  CHECK(paths.messages.find("did you mean 'walk_away'?") != std::string::npos);
  CHECK(paths.messages.find("D016") != std::string::npos);
  for (const char* model : {"challenge", "offers:fast", "coalitoin"}) {
    CAPTURE(model);
    CHECK(run_it({.inputs = {.file = kParis, .model = model}}).code == kInvalid);
  }
  CHECK(run_it({.inputs = {.file = "no/such/file.yaml"}}).code == kFailed);
}

TEST_CASE("faults of --model and --param are told under those words") {
  const auto said = [](const Inputs& inputs) { return run_it({.inputs = inputs}).messages; };
  CHECK(said({.file = kParis, .model = "coalitoin"})
            .starts_with("--model coalitoin: error[D031]: unknown model"));
  CHECK(said({.file = kParis, .params = {"chanel=0.3"}}).starts_with("--param chanel=0.3: error"));
  CHECK(said({.file = kParis, .params = {"channel=7"}}).starts_with("--param channel=7: error"));
  CHECK(said({.file = kParis, .params = {"channel="}}).starts_with("--param channel=: error"));
  CHECK(said({.file = kParis, .sets = {"seed=x"}}).starts_with("--set seed=x: error"));
}

TEST_CASE("a --set that the model does not read is noted, and nothing else is") {
  const auto noted = [](const std::string& model, const std::string& set) {
    const Inputs inputs{.file = kParis, .model = model, .sets = {set}};
    const Printed run = run_it({.inputs = inputs, .worlds = 0});
    const Printed explained = explain_it({.inputs = inputs});
    CHECK(run.code == kOk);
    CHECK(run.messages == explained.messages);
    return run.messages;
  };
  CHECK(noted("conflict", "actors.us.walk_away=0.9") ==
        "--set actors.us.walk_away=0.9: note[D042]: the model 'conflict' does not read "
        "actors.us.walk_away\n");
  CHECK(noted("coalition", "actors.us.walk_away=0.4").empty());
  CHECK(noted("conflict", "models.conflict.rounds=3").empty());
  CHECK(noted("coalition", "actors.us.susceptibility=0.4").find("D042") != std::string::npos);
}

TEST_CASE("a missing file is answered with one of a near name in that folder") {
  const detente::support::Folder folder;
  for (const char* name : {"paris.yaml", "paris.md", "run.json", "lake.yml"}) {
    std::ofstream(folder.file(name)) << "x\n";
  }
  const auto said = [&](const std::string& name) {
    const Printed printed = run_it({.inputs = {.file = folder.file(name)}});
    CHECK(printed.code == kFailed);
    return printed.messages;
  };
  const auto meant = [&](const char* name) {
    return "did you mean '" + folder.file(name) + "'?\n";
  };
  CHECK(said("paris.yml").ends_with(meant("paris.yaml")));
  CHECK(said("paris").ends_with(meant("paris.yaml")));
  CHECK(said("pariz.yaml").ends_with(meant("paris.yaml")));
  CHECK(said("lake.yaml").ends_with(meant("lake.yml")));
  CHECK(said("rum.json").ends_with(meant("run.json")));
  CHECK(said("elsewhere.yaml").ends_with("cannot open the file\n"));
  CHECK(said("no/paris.yaml").ends_with("cannot open the file\n"));
}

TEST_CASE("a scenario without issues has nothing to negotiate") {
  const TemporaryFile file("bare.yaml",
                           "schema: detente/scenario/1\nid: bare\ntitle: Bare\n"
                           "actors: {ministry: {title: Ministry}}\n");
  const Printed printed = run_it({.inputs = {.file = file.path()}});
  CHECK(printed.code == kInvalid);
  CHECK(printed.messages.find("issues") != std::string::npos);
}

TEST_CASE("an overlay changes the run; a human seat without a move plays on with a warning") {
  const TemporaryFile overlay("overlay.yaml",
                              "schema: detente/overlay/1\nscenario: paris.yaml\nedits:\n"
                              "  - {at: {stage: settlement, round: 11}, set: "
                              "{actors.russia.walk_away: 0.8}}\n");
  const Printed printed = run_it({.inputs = {.file = kParis, .overlays = {overlay.path()}},
                                  .show = {.json = true},
                                  .worlds = 0});
  REQUIRE(printed.code == kOk);
  CHECK(json::parse(printed.out).at("outcome").at("agreed") == false);
  const Printed human =
      run_it({.inputs = {.file = kParis, .sets = {"actors.us.tactic=human"}}, .worlds = 0});
  CHECK(human.code == kOk);
  CHECK(human.messages.find("plays as 'linear'") != std::string::npos);
}

TEST_CASE("explain names the decision that ended the run, and any other") {
  const Printed last = explain_it({.inputs = {.file = kParis}, .show = {.json = true}});
  REQUIRE(last.code == kOk);
  const json document = json::parse(last.out);
  CHECK(document.at("schema") == "detente/explanation/1");
  CHECK(document.at("actor") == "russia");
  CHECK(document.at("decision").at("kind") == "accept");
  for (const char* language : {"en", "bg", "uk"}) {
    std::istringstream words(document.at("headline").at(language).get<std::string>());
    int count = 0;
    for (std::string word; words >> word;) ++count;
    CHECK(count > 4);
    CHECK(count <= 20);
  }
  const Printed other =
      explain_it({.inputs = {.file = kParis}, .stage = "guarantees", .round = 3, .actor = "us"});
  CHECK(other.code == kOk);
  CHECK(other.out.find("United States") != std::string::npos);
  CHECK(widest_line(other.out) <= 80);
}

TEST_CASE("explain tells wrong places apart") {
  const Printed wrong =
      explain_it({.inputs = {.file = kParis}, .stage = "guarantes", .actor = "rusia"});
  CHECK(wrong.code == kInvalid);
  CHECK(wrong.messages.find("did you mean 'guarantees'?") != std::string::npos);
  CHECK(wrong.messages.find("did you mean 'russia'?") != std::string::npos);
  CHECK(explain_it({.inputs = {.file = kParis}, .stage = "guarantees", .round = 11}).code ==
        kInvalid);
  CHECK(explain_it({.inputs = {.file = kParis}, .stage = "guarantees", .actor = "nato"}).code ==
        kInvalid);
}

TEST_CASE("coalitions lists every coalition of a small table") {
  const Printed printed =
      coalitions_of({.inputs = {.file = kParis}, .show = {.json = true}, .stage = "settlement"});
  REQUIRE(printed.code == kOk);
  const json document = json::parse(printed.out);
  CHECK(document.at("schema") == "detente/coalitions/1");
  CHECK(document.at("zones").size() == 15);
  CHECK(document.at("zones")[14].at("coalition").size() == 4);
  CHECK(document.at("truncated") == false);
  CHECK(document.at("components").size() == 2);  // nobody is tied to Russia
  CHECK(document.at("split").at("strength") == 0.0);
  for (const char* language : {"en", "bg", "uk"}) {
    const Printed text =
        coalitions_of({.inputs = {.file = kParis}, .show = {.language = language}, .round = 5});
    CHECK(text.code == kOk);
    CHECK(widest_line(text.out) <= 80);
  }
  CHECK(coalitions_of({.inputs = {.file = kParis}, .round = 40}).code == kInvalid);
}

TEST_CASE("run does not write over a file that it reads") {
  const detente::support::Folder folder;
  const std::string file = folder.file("paris.yaml");
  std::filesystem::copy_file(DETENTE_SOURCE_DIR "/scenarios/paris.yaml", file);
  const auto size = std::filesystem::file_size(file);
  std::ostringstream out;
  std::ostringstream messages;
  RunOptions options{.inputs = {.file = file}};
  options.trace = file;
  CHECK(run_run(options, out, messages) == kUsage);
  CHECK(messages.str().find("would be lost") != std::string::npos);
  CHECK(std::filesystem::file_size(file) == size);
}

TEST_CASE("models lists what can be played") {
  std::ostringstream text;
  CHECK(run_models(false, text) == kOk);
  CHECK(text.str().find("coalition") != std::string::npos);
  std::ostringstream document;
  CHECK(run_models(true, document) == kOk);
  CHECK(json::parse(document.str()).at("models").size() == 3);
}
