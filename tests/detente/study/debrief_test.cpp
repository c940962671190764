#include "detente/study/debrief.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "detente/core/contract.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/seat.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::load_shipped;

namespace {

// a cares for land, b for sea: land high and sea low is worth 0.75 to both
constexpr const char* kTrade = R"(
schema: detente/scenario/1
id: trade
title: Trade
model: offers
issues:
  land: {options: [low, high]}
  sea: {options: [low, high]}
actors:
  a:
    walk_away: 0.125
    positions: {land: {ideal: 100, salience: 0.75}, sea: {ideal: 100, salience: 0.25}}
  b:
    walk_away: 0.25
    positions: {land: {ideal: 0, salience: 0.25}, sea: {ideal: 0, salience: 0.75}}
stages:
  - {id: talks, rounds: 4}
)";

constexpr int kLow = 0;
constexpr int kHigh = 1;

Scenario trade() {
  auto loaded = parse_scenario(kTrade, "trade.yaml");
  REQUIRE(loaded);
  return loaded->scenario;
}

Move offers(int round, int actor, int land, int sea) {
  return {{"talks", round}, actor, Move::Kind::offer, {{0, land}, {1, sea}}};
}

std::vector<SeatMetrics> after(const Scenario& scenario, const Run& run) {
  return debrief(simulate(scenario, run).value());
}

/// Utility of every actor of a stage for options on all issues, from the scenario's own numbers.
double worth(const Scenario& scenario, const StageView& view, int actor,
             const std::vector<int>& options) {
  const auto weights = issue_weights(view, scenario.actors[actor]);
  double sum = 0.0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    sum += weights[place] * option_value(scenario.issues[issue],
                                         scenario.actors[actor].positions[issue], options[issue]);
  }
  return sum;
}

bool inside(const Scenario& scenario, const StageView& view, int actor,
            const std::vector<int>& options) {
  return std::none_of(view.issues.begin(), view.issues.end(), [&](int issue) {
    return forbids(scenario.issues[issue], scenario.actors[actor].positions[issue], options[issue]);
  });
}

/// Calls `visit` with every combination of options on the open issues.
void each_package(const Scenario& scenario, const StageView& view,
                  const std::function<void(const std::vector<int>&)>& visit) {
  std::vector<int> options = view.fixed;
  for (const int issue : view.open) options[issue] = 0;
  while (true) {
    visit(options);
    auto place = view.open.rbegin();
    for (; place != view.open.rend(); ++place) {
      if (++options[*place] < std::ssize(scenario.issues[*place].options)) break;
      options[*place] = 0;
    }
    if (place == view.open.rend()) return;
  }
}

/// The definition of the joint gains left, over every package; -1: there is no such package.
double brute_gains(const TraceStage& stage) {
  const TraceRound& last = stage.rounds.back();
  const StageView& view = last.tables->view;
  double now = 0.0;
  for (const auto& [actor, utility] : stage.outcome.utilities) now += utility;
  double most = -1.0;
  each_package(*last.scenario, view, [&](const std::vector<int>& options) {
    double sum = 0.0;
    for (const auto& [actor, utility] : stage.outcome.utilities) {
      const double own = worth(*last.scenario, view, actor, options);
      const auto& signed_by = stage.outcome.coalition;
      const bool asked = !stage.outcome.agreed ||
                         std::find(signed_by.begin(), signed_by.end(), actor) != signed_by.end();
      const bool content = own >= utility - 1e-12 && inside(*last.scenario, view, actor, options);
      if (asked && !content) return;
      sum += own;
    }
    most = std::max(most, sum);
  });
  return most < 0.0 ? -1.0 : most - now;
}

}  // namespace

TEST_CASE("the metrics of a deal, by hand") {
  const Run run{.moves = {offers(1, 0, kHigh, kHigh),
                          offers(1, 1, kLow, kLow),
                          offers(2, 0, kLow, kHigh),
                          {{"talks", 2}, 1, Move::Kind::accept, {}}}};
  const auto metrics = after(trade(), run);
  REQUIRE(metrics.size() == 2);
  const SeatMetrics& a = metrics[0];
  CHECK(a.agreed);
  CHECK(a.claimed == 0.25);
  CHECK(a.conceded == 0.75);         // from 1 to 0.25
  CHECK(a.joint_gains_left == 1.0);  // 0.75 + 0.75 instead of 0.25 + 0.25
  CHECK(a.rounds == 2);
  CHECK(a.margin == 0.125);
  const SeatMetrics& b = metrics[1];
  CHECK(b.actor == 1);
  CHECK(b.claimed == 0.25);
  CHECK(b.conceded == 0.0);  // one offer is no step
  CHECK(b.joint_gains_left == 1.0);
  CHECK(b.margin == 0.0);
}

