// Tactics that answer others, as far as they meet people, edits and explanations. What they do by
// themselves is held against the literal definition in literal_equality_test.cpp.

#include <doctest/doctest.h>

#include <algorithm>

#include "detente/model/minds.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/sim/seat.hpp"
#include "detente/study/decision.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/probe.hpp"
#include "literal/generate.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

Scenario answering(std::uint64_t seed) {
  return literal::random_scenario(seed, {.max_packages = 60, .max_rounds = 8, .tactics = true});
}

const char* model_of(std::uint64_t seed) {
  return seed % 2 == 0 ? "coalition" : "offers";
}

bool same_memory(const Memory& a, const Memory& b) {
  return std::equal(a.met.begin(), a.met.end(), b.met.begin(), b.met.end(),
                    [](const Met& x, const Met& y) {
                      return x.package == y.package && x.time == y.time;
                    }) &&
         a.best_met == b.best_met && a.last_offer == b.last_offer && a.sent == b.sent &&
         a.repeats == b.repeats && a.heard.size() == b.heard.size() && a.options == b.options &&
         a.theta == b.theta;
}

/// Everybody's memory as it is and as it would be recalled if the tactics were new.
void check_recalled(const Simulation& at) {
  StageTables before = at.tables();
  for (PartyTable& party : before.parties) party.tactic = {.kind = Tactic::Kind::human};
  State recalled = at.state();
  recalled.minds.clear();
  recall(before, at.tables(), at.log(), recalled);
  for (int party = 0; party < std::ssize(before.parties); ++party) {
    CAPTURE(party);
    CHECK(same_memory(memory_of(at.state(), party), memory_of(recalled, party)));
  }
}

}  // namespace

TEST_CASE("a person who plays every hint plays as the program does") {
  int moves = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = answering(seed);
    Run run{.model = model_of(seed)};
    const auto program = simulate(scenario, run);
    REQUIRE(program);
    auto turn = play_to_seat(scenario, run, 0);
    REQUIRE(turn);
    while (turn->before) {
      const Hint next = hint(*turn);
      if (next.package >= 0) likely_answers(*turn, next.package);
      run.moves.push_back(seat_move(*turn, next.kind, next.package));
      turn = play_to_seat(scenario, run, 0);
      REQUIRE(turn);
      ++moves;
    }
    CHECK(digest(turn->trace) == digest(*program));
  }
  CHECK(moves > 100);
}

TEST_CASE("a tactic that is new to a party knows what the party has met") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    Scenario scenario = answering(seed);
    for (auto& stage : scenario.stages) stage.pressure.clear();
    Simulation at(plan(borrowed(scenario), {.model = model_of(seed)}).value());
    while (!at.over()) {
      if (at.state().turn == 0 && at.state().left == 0) {
        check_recalled(at);
        ++compared;
      }
      at.next();
    }
  }
  CHECK(compared > 300);
}

TEST_CASE("a threshold shown is what the decision was made by") {
  int accepted = 0;
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    Scenario scenario = answering(seed);
    // what these accept depends on more than a threshold
    for (Actor& actor : scenario.actors) {
      if (actor.tactic.accept.kind != AcceptRule::Kind::next) actor.tactic.accept = {};
    }
    const auto moment = find_decision(scenario, {.model = model_of(seed)}, {});
    if (!moment || moment->decision.package.empty()) continue;
    const Decision& decision = moment->decision;
    const StageTables& tables = moment->before.tables();
    const bool inside = tables.parties[moment->party].judged()[decision.index] >= 0.0;
    const bool in_force = tables.in_force == decision.index;
    if (decision.kind == Decision::Kind::accept && !in_force) {
      CHECK(decision.margin >= -1e-9);
      ++accepted;
    } else if (decision.kind == Decision::Kind::refuse && inside && !in_force) {
      CHECK(decision.margin <= 1e-9);
      ++refused;
    }
  }
  CHECK(accepted > 10);
  CHECK(refused > 20);
}

TEST_CASE("explanations of every tactic add up, and their flips turn the decision") {
  std::vector<int> flips(7);
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = answering(seed);
    const Run run{.model = model_of(seed)};
    const auto explanation = explain(scenario, run, {}, 0);
    if (!explanation) continue;
    double sum = 0.0;
    for (const Term& term : explanation->terms) sum += term.product;
    if (explanation->decision.index >= 0) {
      CHECK(std::abs(sum - explanation->decision.utility) <= 1e-9);
    }
    const auto moment = find_decision(scenario, run, {});
    REQUIRE(moment);
    for (const Flip& flip : explanation->flips) {
      CAPTURE(flip.path);
      if (flip.offer) continue;
      Scenario turned = moment->before.scenario();
      const auto changed = apply(turned, {flip.path, Value::of(flip.to)});
      REQUIRE(changed);
      CHECK(Probe(*moment).differs(*changed));
      ++flips[static_cast<std::size_t>(scenario.actors[explanation->actor].tactic.kind)];
    }
  }
  for (const auto kind : {Tactic::Kind::micro, Tactic::Kind::tit_for_tat,
                          Tactic::Kind::nice_tit_for_tat, Tactic::Kind::hybrid}) {
    CAPTURE(static_cast<int>(kind));
    CHECK(flips[static_cast<std::size_t>(kind)] > 0);
  }
}
