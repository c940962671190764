// stability, power, and explain of a conflict, as people and scripts call them.

#include "cli/stability.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/explain.hpp"
#include "cli/interrupt.hpp"
#include "cli/power.hpp"
#include "detente/core/text.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Folder;
using detente::support::Printed;
using detente::support::printed;
using detente::support::widest_line;
using nlohmann::json;

namespace {

const std::string kScenarios = DETENTE_SOURCE_DIR "/scenarios/";
const std::string kParis = kScenarios + "paris.yaml";
const std::string kCuba = kScenarios + "published/fraser1984/cuban-missiles.yaml";
const std::string kEuphrates = kScenarios + "published/hipel2014/euphrates.yaml";
const std::string kCouncil = kScenarios + "published/shapley1954/un-security-council.yaml";

Printed stability_of(const StabilityVerbOptions& options) {
  std::ostringstream out;
  std::ostringstream messages;
  const int code = run_stability(options, out, messages);
  return {code, out.str(), messages.str()};
}

Printed power_of(const PowerVerbOptions& options) {
  return printed(options, run_power);
}

Printed explain_it(const ExplainOptions& options) {
  return printed(options, run_explain);
}

/// What the command line makes of `detente stability FILE ARGUMENTS`.
int states_asked(const std::string& arguments) {
  CLI::App app;
  std::function<int()> job;
  add_stability(app, job);
  app.parse("stability " + arguments);
  std::ostringstream text;
  std::streambuf* const screen = std::cout.rdbuf(text.rdbuf());
  const int code = job();
  std::cout.rdbuf(screen);
  CHECK(code == kOk);
  const json document = json::parse(text.str());
  return document.contains("states") ? static_cast<int>(document.at("states").size()) : 0;
}

}  // namespace

TEST_CASE("stability: what holds, in every language, no wider than a terminal") {
  for (const char* language : {"en", "bg", "uk"}) {
    CAPTURE(language);
    const Printed table = stability_of({.inputs = {.file = kCuba},
                                        .show = {.language = language, .no_colour = true},
                                        .coalitions = true,
                                        .robustness = true,
                                        .states = 4096});
    CHECK(table.code == kOk);
    CHECK(widest_line(table.out) <= 80);
    CHECK(table.says("nash 1, gmr 7, smr 7, seq 3, sseq 3, sim 1"));
    CHECK(table.says("NYYN"));
  }
}

TEST_CASE("stability: the certificate of one actor at one state can be checked by a reader") {
  const Printed why = stability_of({.inputs = {.file = kCuba},
                                    .show = {.no_colour = true},
                                    .concepts = {"seq", "nash"},
                                    .actor = "us",
                                    .state = "NYYN"});
  CHECK(why.code == kOk);
  CHECK(why.says("State 6 is not stable for the United States (Nash stability)"));
  CHECK(why.says("If the United States moves to state 4"));
  CHECK(why.says("State 0 is no\n      better for the United States than state 6."));
  const json document = json::parse(
      stability_of({.inputs = {.file = kCuba}, .show = {.json = true}, .actor = "us", .state = "6"})
          .out);
  const json& seq = document.at("states")[0].at("certificate").at("us").at("seq");
  CHECK(seq.at("stable") == true);
  CHECK(seq.at("answers")[0].at("improvement") == 4);
  CHECK(seq.at("answers")[0].at("end") == 0);
  CHECK(document.at("states")[0].at("stable").at("us") ==
        json::array({"gmr", "smr", "seq", "sseq"}));
}

TEST_CASE("stability --inverse: 384 of 720 rankings, where another program prints 420") {
  const Printed count = stability_of({.inputs = {.file = kEuphrates},
                                      .show = {.no_colour = true},
                                      .actor = "syria",
                                      .inverse = "1"});
  CHECK(count.says("sequential stability: 384 of 720 rankings"));
  CHECK(count.says("Nash stability: 240 of 720 rankings"));
  const Printed whose = stability_of({.inputs = {.file = kEuphrates}, .inverse = "1"});
  CHECK(whose.code == kUsage);
}

TEST_CASE("stability: a number of states is taken only behind an equals sign") {
  CHECK(states_asked("--json " + kCuba) == 0);
  CHECK(states_asked("--json --states " + kCuba) == 12);
  CHECK(states_asked("--states " + kCuba + " --json") == 12);
  CHECK(states_asked("--json --states=5 " + kCuba) == 5);
}

TEST_CASE("stability: what is not there is named, with a suggestion") {
  const Printed actor = stability_of({.inputs = {.file = kCuba}, .actor = "usr"});
  CHECK(actor.code == kInvalid);
  CHECK(actor.messages.find("did you mean 'us") != std::string::npos);
  const Printed state = stability_of({.inputs = {.file = kCuba}, .state = "NNYY"});
  CHECK(state.code == kInvalid);
  const Printed council = stability_of({.inputs = {.file = kCouncil}});
  CHECK(council.code == kInvalid);
  CHECK(council.messages.find("conflict") != std::string::npos);
}

