#include "detente/study/durability.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "detente/model/lasting.hpp"
#include "detente/report/narrate.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/explain.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using doctest::Approx;
using support::load_shipped;

namespace {

Trace play(const Scenario& scenario) {
  return simulate(scenario, {.seed = scenario.seed}).value();
}

/// (1 - v) u + v P for every package, worked out one by one.
void check_party(const StageTables& plain, const StageTables& valued, int party, double weight) {
  const PartyTable& without = plain.parties[party];
  const PartyTable& with = valued.parties[party];
  double least = 2.0;
  double most = -1.0;
  double best = -1.0;
  for (int package = 0; package < plain.grid.packages(); ++package) {
    const double chance = valued.lasting->chance_of(options_of(valued, package));
    const double wanted = (1.0 - weight) * without.utility[package] + weight * chance;
    REQUIRE(with.utility[package] == Approx(wanted).epsilon(1e-14));
    REQUIRE(valued.lasting->chance(valued.grid, package) == chance);
    least = std::min(least, with.utility[package]);
    most = std::max(most, with.utility[package]);
    best = std::max(best, with.judged()[package]);
  }
  CHECK(with.range.least == least);
  CHECK(with.range.most == most);
  CHECK(with.best_acceptable == best);
}

StageTables first_tables(const Scenario& scenario) {
  return compile(scenario, view_stage(scenario, 0, {}));
}

}  // namespace

TEST_CASE("the durability of Paris: each package on the table, and what is in force") {
  const Trace trace = play(load_shipped("paris"));
  const auto lives = durability_of(trace);
  const PackageLife* const settled = life_in_force(lives);
  REQUIRE(settled != nullptr);
  CHECK(settled->life.deterrence == Approx(0.285));
  CHECK(settled->life.survival[0] == Approx(std::pow(0.23125 * 0.57, 0.25)).epsilon(1e-12));
  CHECK(settled->life.survival[0] > 0.4);
  CHECK(settled->life.survival[0] < 0.7);
  REQUIRE(settled->weakest);
  CHECK(settled->weakest->link == WeakestLink::Link::credibility);
  // Ukraine and the coalition gain by a firmer backstop; the others would have to accept it
  CHECK(settled->weakest->losers() == std::vector{0, 4});
  std::size_t offers = 0;
  std::size_t tabled = 0;
  for (const PackageLife& life : lives) offers += life.offers.size();
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) tabled += round.offers.size();
  }
  CHECK(offers == tabled);
  CHECK(settled->offers.size() == 2);

  const auto document = nlohmann::json::parse(durability_json(trace));
  CHECK(document.size() == lives.size());
  const auto& one = document.at("outside,rear,ukraine_leads,intelligence,political");
  CHECK(one.at("in_force") == true);
  CHECK(one.at("survival").size() == 20);
  CHECK(one.at("compliance").size() == 2);
  CHECK(one.at("weakest").at("must_accept") == nlohmann::json{"us", "russia"});
  CHECK(document.at("inside_support,rear,ukraine_leads,both,political").at("in_force") == false);
  CHECK(digest(trace) == "132dc5f89636a81fa86ffc7d487b95e9");
}

TEST_CASE("no section, no durability; what can never pay lasts for ever") {
  Scenario scenario = load_shipped("paris");
  for (auto& violator : scenario.durability->violators) violator.gain.numbers = {0.0, 0.0};
  const auto document = nlohmann::json::parse(durability_json(play(scenario)));
  for (const auto& one : document) {
    CHECK(one.at("median_years").is_null());
    CHECK(one.at("median") == "infinite");
    CHECK(one.at("hazard") == 0.0);
  }
  scenario.durability.reset();
  CHECK(durability_json(play(scenario)).empty());
  CHECK_FALSE(life_of_package(scenario, 0, {0, 0, 0, 0, 0}));
}

TEST_CASE("the weakest link is the change of one option that deters most") {
  const Scenario scenario = load_shipped("paris");
  const std::vector<int> firmest{3, 3, 1, 3, 3};
  CHECK_FALSE(life_of_package(scenario, 1, firmest)->weakest);
  const std::vector<int> blind{3, 3, 1, 0, 3};
  const auto life = life_of_package(scenario, 1, blind);
  REQUIRE(life->weakest);
  CHECK(life->weakest->link == WeakestLink::Link::detection);
  CHECK(life->weakest->to == 1);
  auto seen = blind;
  seen[3] = 1;
  const auto after = life_of_package(scenario, 1, seen);
  CHECK(life->weakest->first_year == after->life.survival[0]);
  CHECK(life->weakest->deterrence == after->life.deterrence);
  // an issue that is not settled helps nobody
  const auto none = life_of_package(scenario, 1, {-1, -1, -1, -1, -1});
  CHECK(none->life.deterrence == 0.0);
  CHECK_FALSE(none->weakest);
}

