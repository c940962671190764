#include "detente/scenario/edit.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "detente/scenario/load.hpp"

using detente::Edit;
using detente::Scenario;
using detente::Tactic;
using Paths = std::vector<std::string>;

namespace {

constexpr auto kYaml = R"(schema: detente/scenario/1
id: t
title: Test
issues:
  q: {options: {low: {at: 0}, mid: {at: 40}, high: {at: 100}}}
  r: {options: [none, some]}
actors:
  us: {tactic: boulware, positions: {q: {ideal: mid, salience: 0.5}, r: {ideal: 0}}}
  eu: {tactic: hardliner, positions: {q: {values: [0, 0.5, 1]}, r: {ideal: some}}}
  ru: {positions: {q: {ideal: 10}}}
  un: {}
ties:
  - {between: [us, eu], strength: 0.5}
  - {from: ru, to: us, strength: 0.2}
stages:
  - {id: first, parties: [us, eu], advisers: [un]}
  - {id: second, parties: [us, eu, ru], keeps: first, reopens: [q]}
)";

Scenario load_base() {
  auto loaded = detente::parse_scenario(kYaml, "t");
  if (!loaded) throw std::runtime_error(detente::to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

const Scenario& base() {
  static const Scenario scenario = load_base();
  return scenario;
}

Edit edit(const std::string& text) {
  auto parsed = detente::parse_edit(text);
  REQUIRE(parsed);
  return std::move(parsed).value();
}

/// The base with one change, which must be sound.
Scenario with(const std::string& text) {
  auto changed = detente::apply(base(), edit(text));
  if (!changed) FAIL(detente::to_string(changed.error().front()));
  return std::move(changed).value();
}

/// What is said about a change, without the edit that leads it.
std::string fault(const std::string& text) {
  const auto parsed = detente::parse_edit(text);
  const auto changed = parsed ? detente::apply(base(), *parsed) : parsed.error();
  REQUIRE_FALSE(changed);
  const std::string lead = "--set " + text + ": ";
  const std::string said = detente::to_string(changed.error().front());
  CHECK(said.starts_with(lead));
  return said.substr(std::min(lead.size(), said.size()));
}

Paths paths(const std::string& path) {
  const auto found = detente::matches(base(), path);
  if (!found) FAIL(detente::to_string(found.error().front()));
  return *found;
}

}  // namespace

TEST_CASE("an edit is a path and a piece of YAML") {
  CHECK(edit("actors.us.walk_away=0.5").value.scalar == "0.5");
  CHECK(edit(" a.b = [x, y] ").path == "a.b");
  CHECK(edit("stages.s.reopens=[us_forces, backstop]").value.items.size() == 2);
  CHECK(edit(R"(title="no=yes")").value.scalar == "no=yes");
  CHECK(edit(R"(title="no=yes")").value.quoted);
  for (const std::string odd :
       {"", "=3", "a", "a b=3", "Привет=3", "a=", "a=  ", "a=[1", "a={b: 1", "a=1\n---\n2"}) {
    CAPTURE(odd);
    const auto parsed = detente::parse_edit(odd);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().front().where.file == "--set " + odd);
    CHECK(parsed.error().front().where.line == 0);
  }
}

TEST_CASE("values print as YAML that reads back the same") {
  for (const std::string text : {"0.66", "us_forces", "[us_forces, backstop]", "{a: 1, b: [x]}",
                                 R"("no")", R"("a: b")", "[]", "{}", R"("")", R"("say \"hi\"")",
                                 "-3", "{kind: time, e: 4}", R"("line\nbreak\ttab")"}) {
    CAPTURE(text);
    CHECK(detente::to_string(edit("p=" + text).value) == text);
  }
  CHECK(detente::to_string(edit("p='it''s, no'").value) == "\"it's, no\"");
  CHECK(detente::to_string(detente::Value::of(0.1)) == "0.1");
  CHECK(detente::to_string(detente::Value{}) == "~");
}

