// What must be true of the Paris scenario and of the model on it.

#include <doctest/doctest.h>

#include <array>

#include "detente/core/rng.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/sample.hpp"
#include "detente/study/worlds.hpp"
#include "literal/generate.hpp"
#include "support/data.hpp"

using detente::Outcome;
using detente::Scenario;
using detente::support::load_shipped;
using detente::support::with;
using nlohmann::json;

namespace {

Outcome end_of(const Scenario& scenario) {
  const auto outcome = detente::simulate_outcome(scenario, {});
  REQUIRE(outcome);
  return *outcome;
}

double draw(std::uint32_t run, std::uint32_t actor) {
  return detente::Rng(20'260'106, run).uniform({.actor = actor, .purpose = 77});
}

}  // namespace

TEST_CASE("guarantees take more than one round and the settlement hangs on each of these") {
  const Scenario paris = load_shipped("paris");
  const auto trace = detente::simulate(paris, {});
  REQUIRE(trace);
  CHECK(trace->stages.front().outcome.round >= 2);
  CHECK(trace->outcome.agreed);
  for (const json& set :
       {json{{"actors.russia.walk_away", 0.66}}, json{{"actors.ukraine.walk_away", 0.66}},
        json{{"stages.settlement.reopens", json::array()}},
        json{{"stages.settlement.rounds", 2}}}) {
    CAPTURE(set);
    const Outcome outcome = end_of(with(paris, set));
    CHECK_FALSE(outcome.agreed);
    CHECK(paris.stages[outcome.stage].id == "settlement");
  }
}

TEST_CASE("within what is uncertain both ends are seen in at least a fifth of 300 draws") {
  const Scenario paris = load_shipped("paris");
  int settled = 0;
  int guarantees_only = 0;
  for (std::uint32_t run = 0; run < 300; ++run) {
    const auto drawn = detente::draw_uncertain(paris, paris.seed, run);
    REQUIRE(drawn);
    const Outcome outcome = end_of(*drawn);
    settled += outcome.agreed ? 1 : 0;
    guarantees_only += !outcome.agreed && outcome.stage == 1 ? 1 : 0;
  }
  MESSAGE("settled " << settled << ", guarantees only " << guarantees_only << " of 300");
  CHECK(settled >= 60);
  CHECK(guarantees_only >= 60);
}

TEST_CASE("cutting the tie between the coalition and Ukraine changes who tables") {
  const Scenario paris = load_shipped("paris");
  const auto whole = detente::simulate(paris, {});
  const auto cut = detente::simulate(with(paris, {{"ties.coalition.ukraine.strength", 0}}), {});
  REQUIRE(whole);
  REQUIRE(cut);
  CHECK(whole->stages[0].rounds[1].offers[0].by != cut->stages[0].rounds[1].offers[0].by);
}

TEST_CASE("with all ties at 0 only single parties table before the end") {
  const Scenario paris = with(load_shipped("paris"), {{"ties.*.*.strength", 0}});
  const auto trace = detente::simulate(paris, {});
  REQUIRE(trace);
  for (const auto& stage : trace->stages) {
    for (const auto& round : stage.rounds) {
      for (const auto& offer : round.offers) CHECK(offer.by.size() == 1);
    }
  }
}

TEST_CASE("the broker's tie carries the deal") {
  const Scenario broker = load_shipped("lessons/broker");
  CHECK(end_of(broker).agreed);
  int lost = 0;
  for (std::size_t tie = 0; tie < broker.ties.size(); ++tie) {
    Scenario cut = broker;
    cut.ties[tie].strength = 0.0;
    lost += end_of(cut).agreed ? 0 : 1;
  }
  CHECK(lost > 0);
}

TEST_CASE("calm: noise of 0.005 on the walk-aways changes at most 2 % of outcomes") {
  const Scenario paris = load_shipped("paris");
  const Outcome before = end_of(paris);
  int changed = 0;
  for (std::uint32_t run = 0; run < 200; ++run) {
    Scenario noisy = paris;
    for (std::uint32_t actor = 0; actor < noisy.actors.size(); ++actor) {
      noisy.actors[actor].walk_away += 0.005 * (2.0 * draw(run, actor) - 1.0);
    }
    const Outcome after = end_of(noisy);
    changed += after.agreed != before.agreed || after.stage != before.stage ? 1 : 0;
  }
  CHECK(changed <= 4);
}

TEST_CASE("within a stage a higher walk-away never brings an agreement back or forward") {
  int agreed_somewhere = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Scenario scenario = detente::literal::random_scenario(
        seed, {.second_stage = false, .stage_walk_away = false, .leaving = false});
    const std::size_t actor = seed % scenario.stages[0].parties.size();
    int last_round = 0;
    bool lost = false;
    for (int step = 0; step < 25; ++step) {
      scenario.actors[scenario.stages[0].parties[actor]].walk_away = 0.02 + 0.04 * step;
      const Outcome outcome = end_of(scenario);
      if (outcome.agreed) {
        ++agreed_somewhere;
        CHECK_FALSE(lost);
        CHECK(outcome.round >= last_round);
        last_round = outcome.round;
      }
      lost = lost || !outcome.agreed;
    }
  }
  CHECK(agreed_somewhere > 100);
}

TEST_CASE("across stages a higher walk-away may bring an agreement forward: counted on Paris") {
  const Scenario paris = load_shipped("paris");
  int reversals = 0;
  int earlier = 0;
  for (const char* id : {"us", "coalition", "ukraine", "russia"}) {
    Scenario scenario = paris;
    auto& actor = scenario.actors[detente::index_of(scenario.actors, id)];
    int last_round = 0;
    bool lost = false;
    for (int step = 0; step < 25; ++step) {
      actor.walk_away = 0.30 + 0.02 * step;
      const Outcome outcome = end_of(scenario);
      if (outcome.agreed && lost) ++reversals;
      if (outcome.agreed && outcome.round < last_round) ++earlier;
      if (outcome.agreed) last_round = outcome.round;
      lost = !outcome.agreed;
    }
  }
  MESSAGE("Paris, 4 sweeps of 25: agreed again " << reversals << ", earlier " << earlier);
  CHECK(reversals + earlier < 100);
}

TEST_CASE("a walk-away at its threshold is a coin toss in nearby worlds") {
  const Scenario paris = load_shipped("paris");
  const std::size_t russia = detente::index_of(paris.actors, "russia");
  const auto agrees = [&](double walk_away) {
    Scenario scenario = paris;
    scenario.actors[russia].walk_away = walk_away;
    return end_of(scenario).agreed;
  };
  double low = 0.60;
  double high = 0.70;
  REQUIRE(agrees(low));
  REQUIRE_FALSE(agrees(high));
  while (high - low > 1e-9) (agrees((low + high) / 2) ? low : high) = (low + high) / 2;
  for (const double walk_away : {low - 0.001, low + 0.001}) {
    Scenario scenario = paris;
    scenario.actors[russia].walk_away = walk_away;
    const int held = detente::holds(scenario, {}, end_of(scenario), 100);
    CAPTURE(held);
    CHECK(held >= 20);
    CHECK(held <= 80);
  }
}
