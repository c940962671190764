#include "cli/check.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/usage.hpp"
#include "support/folder.hpp"

namespace cli = detente::cli;

namespace {

/// A file that lives as long as the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) { std::ofstream(path_) << text; }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_, ignored_); }

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_ = detente::support::own_path("check.yaml");
  std::error_code ignored_{};
};

struct Answer {
  int code = 0;
  std::string text{};
};

Answer check(const cli::CheckOptions& options) {
  std::ostringstream out;
  const int code = cli::run_check(options, out);
  return {code, out.str()};
}

/// What the program answers to arguments, when they do not lead to a command.
Answer usage(const std::vector<std::string>& given) {
  const std::vector<std::string> arguments = cli::with_help_as_option(given);
  CLI::App app("test", "detente");
  app.require_subcommand(1);
  std::function<int()> job;
  cli::add_check(app, job);
  std::ostringstream out;
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& fault) {
    const int code = cli::report_usage(app, arguments, fault, out, out);
    return {code, out.str()};
  }
  return {-1, "parsed"};
}

constexpr auto kSound = R"(schema: detente/scenario/1
id: t
title: Test
issues: {q: {options: [low, high]}}
actors:
  a: {susceptibility: 0.3, tactic: {offer: least}, positions: {q: {ideal: 0}}}
  b: {positions: {q: {ideal: 1}}}
ties: [{between: [a, b], strength: 1}]
stages:
  - {id: one, starts: b}
  - {id: two, starts: a}
)";

}  // namespace

TEST_CASE("a sound file: what its model does not read is named once for each kind") {
  const TemporaryFile file(kSound);
  const Answer answer = check({.files = {file.path()}});
  CHECK(answer.code == cli::kOk);
  const std::string& name = file.path();
  CHECK(answer.text ==
        name + ":6:23: note[D042]: the model 'coalition' does not read actors.a.susceptibility\n" +
            name +
            ":6:44: note[D042]: the model 'coalition' does not read actors.a.tactic.offer\n" +
            name +
            ":10:23: note[D042]: the model 'coalition' does not read stages.*.starts, given "
            "2 times from here on\n" +
            name + ": sound, 3 notes\n");
}

TEST_CASE("another model reads other fields") {
  const TemporaryFile file(std::string(kSound) + "model: offers\n");
  const Answer answer = check({.files = {file.path()}});
  CHECK(answer.text.find("does not read ties.a.b.strength") != std::string::npos);
  CHECK(answer.text.find("starts") == std::string::npos);
}

TEST_CASE("a faulty file answers 3, a missing one 1") {
  const TemporaryFile faulty("schema: detente/scenario/1\nid: t\ntitle: Проба\nseeds: 1\n");
  const Answer answer = check({.files = {faulty.path()}});
  CHECK(answer.code == cli::kInvalid);
  CHECK(answer.text == faulty.path() +
                           ":4:1: error[D012]: unknown key 'seeds'; did you mean 'seed'?\n"
                           "seeds: 1\n^\n" +
                           faulty.path() + ": not sound, 1 error\n");
  CHECK(check({.files = {"nowhere.yaml"}}).code == cli::kFailed);
  CHECK(check({.files = {faulty.path(), "nowhere.yaml"}}).code == cli::kFailed);
}

TEST_CASE("twenty diagnostics are printed, the rest with --all, and JSON is never cut") {
  std::string many = "schema: detente/scenario/1\nid: t\ntitle: T\n";
  for (int key = 0; key < 25; ++key) many += "wrong" + std::to_string(key) + ": 1\n";
  const TemporaryFile file(many);
  const Answer cut = check({.files = {file.path()}});
  CHECK(cut.text.find("wrong19") != std::string::npos);
  CHECK(cut.text.find("wrong20") == std::string::npos);
  CHECK(cut.text.find(": 5 more left out, --all prints them\n") != std::string::npos);
  const Answer all = check({.files = {file.path()}, .all = true});
  CHECK(all.text.find("wrong24") != std::string::npos);
  CHECK(all.text.find("left out") == std::string::npos);

  const Answer json = check({.files = {file.path()}, .json = true});
  CHECK(json.code == cli::kInvalid);
  const auto document = nlohmann::json::parse(json.text);
  CHECK(document["schema"] == "detente/diagnostics/1");
  CHECK(document["files"][0]["file"] == file.path());
  const auto& diagnostics = document["files"][0]["diagnostics"];
  REQUIRE(diagnostics.size() == 25);
  CHECK(diagnostics[24]["severity"] == "error");
  CHECK(diagnostics[24]["code"] == "D012");
  CHECK(diagnostics[24]["line"] == 28);
  CHECK(diagnostics[24]["column"] == 1);
  CHECK(diagnostics[24]["message"] == "unknown key 'wrong24'");
  CHECK(diagnostics[24].contains("path"));
  CHECK(diagnostics[24].contains("hint"));
}

TEST_CASE("a file that is no UTF-8 still gives sound JSON") {
  const TemporaryFile file("id: \xFF\xFE\n");
  const auto document = nlohmann::json::parse(check({.files = {file.path()}, .json = true}).text);
  CHECK(document["files"][0]["diagnostics"].size() >= 2);
}

TEST_CASE("a command line that makes no sense is answered with what was probably meant") {
  CHECK(usage({"chek", "x"}).code == cli::kUsage);
  CHECK(usage({"chek", "x"})
            .text.starts_with("detente: unknown command 'chek'; did you mean 'check'?\n"));
  CHECK(usage({"check", "x", "--jsn"})
            .text.starts_with("detente: unknown option '--jsn'; did you mean '--json'?\n"));
  CHECK(usage({"check"}).code == cli::kUsage);
  CHECK(usage({}).code == cli::kUsage);
  const Answer help = usage({"check", "--help"});
  CHECK(help.code == cli::kOk);
  CHECK(help.text.find("detente check scenarios/paris.yaml") != std::string::npos);
  CHECK(usage({"check", "x", "--all"}).code == -1);
  CHECK(usage({"chek", "--help"}).code == cli::kUsage);
}

TEST_CASE("help is a word as well as an option") {
  const Answer whole = usage({"help"});
  CHECK(whole.code == cli::kOk);
  CHECK(whole.text == usage({"--help"}).text);
  const Answer one = usage({"help", "check"});
  CHECK(one.code == cli::kOk);
  CHECK(one.text == usage({"check", "--help"}).text);
  const Answer unknown = usage({"help", "chek"});
  CHECK(unknown.code == cli::kUsage);
  CHECK(unknown.text.find("did you mean 'check'?") != std::string::npos);
}