TEST_CASE("every kind of field can be set") {
  CHECK(with("title={en: A, bg: Б}").title.words[1] == "Б");
  CHECK(with("summary=S").summary.words[0] == "S");
  CHECK(with("seed=7").seed == 7);
  CHECK(with("model=offers").model == "offers");
  CHECK(with("models.coalition.channel=0.3").models.at("coalition").at("channel") == 0.3);
  CHECK(with("actors.us.title=Us").actors[0].title.words[0] == "Us");
  CHECK(with("actors.us.power=3").actors[0].power == 3.0);
  CHECK(with("actors.us.walk_away=0.5").actors[0].walk_away == 0.5);
  CHECK(with("actors.us.delay_cost=0.01").actors[0].delay_cost == 0.01);
  CHECK(with("actors.us.susceptibility=1").actors[0].susceptibility == 1.0);
  CHECK(with("issues.q.options.mid.at=45").issues[0].options[1].at == 45.0);
  CHECK(with("issues.q.supplier=ru").issues[0].supplier == 2);
  CHECK(with("stages.first.rounds=3").stages[0].rounds == 3);
  CHECK(with("stages.first.title=One").stages[0].title.words[0] == "One");
  CHECK(with("stages.first.parties=[eu, us, ru]").stages[0].parties == std::vector{1, 0, 2});
  CHECK(with("stages.first.advisers=[ru, un]").stages[0].advisers == std::vector{2, 3});
  CHECK(with("stages.second.issues=[q]").stages[1].issues == std::vector{0});
  CHECK(with("stages.first.consent=[eu]").stages[0].consent == std::vector{1});
  CHECK(with("stages.first.quorum=0.6").stages[0].quorum == 0.6);
  CHECK(with("stages.first.starts=eu").stages[0].starts == 1);
  CHECK(with("stages.first.walk_away.us=0.4").stages[0].walk_away.at(0) == 0.4);
  CHECK(with("stages.first.walk_away={us: 0.4, eu: 0.2}").stages[0].walk_away.size() == 2);
  CHECK(
      with("stages.first.pressure=[{by: [us], on: eu, per_round: 0.1}]").stages[0].pressure[0].on ==
      1);
  CHECK(with("stages.second.reopens=[]").stages[1].reopens.empty());
  CHECK(with("stages.second.reopens=[r, q]").stages[1].reopens == std::vector{0, 1});
  CHECK(with("stages.second.fallback=kept").stages[1].fallback == detente::Fallback::kept);
}

TEST_CASE("an ideal and a table of scores replace each other") {
  const auto scored = with("actors.us.positions.q.values=[1, 0, 0.5]").actors[0].positions[0];
  CHECK_FALSE(scored.ideal);
  CHECK(scored.values == std::vector{1.0, 0.0, 0.5});
  CHECK(scored.salience == 0.5);
  const auto ideal = with("actors.eu.positions.q.ideal=high").actors[1].positions[0];
  CHECK(ideal.values.empty());
  CHECK(ideal.ideal->option == 2);
  CHECK(with("actors.eu.positions.q.values.mid=0.7").actors[1].positions[0].values[1] == 0.7);
  CHECK(with("actors.us.positions.q.red_line=[mid, 100]").actors[0].positions[0].red_line);
  CHECK(with("actors.us.positions.q.salience=0").actors[0].positions[0].salience == 0.0);
  CHECK(with("actors.us.positions.q.loss=quadratic").actors[0].positions[0].loss ==
        detente::Loss::quadratic);
  CHECK(
      fault("actors.us.positions.q.values.mid=0.7") ==
      "error[D030]: there is nothing to change yet in actors.us.positions.q.values; set the whole "
      "field");
}

TEST_CASE("a position that does not exist yet is created, and matters fully") {
  const auto made = with("actors.ru.positions.r.ideal=some").actors[2].positions[1];
  CHECK(made.ideal->option == 1);
  CHECK(made.salience == 1.0);
  const auto both = detente::apply(
      base(), {edit("actors.ru.positions.r.salience=0.3"), edit("actors.ru.positions.r.ideal=20")});
  REQUIRE(both);
  CHECK(both->actors[2].positions[1].salience == 0.3);
  const auto whole = with("actors.ru.positions.r={values: [0, 1], salience: 0.2}");
  CHECK(whole.actors[2].positions[1].values.size() == 2);
  CHECK(fault("actors.ru.positions.r.salience=0.3") ==
        "error[D011]: missing key 'ideal' in actors.ru.positions.r; or give 'values'");
}

