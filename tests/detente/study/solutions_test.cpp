// `detente solutions` as a study: what a stage has to do with its points.

#include "detente/study/solutions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "literal/generate.hpp"
#include "literal/solutions.hpp"
#include "support/data.hpp"

using detente::Point;
using detente::SolutionReport;
using nlohmann::json;

namespace {

detente::literal::Domain domain_of(const SolutionReport& report) {
  detente::literal::Domain domain{.walk_away = report.solved.walk_away};
  const int packages = report.tables->grid.packages();
  domain.allowed.assign(packages, true);
  for (const detente::PartyTable& party : report.tables->parties) {
    domain.utility.push_back(party.utility);
    for (int package = 0; package < packages; ++package) {
      const auto crossed = detente::crossed_lines(*report.scenario, party.actor,
                                                  options_of(*report.tables, package));
      if (!crossed.empty()) domain.allowed[package] = false;
    }
  }
  return domain;
}

detente::Scenario camp_david() {
  const json data = detente::support::read_data("bargaining").at("adjusted_winner")[0];
  detente::Scenario scenario{.id = "camp_david", .model = "offers"};
  detente::Stage talks{.id = "talks", .parties = {0, 1}};
  scenario.actors = {{.id = "israel"}, {.id = "egypt"}};
  for (const json& issue : data.at("issues")) {
    talks.issues.push_back(static_cast<int>(scenario.issues.size()));
    scenario.issues.push_back({.id = "i" + std::to_string(scenario.issues.size()),
                               .options = {{.id = "israel", .at = 0}, {.id = "egypt", .at = 100}}});
    for (int actor = 0; actor < 2; ++actor) {
      const double points = issue.at("points")[actor];
      scenario.actors[actor].positions.push_back(
          {.ideal = detente::Place{.number = 100.0 * actor}, .salience = points / 100.0});
    }
  }
  scenario.stages.push_back(talks);
  return scenario;
}

}  // namespace

TEST_CASE("random scenarios: every stage reached, against every pair of packages") {
  int stages = 0;
  int empty = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    const auto scenario = detente::literal::random_scenario(seed);
    for (int stage = 0; stage < std::ssize(scenario.stages); ++stage) {
      const auto report = detente::solutions(scenario, {}, stage);
      if (!report) continue;  // not reached
      const auto literal = detente::literal::solutions(domain_of(*report));
      CHECK(report->solved.frontier == literal.frontier);
      CHECK(report->solved.points == literal.points);
      CHECK(report->scores.has_value() == !literal.frontier.empty());
      empty += literal.frontier.empty() ? 1 : 0;
      ++stages;
    }
  }
  CHECK(stages > 150);
  CHECK(empty > 0);
}

TEST_CASE("walk-aways are those of the first round, edits made there included") {
  const auto paris = detente::support::load_shipped("paris");
  const auto plain = detente::solutions(paris, {}, -1);
  REQUIRE(plain);
  CHECK(plain->stage == 0);
  detente::Run run;
  run.edits.push_back(
      {"actors.us.walk_away", detente::Value::of(0.55), detente::At{"guarantees", 1}});
  run.edits.push_back(
      {"actors.us.walk_away", detente::Value::of(0.9), detente::At{"guarantees", 2}});
  const auto edited = detente::solutions(paris, run, 0);
  REQUIRE(edited);
  const auto& parties = edited->tables->view.parties;
  const auto us = std::find(parties.begin(), parties.end(), index_of(paris.actors, "us"));
  CHECK(edited->solved.walk_away[us - parties.begin()] == 0.55);
}

TEST_CASE("a stage that is not reached is a diagnostic") {
  const auto paris = detente::support::with(detente::support::load_shipped("paris"),
                                            {{"actors.us.walk_away", 1.0}});
  const auto report = detente::solutions(paris, {}, 1);
  REQUIRE_FALSE(report);
  CHECK(report.error().front().message.find("is not reached") != std::string::npos);
}

TEST_CASE("the document has the fixed keys, utilities by actor, and the frontier in order") {
  const auto report = detente::solutions(detente::support::load_shipped("paris"), {}, -1);
  REQUIRE(report);
  const json document = json::parse(detente::to_json(*report));
  CHECK(document.at("schema") == "detente/solutions/1");
  CHECK(document.at("stage") == "guarantees");
  CHECK(document.at("packages") == report->tables->grid.packages());
  CHECK(document.at("frontier_size") == document.at("frontier").size());
  double before = 1e9;
  for (const json& cell : document.at("frontier")) {
    double sum = 0.0;
    for (const auto& [actor, utility] : cell.at("utilities").items()) sum += utility.get<double>();
    CHECK(sum <= before + 1e-12);
    before = sum;
    CHECK(cell.at("package").size() == report->tables->view.issues.size());
    CHECK(cell.at("index").is_number_integer());
  }
  for (const auto name : detente::kPointNames) {
    CHECK_FALSE(document.at(std::string(name)).empty());
  }
  CHECK(document.at("outcome").at("distance").contains("frontier"));
}

TEST_CASE("Camp David as a scenario: adjusted winner in its document") {
  const auto report = detente::solutions(camp_david(), {}, -1);
  REQUIRE(report);
  REQUIRE(report->division);
  CHECK(report->division->division.points_each.text == "395/6");
  const json document = json::parse(detente::to_json(*report));
  const json& winner = document.at("adjusted_winner");
  CHECK(winner.at("points_each_exact") == "395/6");
  CHECK(winner.at("issues")[0].at("share_of_first_exact") == "1/6");
  CHECK(winner.at("transfers")[0].at("to") == "israel");
  // both want the same on the last issue: given to both first
  auto scenario = camp_david();
  scenario.actors[1].positions.back().ideal = detente::Place{.number = 0.0};
  const auto shared = detente::solutions(scenario, {}, -1);
  REQUIRE(shared);
  CHECK(shared->division->shared.back());
  CHECK(shared->division->division.start_second.text == "80");
}