TEST_CASE("stability: an overlay and --set reach preferences that follow from positions") {
  const Folder folder;
  const std::string file = folder.file("s.yaml");
  std::ofstream(file) << R"(schema: detente/scenario/1
id: s
title: Test
issues: {land: {options: [none, half, all]}}
actors:
  north: {positions: {land: {ideal: 0, salience: 1}}}
  south: {positions: {land: {ideal: 100, salience: 1}}}
conflict:
  options: {north: {yield: {takes: land.all}}, south: [wait]}
  preferences: {north: {from: positions}, south: {from: positions}}
)";
  const auto nash = [&](const Inputs& inputs) {
    const Printed text = stability_of({.inputs = inputs, .show = {.json = true}});
    CAPTURE(text.messages);
    REQUIRE(text.code == kOk);
    return json::parse(text.out).at("equilibria").at("nash");
  };
  CHECK(nash({.file = file}) == json::array({0, 2}));
  CHECK(nash({.file = file, .sets = {"actors.north.positions.land.ideal=100"}}) ==
        json::array({1, 3}));
  const std::string overlay = folder.file("o.yaml");
  std::ofstream(overlay) << "schema: detente/overlay/1\nscenario: s.yaml\nedits:\n"
                            "  - {set: {actors.north.positions.land.ideal: 100}}\n";
  CHECK(nash({.file = file, .overlays = {overlay}}) == json::array({1, 3}));
}

TEST_CASE("power: votes and talks, in every language, no wider than a terminal") {
  for (const char* language : {"en", "bg", "uk"}) {
    CAPTURE(language);
    for (const std::string& file : {kCouncil, kParis}) {
      CAPTURE(file);
      const Printed table =
          power_of({.inputs = {.file = file}, .show = {.language = language, .no_colour = true}});
      CHECK(table.code == kOk);
      CHECK(widest_line(table.out) <= 100);
      CHECK_FALSE(table.out.empty());
    }
  }
  const Printed council = power_of({.inputs = {.file = kCouncil}, .show = {.json = true}});
  const json document = json::parse(council.out);
  CHECK(document.at("swings").at("ru") == 848);
  CHECK(document.at("swings").at("elected1") == 84);
  CHECK(document.at("shapley_shubik").at("us").get<double>() == doctest::Approx(421.0 / 2145.0));
}

TEST_CASE("power: a wrong stage has a suggestion; a conflict alone has nothing to weigh") {
  const Printed wrong = power_of({.inputs = {.file = kParis}, .stage = "setlement"});
  CHECK(wrong.code == kInvalid);
  CHECK(wrong.messages.find("did you mean 'settlement'?") != std::string::npos);
  const Printed none = power_of({.inputs = {.file = kCuba}});
  CHECK(none.code == kInvalid);
  CHECK(none.messages.find("'votes', 'game' and 'issues' are missing") != std::string::npos);
}

TEST_CASE("explain: who moved in a round of a conflict and why, in at most 20 words") {
  const Printed text = explain_it(
      {.inputs = {.file = kCuba, .model = "conflict"}, .show = {.json = true}, .round = 1});
  CAPTURE(text.messages);
  REQUIRE(text.code == kOk);
  const json document = json::parse(text.out);
  CHECK(document.at("schema") == "detente/explanation/1");
  CHECK(document.at("stage") == "conflict");
  CHECK(document.at("actor") == "us");
  CHECK(document.at("decision").at("kind") == "offer");
  CHECK(document.at("decision").at("from") == 0);
  CHECK(document.at("certificates").size() == 2);
  CHECK(document.at("certificates")[0].at("concept") == "seq");
  CHECK(document.at("certificates")[1].at("stable") == false);
  for (const char* language : {"en", "bg", "uk"}) {
    std::istringstream words(document.at("headline").at(language).get<std::string>());
    int count = 0;
    for (std::string word; words >> word;) ++count;
    CHECK(count > 5);
    CHECK(count <= 20);
  }
  // where the play ended, everybody stays
  for (const char* actor : {"us", "ussr"}) {
    const Printed last = explain_it(
        {.inputs = {.file = kCuba, .model = "conflict"}, .show = {.json = true}, .actor = actor});
    REQUIRE(last.code == kOk);
    const json end = json::parse(last.out);
    CHECK(end.at("actor") == actor);
    CHECK(end.at("decision").at("kind") == "pass");
    CHECK(end.at("certificates")[0].at("stable") == true);
  }
}

TEST_CASE("explain: a round that was not played, and somebody who takes no part") {
  const Printed round = explain_it({.inputs = {.file = kCuba, .model = "conflict"}, .round = 900});
  CHECK(round.code == kInvalid);
  const Printed nobody = explain_it({.inputs = {.file = kCuba, .model = "conflict"}, .actor = "x"});
  CHECK(nobody.code == kInvalid);
}

TEST_CASE("stability: an interruption ends the program at once with its own exit code") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      leave_when_interrupted();
      std::raise(signal);
      std::_Exit(kFailed);  // not reached
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == kInterrupted);
  }
}

TEST_CASE("stability: a summary counts the equilibria and names none") {
  const Printed whole = stability_of({.inputs = {.file = kCuba}});
  const Printed summary = stability_of({.inputs = {.file = kCuba}, .summary = true});
  REQUIRE(summary.code == kOk);
  const std::string counts = "nash 1, gmr 7, smr 7, seq 3, sseq 3, sim 1";
  CHECK(summary.out.find(counts) != std::string::npos);
  CHECK(whole.out.find("State 6 (NYYN)") != std::string::npos);
  CHECK(summary.out.find("State 6 (NYYN)") == std::string::npos);
}