TEST_CASE("a tactic is set whole or in parts, and parts without effect are refused") {
  CHECK(with("actors.us.tactic.e=2").actors[0].tactic.e == 2.0);
  CHECK(with("actors.us.tactic.start=0.9").actors[0].tactic.start == 0.9);
  CHECK(with("actors.us.tactic.leave_after=4").actors[0].tactic.leave_after == 4);
  CHECK(with("actors.us.tactic.offer=least").actors[0].tactic.offer == Tactic::Offer::least);
  CHECK(with("actors.us.tactic=hardliner").actors[0].tactic.kind == Tactic::Kind::hardliner);
  CHECK(with("actors.us.tactic.kind=conceder").actors[0].tactic.e == 0.25);
  const Tactic whole = with("actors.us.tactic={e: 3}").actors[0].tactic;
  CHECK(whole.e == 3.0);
  CHECK(with("actors.eu.tactic=human").actors[1].tactic.kind == Tactic::Kind::human);
  CHECK(fault("actors.eu.tactic.e=2") ==
        "error[D045]: this field has no effect on a tactic that is not `time` in actors.eu.tactic");
}

TEST_CASE("a tie is found in both orders, or made") {
  CHECK(with("ties.eu.us.strength=-1").ties[0].strength == -1.0);
  CHECK(with("ties.us.eu.strength=1").ties.size() == 2);
  const Scenario made = with("ties.eu.ru.strength=0.3");
  REQUIRE(made.ties.size() == 3);
  CHECK(made.ties[2].symmetric);
  // one direction is taken: the new tie is the other one
  const Scenario other = with("ties.us.ru.strength=0.3");
  REQUIRE(other.ties.size() == 3);
  CHECK(other.ties[1].strength == 0.2);
  CHECK_FALSE(other.ties[2].symmetric);
  CHECK(fault("ties.us.us.strength=1") == "error[D030]: an actor has no tie to itself in ties.us");
  CHECK(fault("ties.us.eu=1").find("stops short") != std::string::npos);
  CHECK(fault("ties.us.eu.strenght=1") ==
        "error[D030]: unknown field 'strenght' in ties.us.eu; did you mean 'strength'?");
}

TEST_CASE("a star stands for every id at its place for which the path is valid") {
  CHECK(paths("seed") == Paths{"seed"});
  CHECK(paths("actors.*.walk_away") == Paths{"actors.us.walk_away", "actors.eu.walk_away",
                                             "actors.ru.walk_away", "actors.un.walk_away"});
  CHECK(paths("actors.*.tactic.e") ==
        Paths{"actors.us.tactic.e", "actors.ru.tactic.e", "actors.un.tactic.e"});
  CHECK(paths("actors.us.positions.*.ideal") ==
        Paths{"actors.us.positions.q.ideal", "actors.us.positions.r.ideal"});
  CHECK(paths("actors.*.positions.q.values.*") == Paths{"actors.eu.positions.q.values.low",
                                                        "actors.eu.positions.q.values.mid",
                                                        "actors.eu.positions.q.values.high"});
  CHECK(paths("stages.*.rounds") == Paths{"stages.first.rounds", "stages.second.rounds"});
  CHECK(paths("stages.first.walk_away.*") ==
        Paths{"stages.first.walk_away.us", "stages.first.walk_away.eu"});
  CHECK(paths("ties.*.*.strength") == Paths{"ties.us.eu.strength", "ties.ru.us.strength"});
  CHECK(paths("ties.us.*.strength") == Paths{"ties.us.eu.strength"});
  CHECK(paths("ties.*.us.strength") == Paths{"ties.eu.us.strength", "ties.ru.us.strength"});
  CHECK(paths("issues.*.options.*.at").size() == 5);
  CHECK(paths("models.*.channel") == Paths{"models.coalition.channel"});
  CHECK(with("actors.*.walk_away=0.1").actors[3].walk_away == 0.1);
  for (const auto& tie : with("ties.*.*.strength=0").ties) CHECK(tie.strength == 0.0);
  const auto none = detente::matches(base(), "actors.*.walk_awy");
  REQUIRE_FALSE(none);
  CHECK(detente::to_string(none.error().front()) ==
        "--set actors.*.walk_awy: error[D030]: unknown field 'walk_awy' in actors.us; did you mean "
        "'walk_away'?");
}