TEST_CASE("who values a lasting agreement has it in its utility, thresholds and red lines") {
  const Scenario plain = load_shipped("paris");
  Scenario valued = plain;
  valued.actors[1].values_durability = 0.3;
  valued.actors[3].values_durability = 1.0;
  valued.actors[0].values_durability = 0.5;
  Scenario lined = plain;
  for (Scenario* scenario : {&valued, &lined}) {
    scenario->actors[0].positions[0].red_line = std::pair(Place{.number = 20}, Place{.number = 80});
    scenario->actors[0].positions[2].red_line = std::pair(Place{.number = 0}, Place{.number = 60});
  }
  const StageTables without = first_tables(lined);
  const StageTables with = first_tables(valued);
  CHECK(without.lasting == nullptr);
  REQUIRE(with.lasting != nullptr);
  check_party(without, with, 0, 0.5);
  check_party(without, with, 1, 0.3);
  check_party(without, with, 2, 1.0);
  // an outline has the very numbers of the tables
  for (int party = 0; party < 3; ++party) {
    const int actor = with.parties[party].actor;
    const auto terms = terms_of(valued, with.view, actor);
    const PartyTable own = outline_party(valued, with.view, actor, terms, with.lasting.get());
    CHECK(own.range.most == with.parties[party].range.most);
    CHECK(own.best_acceptable == with.parties[party].best_acceptable);
  }
}

TEST_CASE("with a kept package a signatory counts how long that would last") {
  Scenario scenario = load_shipped("paris");
  scenario.stages[1].fallback = Fallback::kept;
  scenario.actors[1].values_durability = 0.4;
  const Trace trace = play(scenario);
  REQUIRE(trace.stages.size() == 2);
  const StageTables& tables = *trace.stages[1].rounds[1].tables;
  REQUIRE(tables.in_force >= 0);
  CHECK(tables.parties[1].in_force ==
        Approx(tables.parties[1].utility[tables.in_force]).epsilon(1e-14));
}

TEST_CASE("the arithmetic of an explanation still adds up, with a term for the chance to last") {
  Scenario scenario = load_shipped("paris");
  for (Actor& actor : scenario.actors) actor.values_durability = 0.3;
  const auto explained = explain(scenario, {.seed = 1}, {}, 0);
  REQUIRE(explained);
  double sum = 0.0;
  for (const Term& term : explained->terms) sum += term.product;
  CHECK(std::abs(sum - explained->decision.utility) <= 1e-9);
  CHECK(explained->terms.back().issue == -1);
  CHECK(explained->terms.back().weight == 0.3);
  REQUIRE(explained->lasting);
  CHECK(explained->terms.back().value == explained->lasting->life.survival[kValuedYears - 1]);
  for (const Flip& flip : explained->flips) {
    if (flip.offer) continue;
    const Edit edit{flip.path, Value::of(flip.to),
                    At{scenario.stages[explained->stage].id, explained->round}};
    const auto turned = explain(
        scenario, {.seed = 1, .edits = {edit}},
        {.stage = explained->stage, .round = explained->round, .actor = explained->actor}, 0);
    REQUIRE(turned);
    CHECK(turned->decision.kind != explained->decision.kind);
  }
}

TEST_CASE("people are told how long it would last, in three languages") {
  const Trace trace = play(load_shipped("paris"));
  const char* const words[] = {"lasts a year in 60 of 100", "една година в 60 от 100",
                               "рік у 60 зі 100"};
  int place = 0;
  for (const Language language : kLanguages) {
    const std::string told = narrate(trace, {.language = language, .width = 1000});
    CHECK(told.find(words[place++]) != std::string::npos);
  }
  const auto explained = explain(load_shipped("paris"), {.seed = 1}, {}, 0);
  const std::string told = narrate(*explained, {.width = 1000});
  CHECK(told.find("The weakest link is the credibility of a response") != std::string::npos);
}
