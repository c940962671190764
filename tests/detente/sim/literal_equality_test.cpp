// The engine and the literal second implementation must tell the same story, round by round, on
// random scenarios with every feature that the reader knows.

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "detente/sim/simulate.hpp"
#include "literal/coalition.hpp"
#include "literal/generate.hpp"
#include "literal/offers.hpp"

using detente::Outcome;
using detente::Scenario;
using detente::Trace;
using detente::TraceOffer;
using detente::TraceRound;
using detente::TraceStage;

namespace literal = detente::literal;

namespace {

constexpr double kExact = 1e-12;
constexpr int kScenarios = 600;

std::set<int> as_set(const std::vector<int>& items) {
  return {items.begin(), items.end()};
}

/// Option by issue without the issues outside the stage.
literal::Whole as_whole(const std::vector<int>& package) {
  literal::Whole whole;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] >= 0) whole[static_cast<int>(issue)] = package[issue];
  }
  return whole;
}

Trace play(const Scenario& scenario, const char* model) {
  auto trace = detente::simulate(scenario, {.model = model});
  REQUIRE(trace);
  return std::move(trace).value();
}

void check_numbers(const TraceStage& stage, const std::vector<double>& ours,
                   const std::map<int, double>& theirs) {
  for (std::size_t party = 0; party < stage.parties.size(); ++party) {
    const auto found = theirs.find(stage.parties[party]);
    if (found == theirs.end()) continue;  // it has left
    CHECK(ours[party] == doctest::Approx(found->second).epsilon(kExact));
  }
}

void check_end(const Outcome& ours, const literal::StageEnd& theirs) {
  CHECK(ours.agreed == theirs.agreed);
  CHECK(static_cast<int>(ours.reason) == 1 + static_cast<int>(theirs.reason));
  CHECK(ours.round == theirs.round);
  CHECK(as_whole(ours.package) == theirs.package);
  if (theirs.agreed) CHECK(as_set(ours.coalition) == theirs.signatories);
  const std::map<int, double> utilities(ours.utilities.begin(), ours.utilities.end());
  for (const auto& [actor, utility] : theirs.utilities) {
    REQUIRE(utilities.contains(actor));
    CHECK(utilities.at(actor) == doctest::Approx(utility).epsilon(kExact));
  }
}

void check_view(const TraceRound& ours, const literal::View& theirs) {
  CHECK(ours.zone_size == std::ssize(theirs.zone));
  std::set<std::set<int>> blocs;
  for (const auto& bloc : ours.blocs) blocs.insert(as_set(bloc));
  CHECK(blocs == std::set<std::set<int>>(theirs.blocs.begin(), theirs.blocs.end()));
  CHECK(as_set(ours.coalition) == theirs.coalition);
  REQUIRE(ours.blockers.size() == theirs.blockers.size());
  for (std::size_t place = 0; place < ours.blockers.size(); ++place) {
    CHECK(as_set(ours.blockers[place].actors) == theirs.blockers[place].actors);
    CHECK(ours.blockers[place].index == theirs.blockers[place].index);
    if (theirs.blockers[place].index < 0) continue;
    CHECK(ours.blockers[place].shortfall ==
          doctest::Approx(theirs.blockers[place].shortfall).epsilon(kExact));
  }
}

void check_answers(const TraceOffer& ours, const literal::CoalitionRound& theirs) {
  std::map<int, literal::Answer> answers;
  for (const auto& response : ours.responses) {
    answers[response.actor] = response.answer == detente::Answer::accept ? literal::Answer::accept
                                                                         : literal::Answer::refuse;
  }
  for (const int actor : ours.unreached) answers[actor] = literal::Answer::unreached;
  for (const auto& [actor, answer] : theirs.answers) {
    REQUIRE(answers.contains(actor));
    CHECK(static_cast<int>(answers[actor]) == static_cast<int>(answer));
  }
}

void check_round(const TraceStage& stage, const TraceRound& ours,
                 const literal::CoalitionRound& theirs) {
  CAPTURE(theirs.round);
  CHECK(ours.number == theirs.round);
  std::vector<double> thresholds;
  for (const auto& standing : ours.standings) thresholds.push_back(standing.threshold);
  if (theirs.left.empty()) {
    check_numbers(stage, thresholds, theirs.thresholds);
    check_view(ours, theirs.view);
  }
  CHECK(ours.offers.empty() == theirs.bloc.empty());
  if (ours.offers.empty() || theirs.bloc.empty()) return;
  const TraceOffer& offer = ours.offers.front();
  CHECK(as_set(offer.by) == theirs.bloc);
  CHECK(offer.index == theirs.index);
  CHECK(as_whole(offer.package) == theirs.whole);
  check_numbers(stage, offer.utilities, theirs.utilities);
  if (!theirs.agreement) CHECK(as_set(offer.needed) == theirs.needed);
  check_answers(offer, theirs);
}

