// The published table of the Paris talks: tests/data/coalition_paris.json, 11 cases, every round.
// Its numbers are printed to two digits; blocs, packages and acceptances must be equal.

#include <doctest/doctest.h>

#include <set>

#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

using detente::Scenario;
using detente::support::load_shipped;
using nlohmann::json;

namespace {

constexpr double kTwoDigits = 0.005 + 1e-9;

std::set<std::string> ids(const Scenario& scenario, const std::vector<int>& actors) {
  std::set<std::string> all;
  for (const int actor : actors) all.insert(scenario.actors[actor].id);
  return all;
}

std::map<std::string, std::string> options(const Scenario& scenario,
                                           const std::vector<int>& package) {
  std::map<std::string, std::string> chosen;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    chosen[scenario.issues[issue].id] = scenario.issues[issue].options[package[issue]].id;
  }
  return chosen;
}

std::set<std::string> accepting(const Scenario& scenario, const detente::TraceOffer& offer) {
  std::set<std::string> all = ids(scenario, offer.by);
  for (const detente::Response& response : offer.responses) {
    if (response.answer == detente::Answer::accept) {
      all.insert(scenario.actors[response.actor].id);
    }
  }
  return all;
}

void check_round(const Scenario& scenario, const detente::TraceStage& stage,
                 const detente::TraceRound& ours, const json& theirs) {
  CAPTURE(theirs.at("round"));
  CHECK(ours.number == theirs.at("round").get<int>());
  REQUIRE(ours.offers.size() == 1);
  const auto& offer = ours.offers.front();
  CHECK(ids(scenario, offer.by) == theirs.at("bloc").get<std::set<std::string>>());
  CHECK(options(scenario, offer.package) == theirs.at("package"));
  CHECK(accepting(scenario, offer) == theirs.at("accepting").get<std::set<std::string>>());
  for (std::size_t party = 0; party < stage.parties.size(); ++party) {
    const std::string& id = scenario.actors[stage.parties[party]].id;
    CAPTURE(id);
    CHECK(std::abs(offer.utilities[party] - theirs.at("utility").at(id).get<double>()) <=
          kTwoDigits);
    CHECK(std::abs(ours.standings[party].threshold - theirs.at("threshold").at(id).get<double>()) <=
          kTwoDigits);
  }
}

}  // namespace

TEST_CASE("coalition reproduces every round of the Paris table") {
  const Scenario paris = load_shipped("paris");
  int rounds = 0;
  const json table = detente::support::read_data("coalition_paris");
  for (const json& expected : table.at("cases")) {
    CAPTURE(expected.at("id"));
    const Scenario scenario = detente::support::with(paris, expected.at("set"));
    const auto trace = detente::simulate(scenario, {});
    REQUIRE(trace);
    REQUIRE(trace->stages.size() == expected.at("stages").size());
    for (std::size_t stage = 0; stage < trace->stages.size(); ++stage) {
      const auto& ours = trace->stages[stage];
      const json& theirs = expected.at("stages")[stage];
      CAPTURE(theirs.at("stage"));
      REQUIRE(ours.rounds.size() == theirs.at("rounds").size() + 1);
      for (std::size_t round = 0; round + 1 < ours.rounds.size(); ++round) {
        check_round(scenario, ours, ours.rounds[round + 1], theirs.at("rounds")[round]);
        ++rounds;
      }
      CHECK(ours.outcome.agreed == theirs.at("agreed").get<bool>());
      if (!ours.outcome.agreed) continue;
      CHECK(ours.outcome.round == theirs.at("agreed_round").get<int>());
      CHECK(options(scenario, ours.outcome.package) == theirs.at("agreed_package"));
    }
  }
  CHECK(rounds == 209);
}
