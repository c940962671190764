// sensitivity as people and scripts call it: on a batch that is really run.

#include "cli/sensitivity.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/batch.hpp"
#include "cli/exit_code.hpp"
#include "support/batch.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Folder;
using detente::support::printed;
using detente::support::Printed;
using detente::support::widest_line;
using nlohmann::json;

namespace {

const std::string kVaried = R"(vary:
  actors.north.walk_away: {uniform: [0.2, 0.9]}
  actors.south.walk_away: {uniform: [0.2, 0.9]}
metrics: [agreed, stage, reason, utility.*]
)";

/// A batch in a folder of its own, run to its end.
class Store {
 public:
  explicit Store(const std::string& design, const std::string& vary = kVaried) {
    std::ofstream(folder_.file("strip.yaml")) << detente::support::kBatchScenario;
    std::ofstream(folder_.file("plan.yaml"))
        << "schema: detente/batch/1\nscenario: strip.yaml\ndesign: " << design << '\n'
        << vary;
    const Printed run = printed(
        BatchRunOptions{
            .plan = folder_.file("plan.yaml"), .folder = path(), .threads = 1, .progress = "none"},
        run_batch_run);
    CHECK_MESSAGE(run.code == kOk, run.messages);
  }

  std::string path() const { return folder_.file("results"); }

 private:
  Folder folder_{};
};

Printed study(SensitivityVerbOptions options) {
  options.show.no_colour = true;
  return printed(options, run_sensitivity);
}

const std::string kMap = "actors.north.walk_away,actors.south.walk_away";

}  // namespace

TEST_CASE("sensitivity: a Saltelli store, in every language, within 80 letters") {
  const Store store("{kind: saltelli, n: 128}");
  for (const char* language : {"en", "bg", "uk"}) {
    CAPTURE(language);
    const Printed text =
        study({.store = store.path(), .show = {.language = language}, .map = kMap});
    CHECK(text.code == kOk);
    CHECK(text.says("north.walk_away"));
    CHECK(text.says("agreed"));
    CHECK(text.says("256"));  // the runs that count: two of 128 base points
    CHECK(widest_line(text.out) <= 80);
  }
  const Printed again = study({.store = store.path() + "/results.sqlite", .show = {.json = true}});
  const Printed csv = study({.store = store.path() + "/runs.csv", .show = {.json = true}});
  CHECK(again.code == kOk);
  CHECK(again.out == csv.out);
  const json document = json::parse(again.out);
  CHECK(document.at("design") == "saltelli");
  CHECK(document.at("metrics").size() == 3);
  CHECK(document.at("metrics")[0].at("base_points") == 128);
  CHECK(document.at("metrics")[0].at("inputs")[0].at("total_order").at("value").is_number());
}

TEST_CASE("sensitivity: a threshold that the model implies is found in its runs") {
  // two parties, one issue of two places: north accepts the far one only up to a walk-away of 0.25
  const Store store("{kind: lhs, n: 400}", R"(vary:
  actors.north.walk_away: {uniform: [0, 1]}
metrics: [agreed]
)");
  const Printed text = study({.store = store.path(), .metrics = {"agreed"}});
  CHECK(text.code == kOk);
  CHECK(text.says("no settlement when north.walk_away > "));
  const json document = json::parse(study({.store = store.path(), .show = {.json = true}}).out);
  const json& threshold = document.at("metrics")[0].at("thresholds")[0];
  CHECK(threshold.at("input") == "actors.north.walk_away");
  CHECK(threshold.at("share") == 1.0);
  // south takes no less than c to e; what north then gets is at most 0.75 at b, 0.5 at c
  CHECK(threshold.at("cut").get<double>() == doctest::Approx(0.5).epsilon(0.6));
}

TEST_CASE("sensitivity: what is no store, no metric, no map") {
  const Folder empty;
  const Printed none = study({.store = empty.path()});
  CHECK(none.code == kInvalid);
  CHECK(none.messages.find("no results of a batch") != std::string::npos);
  CHECK(study({.store = empty.file("nowhere")}).code == kInvalid);
  const Store store("{kind: lhs, n: 20}");
  CHECK(study({.store = store.path(), .metrics = {"agred"}}).code == kInvalid);
  CHECK(study({.store = store.path(), .map = "agreed"}).code == kUsage);
  CHECK(study({.store = store.path(), .map = "a,b"}).code == kInvalid);
}

TEST_CASE("sensitivity: columns by the short names that it prints, or a list of them") {
  const Store store("{kind: lhs, n: 20}");
  const auto map_of = [&](const std::string& map) {
    return study({.store = store.path(), .show = {.json = true}, .map = map});
  };
  CHECK(map_of("north.walk_away,south.walk_away").out == map_of(kMap).out);
  CHECK(map_of("north.walk_away,actors.north.walk_away").code == kInvalid);
  const Printed wrong = map_of("nort.walk_away,south.walk_away");
  CHECK(wrong.code == kInvalid);
  CHECK(wrong.messages.find("there are: actors.north.walk_away, actors.south.walk_away, agreed") !=
        std::string::npos);
  CHECK(wrong.messages.find("did you mean 'north.walk_away'?") != std::string::npos);
}

TEST_CASE("sensitivity: what is no store is named as it was given") {
  const Folder folder;
  const auto refused = [&](const std::string& name) {
    const Printed none = study({.store = folder.file(name)});
    CHECK(none.code == kInvalid);
    CHECK(none.messages.starts_with(folder.file(name) + ": "));
    CHECK(none.messages.find("results.sqlite") != std::string::npos);
  };
  refused("gone");
  for (const std::string name :
       {"good.yaml", "lone.csv", "runs.csv", "other.sqlite", "results.sqlite"}) {
    std::ofstream(folder.file(name)) << "no store\n";
    refused(name);
  }
  refused("");
}
