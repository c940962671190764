// The recorded negotiations of tests/data/offers_*.json, offer by offer, turn by turn and in the
// loop without turns: unanimous and under a rule.

#include <doctest/doctest.h>

#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

using detente::Scenario;
using nlohmann::json;

namespace {

/// The recorded domain as a scenario of one stage.
Scenario domain(const json& data) {
  Scenario scenario{.id = data.at("id"), .model = "offers"};
  detente::Stage talks{.id = "talks"};
  for (const json& given : data.at("scenario").at("issues")) {
    detente::Issue issue{.id = given.at("name")};
    for (const std::string option : given.at("options")) issue.options.push_back({.id = option});
    talks.issues.push_back(static_cast<int>(scenario.issues.size()));
    scenario.issues.push_back(issue);
  }
  for (const json& given : data.at("scenario").at("actors")) {
    detente::Actor actor{.id = given.at("id"), .walk_away = given.at("walk_away")};
    for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
      actor.positions.push_back(
          {.values = given.at("values")[issue], .salience = given.at("weights")[issue]});
    }
    talks.parties.push_back(static_cast<int>(scenario.actors.size()));
    scenario.actors.push_back(actor);
  }
  scenario.stages.push_back(talks);
  return scenario;
}

/// The scenario of one case.
Scenario scenario_of(const Scenario& base, const json& strategies, const json& recorded) {
  Scenario scenario = base;
  detente::Stage& talks = scenario.stages.front();
  talks.rounds = recorded.at("rounds");
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    const json& strategy = strategies.at(recorded.at("strategies")[actor].get<std::string>());
    scenario.actors[actor].tactic = detente::support::recorded_tactic(strategy);
  }
  const json& rule = recorded.at("rule");
  if (rule.is_null()) return scenario;
  talks.consent = rule.at("consents").get<std::vector<int>>();
  talks.quorum = rule.at("quorum");
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    scenario.actors[actor].power = rule.at("power")[actor];
  }
  return scenario;
}

/// round, actor, package of every offer, rounds from 0 as recorded.
std::vector<int> flat(const detente::TraceStage& stage) {
  std::vector<int> rows;
  for (const auto& round : stage.rounds) {
    for (const auto& offer : round.offers) {
      rows.insert(rows.end(), {offer.round - 1, offer.by.front(), offer.index});
    }
  }
  return rows;
}

void check_result(const detente::Outcome& outcome, const json& result) {
  CHECK(outcome.agreed == (result.at("status") == "agreement"));
  if (!outcome.agreed) return;
  CHECK(outcome.round - 1 == result.at("round").get<int>());
  CHECK(outcome.coalition == result.at("accepting").get<std::vector<int>>());
  for (std::size_t actor = 0; actor < outcome.utilities.size(); ++actor) {
    CHECK(std::abs(outcome.utilities[actor].second - result.at("utilities")[actor].get<double>()) <=
          1e-9);
  }
}

int replay(const std::string& file) {
  const json data = detente::support::read_data(file);
  const Scenario base = domain(data);
  int replayed = 0;
  for (const char* part : {"cases", "quorum_cases"}) {
    for (const json& recorded : data.at(part)) {
      CAPTURE(recorded.at("id"));
      const Scenario scenario = scenario_of(base, data.at("strategies"), recorded);
      const auto trace = detente::simulate(scenario, {});
      REQUIRE(trace);
      CHECK(flat(trace->stages.front()) == recorded.at("trace").get<std::vector<int>>());
      check_result(trace->outcome, recorded.at("result"));
      const auto outcome = detente::simulate_outcome(scenario, {});
      REQUIRE(outcome);
      check_result(*outcome, recorded.at("result"));
      ++replayed;
    }
  }
  return replayed;
}

}  // namespace

TEST_CASE("offers replays the recorded negotiations offer by offer") {
  int replayed = 0;
  for (const char* file : {"offers_ceasefire_1000", "offers_pie101_rv", "offers_treaty_3p_480"}) {
    CAPTURE(file);
    replayed += replay(file);
  }
  CHECK(replayed == 151);
}
