// What talking along the ties does to a run.

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "detente/report/narrate.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/sim/read_trace.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/worlds.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using doctest::Approx;
using support::load_shipped;

namespace {

Scenario paris(double share) {
  Scenario scenario = load_shipped("paris");
  scenario.models["coalition"]["influence"] = share;
  return scenario;
}

Trace play(const Scenario& scenario, const std::vector<Edit>& edits = {}) {
  return simulate(scenario, {.seed = 1, .edits = edits}).value();
}

double ideal(const TraceRound& round, const std::string& actor, const std::string& issue) {
  const Scenario& scenario = *round.scenario;
  const int place = index_of(scenario.issues, issue);
  const Actor& own = scenario.actors[index_of(scenario.actors, actor)];
  return own.positions[place].ideal->on(scenario.issues[place]);
}

std::vector<const TraceEvent*> pulls_in(const Trace& trace) {
  std::vector<const TraceEvent*> found;
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      for (const TraceEvent& event : round.events) {
        if (event.kind == TraceEvent::Kind::influence) found.push_back(&event);
      }
    }
  }
  return found;
}

/// Two who listen to each other, and one without ties; on `b` the second has values.
Scenario pair() {
  const auto loaded = parse_scenario(R"(schema: detente/scenario/1
id: t
title: Test
issues: {a: {options: [low, high]}, b: {options: [low, high]}, d: {range: [20, 60], steps: 5}}
actors:
  p: {walk_away: 0.9, positions: {a: {ideal: low}, b: {ideal: 0}, d: {ideal: 20}}}
  q: {walk_away: 0.9, susceptibility: 1, positions: {a: {ideal: 100}, b: {values: [0, 1]}, d: {ideal: 60}}}
  r: {positions: {a: {ideal: 30, salience: 0.5}}}
ties: [{between: [p, q], strength: 1}]
models: {coalition: {influence: 0.5}}
stages: [{id: one, rounds: 3}]
)",
                                     "t");
  REQUIRE(loaded);
  return loaded->scenario;
}

}  // namespace

TEST_CASE("Paris with influence 0.2: guarantees in round 6, settlement in round 10") {
  const Scenario scenario = paris(0.2);
  const Trace trace = play(scenario);
  REQUIRE(trace.stages.size() == 2);
  CHECK(trace.stages[0].outcome.agreed);
  CHECK(trace.stages[0].outcome.round == 6);
  CHECK(trace.outcome.agreed);
  CHECK(trace.outcome.round == 10);
  // before every round, the first included
  CHECK(pulls_in(trace).size() == 16);
  CHECK(simulate_outcome(scenario, {.seed = 1}).value().round == 10);
}

TEST_CASE("no influence, no trace of it") {
  const Trace without = play(load_shipped("paris"));
  CHECK(digest(without) == digest(play(paris(0.0))));
  CHECK(digest(without) == "132dc5f89636a81fa86ffc7d487b95e9");
  CHECK(pulls_in(without).empty());
}

TEST_CASE("one step by hand: y + x (L W y + (I - L) y(0) - y)") {
  const Trace trace = play(pair());
  const auto& rounds = trace.stages[0].rounds;
  // W of p: half itself, half q; openness 0.5: L W y + (I - L) y(0) = 25, half the way: 12.5
  CHECK(ideal(rounds[1], "p", "a") == Approx(12.5));
  CHECK(ideal(rounds[1], "q", "a") == Approx(75.0));
  // 0.5 (12.5 + 75) / 2 = 21.875; (12.5 + 21.875) / 2
  CHECK(ideal(rounds[2], "p", "a") == Approx(17.1875));
  CHECK(ideal(rounds[2], "q", "a") == Approx((75.0 + 43.75) / 2.0));
  CHECK(ideal(rounds[3], "r", "a") == 30.0);
  // who has values there is no part of the network of that issue
  CHECK(ideal(rounds[3], "p", "b") == 0.0);
  // an issue on its own scale
  CHECK(ideal(rounds[1], "p", "d") == Approx(25.0));
  CHECK(ideal(rounds[1], "q", "d") == Approx(50.0));
  CHECK(pulls_in(trace).size() == 3);
  const TraceEvent& first = *pulls_in(trace).front();
  CHECK(first.path == "actors.q.positions.a.ideal");
  CHECK(first.value == "75");
  // utilities follow
  const auto& tables = *rounds[1].tables;
  CHECK(rounds[2].tables->parties[0].utility != tables.parties[0].utility);
}

