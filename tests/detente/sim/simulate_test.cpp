#include "detente/sim/simulate.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "detente/scenario/edit.hpp"
#include "detente/study/sample.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::load_shipped;

namespace {

Edit edit_at(const std::string& stage, int round, const std::string& text) {
  Edit edit = parse_edit(text).value();
  edit.at = At{stage, round};
  return edit;
}

Trace play(const Scenario& scenario, const Run& run = {}) {
  auto trace = simulate(scenario, run);
  REQUIRE(trace);
  return std::move(trace).value();
}

int actor(const Scenario& scenario, const char* id) {
  return index_of(scenario.actors, id);
}

}  // namespace

TEST_CASE("an edit at a round leaves the rounds before as they were") {
  const Scenario paris = load_shipped("paris");
  const Trace before = play(paris);
  const Trace after =
      play(paris, {.edits = {edit_at("settlement", 11, "actors.russia.walk_away=0.8")}});
  CHECK_FALSE(after.outcome.agreed);
  for (int round = 0; round <= 10; ++round) {
    const auto& was = before.stages[1].rounds[round];
    const auto& is = after.stages[1].rounds[round];
    CHECK(was.zone_size == is.zone_size);
    CHECK(was.standings[3].threshold == is.standings[3].threshold);
  }
  const auto& events = after.stages[1].rounds[11].events;
  REQUIRE(!events.empty());
  CHECK(events.front().kind == TraceEvent::Kind::edit);
  CHECK(events.front().path == "actors.russia.walk_away");
  CHECK(events.front().value == "0.8");
}

TEST_CASE("a change at a round that is never played never acts") {
  const Scenario paris = load_shipped("paris");
  const Trace plain = play(paris);
  const Trace late =
      play(paris, {.edits = {edit_at("guarantees", 10, "actors.russia.walk_away=0.9")}});
  CHECK(digest(plain) == digest(late));  // guarantees are agreed in round 8
}

TEST_CASE("a change in the first round shapes the stage from its opening") {
  const Scenario paris = load_shipped("paris");
  const Trace now =
      play(paris, {.edits = {edit_at("settlement", 1, "stages.settlement.rounds=2")}});
  CHECK_FALSE(now.outcome.agreed);
  CHECK(now.stages[1].rounds.size() == 3);
}

TEST_CASE("a change of who is at the table in mid-stage does not trip the engine") {
  const Scenario paris = load_shipped("paris");
  for (const char* model : {"coalition", "offers"}) {
    const Trace fewer = play(
        paris, {.model = model,
                .edits = {edit_at("guarantees", 3, "stages.guarantees.consent=[us, coalition]"),
                          edit_at("guarantees", 3, "stages.guarantees.parties=[us, coalition]")}});
    CHECK(fewer.stages[0].rounds.size() > 3);
  }
}

TEST_CASE("edits that do not fit come back as diagnostics") {
  const Scenario paris = load_shipped("paris");
  CHECK_FALSE(simulate(paris, {.edits = {parse_edit("actors.us.walk_awya=1").value()}}));
  CHECK_FALSE(simulate(paris, {.edits = {edit_at("nowhere", 1, "actors.us.power=3")}}));
  CHECK_FALSE(simulate(paris, {.model = "no_such_model"}));
  CHECK_FALSE(simulate(paris, {.edits = {edit_at("guarantees", 2, "actors.us.walk_away=7")}}));
}

TEST_CASE("a move replaces a party's answer") {
  const Scenario paris = load_shipped("paris");
  const int russia = actor(paris, "russia");
  const Move refuse{{"settlement", 11}, russia, Move::Kind::refuse, {}};
  const Trace refused = play(paris, {.moves = {refuse}});
  // who declines is left out of that round: it is thought through again without Russia
  const auto& offer = refused.stages[1].rounds[11].offers.front();
  REQUIRE(offer.responses.size() == 1);
  CHECK(offer.responses.front().answer == Answer::refuse);
  CHECK(refused.outcome.round == 12);

  const Move accept{{"settlement", 5}, russia, Move::Kind::accept, {}};
  const Trace eager = play(paris, {.moves = {accept}});
  const auto& early = eager.stages[1].rounds[5].offers.front();
  CHECK(std::any_of(early.responses.begin(), early.responses.end(), [&](const Response& response) {
    return response.actor == russia && response.answer == Answer::accept;
  }));

  const Move leave{{"settlement", 3}, russia, Move::Kind::leave, {}};
  const Trace left = play(paris, {.moves = {leave}});
  CHECK(left.outcome.reason == Reason::withdrawal);
  CHECK(left.stages[1].rounds.size() == 4);
}

