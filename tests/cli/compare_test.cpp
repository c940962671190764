#include "cli/compare.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/run.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Printed;
using detente::support::printed;
using nlohmann::json;

namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

Printed compared(const CompareOptions& options) {
  return printed(options, run_compare);
}

/// A folder with the scenario, an overlay beside it, and a trace; gone at the end of the test.
class Folder {
 public:
  Folder() {
    std::filesystem::create_directories(path_);
    std::filesystem::copy_file(kParis, path_ / "paris.yaml",
                               std::filesystem::copy_options::overwrite_existing);
    write("firm.yaml",
          "schema: detente/overlay/1\nscenario: paris.yaml\n"
          "edits: [{set: {actors.russia.walk_away: 0.66}}]\n");
    std::ostringstream out;
    std::ostringstream messages;
    CHECK(run_run({.inputs = {.file = kParis}, .worlds = 0, .trace = file("trace.json")}, out,
                  messages) == kOk);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_, ignored_); }

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
  }

 private:
  std::filesystem::path path_ = detente::support::own_path("compare");
  std::error_code ignored_{};
};

}  // namespace

TEST_CASE("compare: a scenario, an overlay and a trace, in every pairing") {
  const Folder folder;
  const std::string firm = folder.file("firm.yaml");
  const std::string trace = folder.file("trace.json");

  const Printed what_if = compared({.a = kParis, .b = firm, .show = {.json = true}});
  REQUIRE(what_if.code == kOk);
  const json document = json::parse(what_if.out);
  CHECK(document.at("equal") == false);
  CHECK(document.at("inputs") ==
        json::array({{{"path", "actors.russia.walk_away"}, {"a", "0.5"}, {"b", "0.66"}}}));
  CHECK(document.at("first_difference").at("actor") == "russia");
  CHECK(document.at("outcomes")[0].at("agreed") == true);
  CHECK(document.at("outcomes")[1].at("agreed") == false);

  const Printed recorded = compared({.a = kParis, .b = trace, .show = {.json = true}});
  CHECK(json::parse(recorded.out).at("equal") == true);
  CHECK(json::parse(recorded.out).at("all_inputs") == false);
  const Printed mixed = compared({.a = trace, .b = firm, .show = {.json = true}});
  CHECK(json::parse(mixed.out).at("first_difference") == document.at("first_difference"));
  CHECK(json::parse(compared({.a = trace, .b = trace, .show = {.json = true}}).out).at("equal") ==
        true);
}

TEST_CASE("compare: text in three languages; the model is that of both") {
  const Folder folder;
  const std::string firm = folder.file("firm.yaml");
  CHECK(compared({.a = kParis, .b = firm}).out.starts_with("Deal in round 11 → no deal;"));
  CHECK(compared({.a = kParis, .b = firm, .show = {.language = "bg"}})
            .out.starts_with("Споразумение в кръг 11 → без споразумение;"));
  CHECK(compared({.a = kParis, .b = firm, .show = {.language = "uk"}})
            .out.starts_with("Угода в раунді 11 → без угоди;"));
  const Printed offers = compared({.a = kParis, .b = firm, .model = "offers"});
  CHECK(offers.out.starts_with("Deal in round 12 → no deal;"));
  const Printed recorded =
      compared({.a = folder.file("trace.json"), .b = kParis, .model = "offers"});
  CHECK(recorded.code == kOk);
  CHECK(recorded.messages.find("do not change a run that is recorded") != std::string::npos);
}

TEST_CASE("compare: what is wrong is told of both files, with the codes of every command") {
  const Folder folder;
  folder.write("bare.yaml", "schema: detente/overlay/1\nedits: []\n");
  folder.write("cut.json", R"({"schema": "detente/trace/1", "digest")");
  const Printed both = compared({.a = folder.file("bare.yaml"), .b = folder.file("cut.json")});
  CHECK(both.code == kInvalid);
  CHECK(both.out.empty());
  CHECK(both.messages.find("missing key 'scenario'") != std::string::npos);
  CHECK(both.messages.find("this is no JSON") != std::string::npos);
  folder.write("wrong.yaml",
               "schema: detente/overlay/1\nscenario: paris.yaml\n"
               "edits: [{set: {actors.russia.walk_awya: 0.66}}]\n");
  CHECK(compared({.a = kParis, .b = folder.file("wrong.yaml")}).code == kInvalid);
  CHECK(compared({.a = kParis, .b = folder.file("nowhere.yaml")}).code == kFailed);
}