TEST_CASE("an efficient deal leaves nothing, and an offer that rises takes nothing back") {
  const Run run{.moves = {offers(1, 0, kHigh, kHigh),
                          offers(1, 1, kLow, kLow),
                          offers(2, 0, kLow, kHigh),
                          offers(2, 1, kLow, kHigh),
                          offers(3, 0, kHigh, kHigh),
                          offers(3, 1, kLow, kLow),
                          offers(4, 0, kHigh, kLow),
                          {{"talks", 4}, 1, Move::Kind::accept, {}}}};
  const auto metrics = after(trade(), run);
  CHECK(metrics[0].claimed == 0.75);
  CHECK(metrics[0].conceded == 0.75 + 0.25);
  CHECK(metrics[0].joint_gains_left == 0.0);
  CHECK(metrics[1].conceded == 0.75);  // 1, 0.25, 1
  CHECK(metrics[1].rounds == 4);
}

TEST_CASE("without a deal the gains are measured from the walk-aways") {
  const Scenario short_talks = support::with(trade(), {{"stages.talks.rounds", 1}});
  const auto metrics =
      after(short_talks, {.moves = {offers(1, 0, kHigh, kHigh), offers(1, 1, kLow, kLow)}});
  CHECK_FALSE(metrics[0].agreed);
  CHECK(metrics[0].claimed == 0.125);
  CHECK(metrics[0].margin == 0.0);
  CHECK(metrics[1].claimed == 0.25);
  CHECK(metrics[1].joint_gains_left == 1.5 - 0.375);

  const Scenario apart =
      support::with(trade(), {{"actors.a.walk_away", 0.8}, {"actors.b.walk_away", 0.8}});
  CHECK_FALSE(after(apart, {})[0].joint_gains_left.has_value());
}

TEST_CASE("joint gains are those of a look at every package") {
  int deals = 0;
  int failures = 0;
  for (const char* name : {"paris", "lessons/two-parties", "lessons/veto", "lessons/broker"}) {
    for (const char* model : {"coalition", "offers"}) {
      CAPTURE(name);
      CAPTURE(model);
      const Scenario scenario = load_shipped(name);
      const Trace trace = simulate(scenario, {.model = model}).value();
      for (const SeatMetrics& seat : debrief(trace)) {
        const TraceStage& stage = trace.stages[seat.stage];
        ++(seat.agreed ? deals : failures);
        CHECK(seat.joint_gains_left.value_or(-1.0) ==
              doctest::Approx(std::max(-1.0, brute_gains(stage))).epsilon(1e-9));
        CHECK(seat.conceded >= 0.0);
      }
    }
  }
  CHECK(deals > 0);
  CHECK(failures > 0);
}

TEST_CASE("a party that was not in the last stage is measured in its own") {
  const Scenario paris =
      support::with(load_shipped("paris"), {{"stages.settlement.consent", {"us", "russia"}},
                                            {"stages.settlement.parties", {"us", "russia"}}});
  const Trace trace = simulate(paris, {}).value();
  REQUIRE(trace.stages.size() == 2);
  const int ukraine = index_of(paris.actors, "ukraine");
  for (const SeatMetrics& seat : debrief(trace)) {
    const bool only_first = seat.actor == ukraine || paris.actors[seat.actor].id == "coalition";
    CHECK(seat.stage == (only_first ? 0 : 1));
    if (seat.actor == ukraine) CHECK(seat.rounds == trace.stages[0].rounds.back().number);
  }
}

TEST_CASE("a run that goes on has no debrief") {
  const auto turn = play_to_seat(trade(), {}, 0);
  REQUIRE(turn);
  CHECK_THROWS_AS(debrief(turn->trace), ContractViolation);
}