TEST_CASE("a member of the bloc may table another package that the bloc has in common") {
  const Scenario paris = load_shipped("paris");
  const int monitoring = index_of(paris.issues, "monitoring");
  const int observers = index_of(paris.issues[monitoring].options, "observers");
  const Move offer{
      {"settlement", 12}, actor(paris, "us"), Move::Kind::offer, {{monitoring, observers}}};
  const Scenario firm = support::with(paris, {{"actors.russia.walk_away", 0.66}});
  const auto package_of = [&](const Trace& trace) {
    return trace.stages[1].rounds[12].offers.front().package[monitoring];
  };
  const int planned = package_of(play(firm));
  const int played = package_of(play(firm, {.moves = {offer}}));
  CHECK(planned != observers);
  CHECK((played == observers || played == planned));  // only if all of the bloc accept it
}

TEST_CASE("in alternating offers a move is an offer, an acceptance or a departure") {
  Scenario paris = load_shipped("paris");
  const int us = actor(paris, "us");
  const int forces = index_of(paris.issues, "us_forces");
  const Run run{.model = "offers",
                .moves = {{{"guarantees", 1}, us, Move::Kind::offer, {{forces, 0}}},
                          {{"guarantees", 2}, us, Move::Kind::leave, {}}}};
  const Trace trace = play(paris, run);
  CHECK(trace.stages[0].rounds[1].offers.front().package[forces] == 0);
  CHECK(trace.outcome.reason == Reason::withdrawal);
}

TEST_CASE("a package short of a walk-away by a rounding is no lack of a zone") {
  // 1 - 0.8 is less than 0.2 in doubles
  const auto pie = parse_scenario(R"(
schema: detente/scenario/1
id: pie
title: Pie
issues: {pie: {options: {count: 101, prefix: v}}}
actors:
  a: {walk_away: 0.2, tactic: hardliner, positions: {pie: {ideal: 100, salience: 1}}}
  b: {walk_away: 0.8, tactic: hardliner, positions: {pie: {ideal: 0, salience: 1}}}
stages: [{id: talks, rounds: 3}]
)",
                                  "pie.yaml");
  REQUIRE(pie);
  for (const char* const model : {"offers", "coalition"}) {
    CAPTURE(model);
    CHECK(play(pie->scenario, {.model = model}).outcome.reason == Reason::deadline);
    const Scenario prouder = support::with(pie->scenario, {{"actors.a.walk_away", 0.21}});
    CHECK(play(prouder, {.model = model}).outcome.reason == Reason::no_zone);
  }
}

TEST_CASE("the outcome without rounds is the outcome of the trace") {
  const Scenario paris = load_shipped("paris");
  for (std::uint32_t run = 0; run < 50; ++run) {
    const Scenario drawn = draw_uncertain(paris, 5, run).value();
    const Outcome quick = simulate_outcome(drawn, {}).value();
    const Outcome whole = play(drawn).outcome;
    CHECK(quick.agreed == whole.agreed);
    CHECK(quick.round == whole.round);
    CHECK(quick.package == whole.package);
    CHECK(quick.utilities == whole.utilities);
  }
}

TEST_CASE("the same run has the same digest on another thread") {
  const Scenario paris = load_shipped("paris");
  const std::string here = digest(play(paris));
  std::string there;
  std::thread([&] { there = digest(play(paris)); }).join();
  CHECK(here == there);
  CHECK(here.size() == 32);
}

TEST_CASE("the trace has the fields that scripts rely on") {
  const auto trace = nlohmann::json::parse(to_json(play(load_shipped("paris")), 97, 100));
  CHECK(trace.at("schema") == "detente/trace/1");
  CHECK(trace.at("holds") == 97);
  CHECK(trace.at("digest").get<std::string>().size() == 32);
  const auto& opening = trace.at("stages")[0].at("rounds")[0];
  CHECK(opening.at("round") == 0);
  CHECK(opening.at("offers").empty());
  const auto& round = trace.at("stages")[1].at("rounds")[11];
  for (const char* key :
       {"offers", "aspirations", "zone_size", "blocs", "coalition", "blockers", "events"}) {
    CHECK(round.contains(key));
  }
  const auto& offer = round.at("offers")[0];
  CHECK(offer.at("by") == nlohmann::json{"us", "coalition", "ukraine"});
  CHECK(offer.at("responses") == nlohmann::json{{"russia", "accept"}});
  CHECK(trace.at("outcome").at("reason") == "agreement");
  CHECK(trace.at("outcome").at("package").at("us_forces") == "outside");
}
