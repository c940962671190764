// A conflict that is played: one credible move a round, to the nearest state at rest.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "detente/scenario/load.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/solutions.hpp"
#include "detente/study/worlds.hpp"

namespace {

using detente::Reason;
using detente::Scenario;
using detente::Trace;

/// The rankings of Fraser & Hipel 1984, "Conflict Analysis: Models and Resolutions".
std::string missiles(const std::string& air_strike, const std::string& status_quo = "{}") {
  return R"(schema: detente/scenario/1
id: missiles
title: Cuban missile crisis
model: conflict
actors: {us: {title: United States}, ussr: {title: Soviet Union}}
conflict:
  options: {us: [air_strike, blockade], ussr: [withdraw, escalate]}
  status_quo: )" +
         status_quo + R"(
  infeasible: [{withdraw: yes, escalate: yes}]
)" + air_strike +
         R"(  preferences:
    us: {ranking: [4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8]}
    ussr: {ranking: [0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8]}
)";
}

const std::string kIrreversible = "  irreversible: {air_strike: to_yes}\n";

Scenario read(const std::string& yaml) {
  auto loaded = detente::parse_scenario(yaml, "test.yaml");
  if (!loaded) FAIL(detente::to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

Trace play(const Scenario& scenario, const std::vector<detente::Edit>& edits = {}) {
  auto trace = detente::simulate(scenario, {.edits = edits});
  if (!trace) FAIL(detente::to_string(trace.error().front()));
  return std::move(trace).value();
}

/// "us: yes no no no" for every move.
std::vector<std::string> moves_of(const Trace& trace) {
  std::vector<std::string> moves;
  for (const auto& round : trace.stages.front().rounds) {
    for (const auto& offer : round.offers) {
      std::string move = trace.scenario->actors[offer.by.front()].id + ':';
      for (int issue = 0; issue < 4; ++issue) {
        move += ' ' + trace.scenario->issues[issue].options[offer.package[issue]].id;
      }
      moves.push_back(move);
    }
  }
  return moves;
}

detente::Edit parameter(const std::string& name, double value) {
  return {.path = "models.conflict." + name, .value = detente::Value::of(value)};
}

}  // namespace

TEST_CASE("a conflict goes the shortest way to the nearest equilibrium") {
  // the shortest paths of improvements from code 0 lead to 5 and 6 in two moves each, 5 is lower
  const Trace trace = play(read(missiles(kIrreversible)));
  CHECK(moves_of(trace) == std::vector<std::string>{"us: yes no no no", "ussr: yes no yes no"});
  CHECK(trace.outcome.reason == Reason::stable);
  CHECK_FALSE(trace.outcome.agreed);
  CHECK(trace.outcome.round == 2);
  CHECK(trace.outcome.package == std::vector<int>{1, 0, 1, 0});
  CHECK(trace.outcome.utilities.front().second == doctest::Approx(9.0 / 11.0));
}

TEST_CASE("a conflict that begins at rest stays there") {
  const Trace trace = play(read(missiles(kIrreversible, "{blockade: yes, withdraw: yes}")),
                           {parameter("concept", 3.0)});
  CHECK(moves_of(trace).empty());
  CHECK(trace.outcome.reason == Reason::stable);
  CHECK(trace.outcome.package == std::vector<int>{0, 1, 1, 0});
}

TEST_CASE("who looks no further than the next move rests only where no move pays") {
  // code 6 is sequentially stable, but one move is better at once and leads on to the Nash state 5
  const Trace trace = play(read(missiles(kIrreversible, "{blockade: yes, withdraw: yes}")));
  CHECK(moves_of(trace).size() > 1);
  CHECK(trace.outcome.package == std::vector<int>{1, 0, 1, 0});
}

TEST_CASE("without an equilibrium that can be reached the moves go round") {
  // with a reversible air strike nothing is Nash stable for both
  const Scenario scenario = read(missiles(""));
  const Trace trace = play(scenario, {parameter("concept", 0.0)});
  CHECK(trace.outcome.reason == Reason::cycle);
  CHECK(moves_of(trace).size() > 2);
  const Trace cut = play(scenario, {parameter("concept", 0.0), parameter("rounds", 2.0)});
  CHECK(cut.outcome.reason == Reason::deadline);
  CHECK(moves_of(cut).size() == 2);
}

TEST_CASE("the trace of a conflict names its options and is the same every time") {
  const Scenario scenario = read(missiles(kIrreversible));
  const Trace trace = play(scenario);
  const std::string json = detente::to_json(trace);
  CHECK(json.find(
            R"("package":{"air_strike":"yes","blockade":"no","withdraw":"yes","escalate":"no"})") !=
        std::string::npos);
  CHECK(json.find(R"("reason":"stable")") != std::string::npos);
  CHECK(detente::digest(trace) == detente::digest(play(scenario)));
  // what has been made talks of once is played as it is
  CHECK(detente::digest(play(*trace.scenario)) == detente::digest(trace));
}

TEST_CASE("edits reach preferences that follow from positions") {
  const std::string yaml = R"(schema: detente/scenario/1
id: land
title: Land
model: conflict
issues: {land: {options: [none, half, all]}}
actors:
  a: {title: A, positions: {land: {ideal: 100, salience: 1}}}
  b: {title: B, positions: {land: {ideal: 0, salience: 1}}}
conflict:
  options:
    a: {claim: {takes: land.all}}
    b: {cede: {takes: land.half}}
  preferences: {a: {from: positions}, b: {from: positions}}
)";
  const Scenario scenario = read(yaml);
  const Trace claims = play(scenario);
  CHECK(claims.outcome.package[0] == 1);
  const Trace content =
      play(scenario, {{.path = "actors.a.positions.land.ideal", .value = detente::Value::of(0.0)}});
  CHECK(content.outcome.package[0] == 0);
  // in the middle of play, too: the claim is taken back
  const Trace changed = play(scenario, {{.path = "actors.a.positions.land.ideal",
                                         .value = detente::Value::of(0.0),
                                         .at = detente::At{"conflict", 1}}});
  CHECK(changed.outcome.package[0] == 0);
}

TEST_CASE("a conflict is no negotiation, and talks are no conflict") {
  const Scenario scenario = read(missiles(kIrreversible));
  const auto report = detente::solutions(scenario, {}, -1);
  REQUIRE_FALSE(report.has_value());
  CHECK(report.error().front().code == detente::Code::not_available);
  const auto talks = detente::simulate(scenario, {.model = "offers"});
  REQUIRE_FALSE(talks.has_value());
  CHECK(talks.error().front().code == detente::Code::missing_section);
}

TEST_CASE("how firmly a conflict rests is asked of nearby worlds") {
  const Trace trace = play(read(missiles(kIrreversible)));
  CHECK(detente::holds(*trace.scenario, {}, trace.outcome, 20) == 20);
}