void check_coalition(const Scenario& scenario) {
  const Trace trace = play(scenario, "coalition");
  const literal::CoalitionRun run = literal::play_coalition(scenario);
  REQUIRE(trace.stages.size() == run.stages.size());
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    CAPTURE(stage);
    const auto& ours = trace.stages[stage];
    REQUIRE(ours.rounds.size() == run.stages[stage].rounds.size() + 1);
    for (std::size_t round = 0; round < run.stages[stage].rounds.size(); ++round) {
      check_round(ours, ours.rounds[round + 1], run.stages[stage].rounds[round]);
    }
    check_end(ours.outcome, run.stages[stage].end);
  }
  CHECK(trace.outcome.agreed == run.ending.agreed);
  CHECK(trace.outcome.stage == run.ending.stage);
}

void check_offer(const TraceOffer& ours, const literal::Offer& theirs) {
  CHECK(ours.round == theirs.round);
  CHECK(ours.by == std::vector{theirs.actor});
  CHECK(ours.index == theirs.index);
  REQUIRE(ours.responses.size() == theirs.responses.size());
  for (std::size_t asked = 0; asked < theirs.responses.size(); ++asked) {
    CHECK(ours.responses[asked].actor == theirs.responses[asked].first);
    CHECK(static_cast<int>(ours.responses[asked].answer) ==
          1 + static_cast<int>(theirs.responses[asked].second));
  }
}

void check_thresholds(const TraceStage& ours, const literal::OffersStage& theirs) {
  REQUIRE(ours.rounds.size() == theirs.thresholds.size() + 1);
  for (std::size_t round = 0; round < theirs.thresholds.size(); ++round) {
    CAPTURE(round);
    std::vector<double> thresholds;
    for (const auto& standing : ours.rounds[round + 1].standings) {
      thresholds.push_back(standing.threshold);
    }
    check_numbers(ours, thresholds, theirs.thresholds[round]);
  }
}

void check_offers(const Scenario& scenario) {
  const Trace trace = play(scenario, "offers");
  const literal::OffersRun run = literal::play_offers(scenario);
  REQUIRE(trace.stages.size() == run.stages.size());
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    CAPTURE(stage);
    std::vector<const TraceOffer*> offers;
    for (const auto& round : trace.stages[stage].rounds) {
      for (const auto& offer : round.offers) offers.push_back(&offer);
    }
    REQUIRE(offers.size() == run.stages[stage].offers.size());
    for (std::size_t place = 0; place < offers.size(); ++place) {
      CAPTURE(place);
      check_offer(*offers[place], run.stages[stage].offers[place]);
    }
    check_thresholds(trace.stages[stage], run.stages[stage]);
    check_end(trace.stages[stage].outcome, run.stages[stage].end);
  }
  CHECK(trace.outcome.agreed == run.ending.agreed);
}

/// The outcome without rounds is that of the rounds.
void check_outcome(const Scenario& scenario, const char* model) {
  const Trace trace = play(scenario, model);
  const auto outcome = detente::simulate_outcome(scenario, {.model = model});
  REQUIRE(outcome);
  CHECK(outcome->agreed == trace.outcome.agreed);
  CHECK(outcome->stage == trace.outcome.stage);
  CHECK(outcome->round == trace.outcome.round);
  CHECK(outcome->reason == trace.outcome.reason);
  CHECK(outcome->package == trace.outcome.package);
  CHECK(outcome->coalition == trace.outcome.coalition);
  CHECK(outcome->utilities == trace.outcome.utilities);
}

/// Calls `check` with random scenarios, half of them with tactics that answer others; how many of
/// them end in agreement under the model.
template <typename Check>
int on_random_scenarios(const char* model, Check check) {
  int agreed = 0;
  for (std::uint64_t seed = 1; seed <= kScenarios; ++seed) {
    for (const bool tactics : {false, true}) {
      CAPTURE(seed);
      CAPTURE(tactics);
      const Scenario scenario = literal::random_scenario(seed, {.tactics = tactics});
      check(scenario);
      agreed += detente::simulate_outcome(scenario, {.model = model})->agreed ? 1 : 0;
    }
  }
  return agreed;
}

}  // namespace

TEST_CASE("coalition: the engine equals the literal definition on random scenarios") {
  const int agreed = on_random_scenarios("coalition", check_coalition);
  // both ends must have been met often, or the comparison says little
  CHECK(agreed > 2 * kScenarios / 10);
  CHECK(agreed < 2 * kScenarios * 9 / 10);
}

TEST_CASE("offers: the engine equals the literal definition on random scenarios") {
  const int agreed = on_random_scenarios("offers", check_offers);
  CHECK(agreed > 2 * kScenarios / 10);
  CHECK(agreed < 2 * kScenarios * 9 / 10);
}

TEST_CASE("a run without its rounds ends as the run turn by turn") {
  for (const char* model : {"coalition", "offers"}) {
    on_random_scenarios(model, [&](const Scenario& scenario) { check_outcome(scenario, model); });
  }
}

TEST_CASE("offers: the loop without rounds ends as the turns do, without delay or pressure") {
  on_random_scenarios("offers", [](const Scenario& drawn) {
    Scenario scenario = drawn;
    for (auto& actor : scenario.actors) actor.delay_cost = 0.0;
    for (auto& stage : scenario.stages) stage.pressure.clear();
    check_outcome(scenario, "offers");
  });
}