TEST_CASE("a wrong path is explained at the word that is wrong") {
  CHECK(fault("actors.uss.walk_away=1") ==
        "error[D030]: unknown actor 'uss' in actors; did you mean 'us'?");
  CHECK(fault("actor.us.walk_away=1") ==
        "error[D030]: unknown field 'actor'; did you mean 'actors'?");
  CHECK(fault("actors.us.walk_away.x=1") == "error[D030]: unknown id 'x' in actors.us.walk_away");
  CHECK(fault("actors.us=1") ==
        "error[D030]: the path 'actors.us' stops short in actors; go on, as "
        "in actors.us.title");
  CHECK(fault("actors=1").find("go on, as in actors.us") != std::string::npos);
  CHECK(fault("stages.frst.rounds=1") ==
        "error[D030]: unknown stage 'frst' in stages; did you mean 'first'?");
  CHECK(fault("issues.q.options.mdi.at=1") ==
        "error[D030]: unknown option 'mdi' in issues.q.options; did you mean 'mid'?");
  CHECK(fault("models.offers.channel=1") ==
        "error[D030]: unknown parameter 'channel' in models.offers; there is none");
  CHECK(fault("stages.first.id=x") == "error[D030]: no edit can change this in stages.first");
  CHECK(fault("events=[]") == "error[D030]: no edit can change this");
  CHECK(fault("..=1").starts_with("error[D030]: unknown field ''"));
}

TEST_CASE("values are held to the limits of the loader") {
  CHECK(fault("actors.us.walk_away=7") ==
        "error[D016]: walk_away must lie in [0, 1], is 7 in actors.us");
  CHECK(fault("actors.us.walk_away=high") ==
        "error[D015]: walk_away must be a number, is 'high' in actors.us");
  CHECK(fault("actors.us.power=0") == "error[D016]: power must be positive, is 0 in actors.us");
  CHECK(fault("stages.first.rounds=10001") ==
        "error[D016]: rounds must lie in [1, 10000], is 10001 in stages.first");
  CHECK(fault("title=no").starts_with("error[D021]"));
  CHECK(fault("model=ofers") == "error[D031]: unknown model 'ofers'; did you mean 'offers'?");
  CHECK(fault("model=smp") == "error[D033]: model 'smp' is not available yet");
  CHECK(fault("models.coalition.influence=1.1").starts_with("error[D016]"));
  CHECK_FALSE(detente::apply(base(), {.path = "seed", .value = detente::Value::of(0.5)}));
}

TEST_CASE("a change that breaks the whole is refused, and the scenario stays as it was") {
  CHECK(fault("stages.first.consent=[ru]") ==
        "error[D019]: consent names 'ru', which is no party in stages.first");
  CHECK(fault("stages.first.advisers=[us]").starts_with("error[D023]"));
  CHECK(fault("stages.first.keeps=second").starts_with("error[D027]"));
  CHECK(fault("stages.second.parties=[us, un]").starts_with("error[D025]"));
  CHECK(fault("actors.us.positions.q.red_line=[high, 0]").starts_with("error[D027]"));
  CHECK(fault("stages.first.parties=[]").starts_with("error[D018]"));
  // two that are only sound together
  const auto swapped = detente::apply(
      base(), {edit("stages.first.advisers=[us]"), edit("stages.first.parties=[eu, ru]")});
  CHECK(swapped.has_value());
}

TEST_CASE("a number survives being set and read") {
  for (const double number : {0.1, 1.0 / 3.0, 0.30000000000000004, 1e-300, 1.0}) {
    const auto changed = detente::apply(
        base(), {.path = "actors.us.walk_away", .value = detente::Value::of(number)});
    REQUIRE(changed);
    CHECK(changed->actors[0].walk_away == number);
  }
}
