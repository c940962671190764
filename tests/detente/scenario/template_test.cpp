#include "detente/scenario/template.hpp"

#include <doctest/doctest.h>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/patch.hpp"
#include "detente/scenario/same.hpp"
#include "detente/sim/simulate.hpp"

using detente::Blueprint;
using detente::Code;
using detente::Language;
using detente::Scenario;

namespace {

Blueprint plain() {
  return {.title = "Two towns",
          .actors = {"Upper Ford", "Lower Ford"},
          .issues = {{"Water share", {"Little", "Half", "Much"}}, {"Fee", {"None", "Some"}}}};
}

/// The drafted scenario, which must load without a remark.
Scenario drafted(const Blueprint& blueprint) {
  const auto text = detente::draft(blueprint);
  if (!text) FAIL(detente::to_string(text.error().front()));
  auto loaded = detente::parse_scenario(*text, "new");
  if (!loaded) FAIL(detente::to_string(loaded.error().front()));
  CHECK(loaded->remarks.empty());
  return std::move(loaded).value().scenario;
}

/// The first fault of a blueprint, as `PATH: MESSAGE`.
std::string fault(const Blueprint& blueprint) {
  const auto text = detente::draft(blueprint);
  REQUIRE_FALSE(text);
  return text.error().front().path + ": " + text.error().front().message;
}

}  // namespace

TEST_CASE("a draft says what the blueprint says") {
  const Scenario scenario = drafted(plain());
  CHECK(scenario.id == "two_towns");
  CHECK(scenario.title.words[0] == "Two towns");
  REQUIRE(scenario.actors.size() == 2);
  CHECK(scenario.actors[1].id == "lower_ford");
  REQUIRE(scenario.issues.size() == 2);
  CHECK(scenario.issues[0].options[1].id == "half");
  CHECK(scenario.issues[0].options[1].at == 50.0);
  CHECK(scenario.ties.size() == 1);
  REQUIRE(scenario.stages.size() == 1);
  CHECK(scenario.stages[0].rounds == 20);
  CHECK(scenario.actors[0].positions[0].ideal->number == 0.0);
  CHECK(scenario.actors[0].positions[1].ideal->number == 100.0);
}

TEST_CASE("a draft can be played and every number of it patched") {
  for (const char* model : {"coalition", "offers"}) {
    Blueprint blueprint = plain();
    blueprint.model = model;
    const Scenario scenario = drafted(blueprint);
    CHECK(detente::simulate(scenario, {}));
    const std::string text = *detente::draft(blueprint);
    for (const auto& field : detente::fields_of(scenario)) {
      const detente::Edit edit{.path = detente::path_of(scenario, field),
                               .value = detente::Value::of(1.0)};
      const auto patched = detente::patch(text, "new", {edit});
      REQUIRE(patched);
      // nothing had to be added
      CHECK(std::count(patched->begin(), patched->end(), '\n') ==
            std::count(text.begin(), text.end(), '\n'));
    }
  }
}

TEST_CASE("ids come from titles in every language") {
  Blueprint blueprint = plain();
  blueprint.language = Language::bg;
  blueprint.actors = {"Щастие и хляб", "САЩ", "Сащ!", "5 %"};
  Scenario scenario = drafted(blueprint);
  CHECK(scenario.actors[0].id == "shtastie_i_hlyab");
  CHECK(scenario.actors[1].id == "sasht");
  CHECK(scenario.actors[2].id == "sasht_2");
  CHECK(scenario.actors[3].id == "actor_5");
  CHECK(scenario.actors[0].title.in(Language::bg, "") == "Щастие и хляб");
  CHECK(scenario.actors[0].title.words[0].empty());
  blueprint.language = Language::uk;
  blueprint.actors = {"Обовʼязок", "Її гідність", "Ґанок"};
  scenario = drafted(blueprint);
  CHECK(scenario.actors[0].id == "oboviazok");
  CHECK(scenario.actors[1].id == "ii_hidnist");
  CHECK(scenario.actors[2].id == "ganok");
}

