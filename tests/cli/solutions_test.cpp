// solutions, and "improve this deal" in run and explain, as people and scripts call them.

#include "cli/solutions.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/explain.hpp"
#include "cli/run.hpp"
#include "detente/bargain/solution_points.hpp"
#include "detente/core/text.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Printed;
using detente::support::printed;
using detente::support::widest_line;
using nlohmann::json;

namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

Printed solve(const SolutionsOptions& options) {
  return printed(options, run_solutions);
}

}  // namespace

TEST_CASE("solutions: every point by name with its definition, in every language") {
  for (const char* language : {"en", "bg", "uk"}) {
    CAPTURE(language);
    const Printed table =
        solve({.inputs = {.file = kParis}, .show = {.language = language, .no_colour = true}});
    CHECK(table.code == kOk);
    CHECK(widest_line(table.out) <= 80);
    for (const auto name : detente::kPointNames) {
      CHECK(table.out.find("  " + std::string(name) + ": ") != std::string::npos);
    }
  }
}

TEST_CASE("solutions --json: a later stage, a setting, and no zone") {
  const Printed later =
      solve({.inputs = {.file = kParis}, .show = {.json = true}, .stage = "settlement"});
  CHECK(json::parse(later.out).at("stage") == "settlement");
  const Printed none = solve(
      {.inputs = {.file = kParis, .sets = {"actors.us.walk_away=1"}}, .show = {.json = true}});
  CHECK(none.code == kOk);
  const json document = json::parse(none.out);
  CHECK(document.at("frontier_size") == 0);
  CHECK(document.at("nash") == json::array());
  CHECK(document.at("ideal").is_null());
  CHECK(document.at("warnings")[0].at("kind") == "no_zone");
  const Printed table = solve(
      {.inputs = {.file = kParis, .sets = {"actors.us.walk_away=1"}}, .show = {.no_colour = true}});
  CHECK(table.out.find("No zone at walk-away") != std::string::npos);
}

TEST_CASE("solutions: a wrong stage has a suggestion") {
  const Printed wrong = solve({.inputs = {.file = kParis}, .stage = "setlement"});
  CHECK(wrong.code == kInvalid);
  CHECK(wrong.messages.find("did you mean 'settlement'?") != std::string::npos);
}

TEST_CASE("run and explain say how the deal could be improved, outside the digest") {
  const Printed run =
      printed(RunOptions{.inputs = {.file = kParis}, .show = {.json = true}, .worlds = 0}, run_run);
  const json improvement = json::parse(run.out).at("improvement");
  CHECK(improvement.contains("on_frontier"));
  const Printed explained =
      printed(ExplainOptions{.inputs = {.file = kParis}, .show = {.json = true}}, run_explain);
  CHECK(json::parse(explained.out).at("improvement") == improvement);
  const Printed told = printed(
      RunOptions{.inputs = {.file = kParis}, .show = {.no_colour = true}, .worlds = 0}, run_run);
  CHECK(told.out.find("Improve this deal") != std::string::npos);
  const Printed none =
      printed(RunOptions{.inputs = {.file = kParis, .sets = {"actors.us.walk_away=1"}},
                         .show = {.json = true},
                         .worlds = 0},
              run_run);
  CHECK(json::parse(none.out).at("improvement").is_null());
}