TEST_CASE("a tie below 0 pulls away from the other about the centre of the axis") {
  Scenario scenario = pair();
  scenario.ties[0].strength = -1.0;
  const Trace trace = play(scenario);
  // z of p = -50: (-50 - 50) / 2 = -50: it stays
  CHECK(ideal(trace.stages[0].rounds[1], "p", "a") == Approx(0.0));
  scenario.actors[0].positions[0].ideal = Place{.number = 80.0};
  const Trace alike = play(scenario);
  // z = 30 and 50: 0.5 (30 - 50) / 2 + 0.5 * 30 = 10, half the way from 30: 20
  CHECK(ideal(alike.stages[0].rounds[1], "p", "a") == Approx(70.0));
  // on 20 to 60 the centre is 40: p at 20, q at 60 stay apart
  CHECK(ideal(alike.stages[0].rounds[1], "p", "d") == Approx(20.0));
}

TEST_CASE(
    "an edit of an ideal has the last word in its round, and is what is held on to from then") {
  const Scenario scenario = pair();
  const Edit edit{"actors.p.positions.a.ideal", Value::of(90.0), At{"one", 2}};
  const auto trace = play(scenario, {edit});
  const auto& rounds = trace.stages[0].rounds;
  CHECK(ideal(rounds[1], "p", "a") == Approx(12.5));
  CHECK(ideal(rounds[2], "p", "a") == 90.0);
  CHECK(ideal(rounds[2], "q", "a") == Approx((75.0 + 43.75) / 2.0));
  const double q = (75.0 + 43.75) / 2.0;
  const double pulled = 0.5 * (90.0 + q) / 2.0 + 0.5 * 90.0;
  CHECK(ideal(rounds[3], "p", "a") == Approx((90.0 + pulled) / 2.0));
  // setting it to what the file says counts as setting it, too
  const Edit again{"actors.p.positions.a.ideal", Value::of(0.0), At{"one", 3}};
  const auto back = play(scenario, {again});
  CHECK(ideal(back.stages[0].rounds[3], "p", "a") == 0.0);
  // another edit leaves what talking has moved where it is
  const Edit power{"actors.*.power", Value::of(2.0), At{"one", 2}};
  const auto other = play(scenario, {power});
  CHECK(ideal(other.stages[0].rounds[2], "p", "a") == Approx(17.1875));
}

TEST_CASE("stages go on from where the talks were") {
  const Trace trace = play(paris(0.2));
  const auto& first = trace.stages[0].rounds.back();
  const auto& next = trace.stages[1].rounds[1];
  const double before = ideal(first, "us", "us_forces");
  const double after = ideal(next, "us", "us_forces");
  CHECK(before > 45.0);
  CHECK(after != before);
  CHECK(std::abs(after - before) < 5.0);
}

TEST_CASE("a trace with influence is read back, told, explained and tried in nearby worlds") {
  const Scenario scenario = paris(0.2);
  const Trace trace = play(scenario);
  const auto read = parse_trace(to_json(trace), "t.json");
  REQUIRE(read);
  CHECK(to_json(read->trace) == to_json(trace));
  const char* const words[] = {"talk along the ties", "разговорите по връзките", "розмови між"};
  int place = 0;
  for (const Language language : kLanguages) {
    CHECK(narrate(trace, {.language = language, .width = 400}).find(words[place++]) !=
          std::string::npos);
  }
  CHECK(holds(scenario, {.seed = 1}, trace.outcome, 20) >= 10);
  const auto explained = explain(scenario, {.seed = 1}, {.stage = 1, .round = 9, .actor = 4}, 4);
  REQUIRE(explained);
  REQUIRE_FALSE(explained->flips.empty());
  for (const Flip& flip : explained->flips) {
    if (flip.offer) continue;
    // made at that round, it turns that very decision
    const Edit edit{flip.path, Value::of(flip.to), At{"settlement", 9}};
    const auto turned =
        explain(scenario, {.seed = 1, .edits = {edit}}, {.stage = 1, .round = 9, .actor = 4}, 0);
    REQUIRE(turned);
    CHECK(turned->decision.kind != explained->decision.kind);
  }
}

TEST_CASE("a walk-away given as a share follows the ideals that talk moves") {
  const auto scenario = apply(paris(0.2), *parse_edit("actors.us.walk_away={share: 0.4}"));
  REQUIRE(scenario);
  const int us = index_of(scenario->actors, "us");
  const Trace trace = play(*scenario);
  double first = scenario->actors[us].walk_away;
  bool moved = false;
  for (const TraceRound& round : trace.stages.front().rounds) {
    // an edit that changes nothing works every derived number out anew
    const double power = round.scenario->actors[us].power;
    const auto anew = apply(*round.scenario, Edit{"actors.us.power", Value::of(power)});
    REQUIRE(anew);
    CHECK(round.scenario->actors[us].walk_away == anew->actors[us].walk_away);
    moved = moved || round.scenario->actors[us].walk_away != first;
  }
  CHECK(moved);
}