TEST_CASE("no title breaks a draft") {
  const std::vector<std::string> titles{"No",
                                        "yes",
                                        "null",
                                        "~",
                                        "on",
                                        "a: b",
                                        "#hash",
                                        "- dash",
                                        "{flow}",
                                        "[list]",
                                        "\"quoted\"",
                                        "it's",
                                        "back\\slash",
                                        "new\nline",
                                        "tab\tbed",
                                        "🕊️ peace",
                                        "🕊️",
                                        "***",
                                        "%TAG",
                                        "@at",
                                        "`tick`",
                                        "'''",
                                        R"(""")",
                                        "1e3",
                                        "0x10",
                                        "x-private",
                                        "count",
                                        "id",
                                        "|",
                                        ">",
                                        "? key",
                                        "!tag",
                                        "&anchor",
                                        "*alias",
                                        "Україна: «так»",
                                        "日本",
                                        "Ünïcödé",
                                        "a,b",
                                        "--- ",
                                        "...",
                                        "\xE2\x80\xA8line",
                                        std::string(300, 'x')};
  Blueprint blueprint{.title = "\"#: \\", .actors = titles, .issues = {{"~", titles}}};
  Scenario scenario = drafted(blueprint);
  REQUIRE(scenario.actors.size() == titles.size());
  CHECK(scenario.actors[10].title.words[0] == "\"quoted\"");
  CHECK(scenario.actors[13].title.words[0] == "new\nline");
  for (const std::string& title : titles) {
    for (const Language language : detente::kLanguages) {
      drafted({.title = title,
               .language = language,
               .actors = {title, "other"},
               .issues = {{title, {"other", title}}, {"other", {title, "another"}}}});
    }
  }
}

TEST_CASE("drafts of every size load") {
  for (const int actors : {1, 2, 3, 7, 64}) {
    for (const int options : {2, 3, 60}) {
      Blueprint blueprint{.title = "Size", .rounds = 1};
      for (int actor = 0; actor < actors; ++actor) {
        blueprint.actors.push_back("Actor " + std::to_string(actor));
      }
      blueprint.issues = {{"One", {}}, {"Two", {"a", "b"}}};
      for (int option = 0; option < options; ++option) {
        blueprint.issues[0].options.push_back("Option " + std::to_string(option));
      }
      const Scenario scenario = drafted(blueprint);
      CHECK(scenario.ties.size() == static_cast<std::size_t>(actors * (actors - 1) / 2));
    }
  }
}

TEST_CASE("a blueprint that cannot be drawn says why") {
  const auto with = [](auto change) {
    Blueprint blueprint = plain();
    change(blueprint);
    return fault(blueprint);
  };
  CHECK(with([](Blueprint& b) { b.title = " "; }) == "title: the title is missing");
  CHECK(with([](Blueprint& b) { b.actors.clear(); }) == "actors: there must be at least 1");
  CHECK(with([](Blueprint& b) { b.issues.clear(); }) == "issues: there must be at least 1");
  CHECK(with([](Blueprint& b) { b.issues[1].options = {"x"}; }) ==
        "issues[1].options: there must be at least 2");
  CHECK(with([](Blueprint& b) { b.actors[1] = " Upper Ford "; }) ==
        "actors[1]: the title 'Upper Ford' is given twice");
  CHECK(with([](Blueprint& b) { b.issues[0].options[2] = "Half"; }) ==
        "issues[0].options[2]: the title 'Half' is given twice");
  CHECK(with([](Blueprint& b) { b.actors[0].clear(); }) == "actors[0]: the title is missing");
  CHECK(with([](Blueprint& b) { b.rounds = 0; }) == "rounds: rounds must lie in [1, 10000], is 0");
  CHECK(with([](Blueprint& b) { b.model = "x"; }) == "model: there is no model 'x'");
  CHECK(with([](Blueprint& b) {
          for (int actor = 0; actor < 256; ++actor) b.actors.push_back(std::to_string(actor));
        }) == "actors: there must not be more than 256");
  CHECK(with([](Blueprint& b) {
          for (int issue = 0; issue < 24; ++issue) {
            b.issues.push_back({std::to_string(issue), {"a", "b"}});
          }
        }) == "issues: there are too many packages");
  Blueprint broken = plain();
  broken.actors[0] = "\xFF";
  CHECK(detente::draft(broken).error().front().code == Code::not_utf8);
}
