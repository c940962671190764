#include "detente/sim/seat.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "detente/scenario/edit.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::load_shipped;

namespace {

SeatTurn seat(const Scenario& scenario, const Run& run, int actor) {
  auto turn = play_to_seat(scenario, run, actor);
  REQUIRE(turn);
  return std::move(turn).value();
}

int actor(const Scenario& scenario, const char* id) {
  return index_of(scenario.actors, id);
}

bool may(const SeatTurn& turn, Move::Kind kind) {
  return std::count(turn.allowed.begin(), turn.allowed.end(), kind) == 1;
}

/// The move that the program would make, asked for as a person would.
Move nudge(const SeatTurn& turn) {
  const Hint hint = detente::hint(turn);
  CHECK(may(turn, hint.kind));
  return seat_move(turn, hint.kind, hint.package);
}

/// The rounds that are over, in the words of the trace document, but for answers to the last offer:
/// some may be given in the round that follows.
std::string rounds_before(Trace trace, int stage, int round) {
  trace.stages.resize(static_cast<std::size_t>(stage) + 1);
  auto& rounds = trace.stages.back().rounds;
  rounds.resize(static_cast<std::size_t>(round));
  for (TraceRound& one : rounds) {
    if (!one.offers.empty()) one.offers.back().responses.clear();
  }
  trace.stages.back().outcome = {.stage = stage};
  trace.outcome = {.stage = stage};
  return to_json(trace);
}

/// A party's answers to the offer that it made in a round, as they were given in that same round.
std::vector<Response> given(const SeatTurn& turn, const Trace& trace) {
  const TraceRound& round = trace.stages[turn.stage].rounds[turn.round];
  std::vector<Response> answers;
  for (const TraceOffer& offer : round.offers) {
    if (std::count(offer.by.begin(), offer.by.end(), turn.actor) != 1) continue;
    for (const Response& response : offer.responses) answers.push_back(response);
    for (const int other : offer.unreached) answers.push_back({other, Answer::unreached});
  }
  return answers;
}

Answer foreseen(const Forecast& forecast, int other) {
  for (const Response& response : forecast.answers) {
    if (response.actor == other) return response.answer;
  }
  return Answer::none;
}

/// Tables some packages in a turn and holds the answers against the forecast; how many it saw.
int compare_forecasts(const Scenario& scenario, const Run& run, const SeatTurn& turn) {
  int compared = 0;
  const StageTables& tables = turn.before->tables();
  const bool joint = turn.before->model().offers_jointly();
  // the last one in a round is answered in the next, at other thresholds
  const bool last = turn.before->state().turn + 1 == std::ssize(tables.parties);
  const int packages = joint || !last ? tables.grid.packages() : 0;
  for (int package = 0; package < packages; package += 1 + packages / 7) {
    const Forecast forecast = likely_answers(turn, package);
    if (!forecast.tabled) continue;
    Run tried = run;
    tried.moves.push_back(seat_move(turn, Move::Kind::offer, package));
    const Trace after = simulate(scenario, tried).value();
    const auto answers = given(turn, after);
    for (const Response& answer : answers) {
      if (!joint && &answer != &answers.front()) break;
      CHECK(answer.answer == foreseen(forecast, answer.actor));
      ++compared;
    }
  }
  return compared;
}

}  // namespace

TEST_CASE("who plays every hint gets the run of the program, round by round") {
  for (const char* name : {"paris", "lessons/two-parties", "lessons/veto", "lessons/broker"}) {
    const Scenario scenario = load_shipped(name);
    for (const char* model : {"coalition", "offers"}) {
      for (int own = 0; own < std::ssize(scenario.actors); ++own) {
        CAPTURE(name);
        CAPTURE(model);
        CAPTURE(own);
        Run run{.model = model};
        const Trace program = simulate(scenario, run).value();
        SeatTurn turn = seat(scenario, run, own);
        while (turn.before) {
          const bool alike = rounds_before(turn.trace, turn.stage, turn.round) ==
                             rounds_before(program, turn.stage, turn.round);
          CHECK(alike);
          CHECK(turn.trace.outcome.reason == Reason::none);
          run.moves.push_back(nudge(turn));
          turn = seat(scenario, run, own);
        }
        CHECK(digest(turn.trace) == digest(program));
        CHECK(turn.allowed.empty());
      }
    }
  }
}

TEST_CASE("the default run of Paris is the one that it was") {
  CHECK(digest(simulate(load_shipped("paris"), {}).value()) == "132dc5f89636a81fa86ffc7d487b95e9");
}

TEST_CASE("in alternating offers a seat decides on each of its turns") {
  const Scenario paris = load_shipped("paris");
  const int us = actor(paris, "us");
  Run run{.model = "offers"};
  const SeatTurn opening = seat(paris, run, us);
  REQUIRE(opening.before);
  CHECK(opening.round == 1);
  CHECK_FALSE(opening.answers);
  CHECK(opening.package == -1);
  CHECK(opening.allowed == std::vector{Move::Kind::offer, Move::Kind::leave});
  CHECK(opening.trace.stages[0].rounds.size() == 2);
  CHECK(opening.trace.stages[0].rounds[1].offers.empty());
  CHECK(opening.trace.stages[0].rounds[1].standings.size() == 3);

  run.moves.push_back(seat_move(opening, Move::Kind::offer, hint(opening).package));
  const SeatTurn second = seat(paris, run, us);
  CHECK(second.round == 2);
  CHECK(second.answers);
  CHECK(second.by == std::vector{actor(paris, "ukraine")});
  CHECK(second.trace.stages[0].rounds[1].offers.size() == 3);

  run.moves.push_back(seat_move(second, Move::Kind::leave));
  const SeatTurn gone = seat(paris, run, us);
  CHECK_FALSE(gone.before);
  CHECK(gone.trace.outcome.reason == Reason::withdrawal);
  CHECK(gone.party == -1);
}

TEST_CASE("in the coalition model a seat decides with its bloc or as an outsider") {
  const Scenario paris = load_shipped("paris");
  Run run{.model = "coalition"};
  for (const Actor& one : paris.actors) {
    const int own = index_of(paris.actors, one.id);
    for (SeatTurn turn = seat(paris, run, own); turn.before; turn = seat(paris, run, own)) {
      const bool inside = std::count(turn.by.begin(), turn.by.end(), own) == 1;
      CHECK(inside != turn.answers);
      CHECK(may(turn, Move::Kind::offer) == inside);
      CHECK(turn.package >= 0);
      // the offer is in the trace only where others have tabled it
      CHECK(turn.trace.stages.back().rounds.back().offers.size() == (inside ? 0 : 1));
      run.moves.push_back(nudge(turn));
    }
    run.moves.clear();
  }
}

TEST_CASE("a member that does not stand with its bloc is left out of the offer") {
  const Scenario paris = load_shipped("paris");
  const int us = actor(paris, "us");
  SeatTurn turn = seat(paris, {}, us);
  Run run;
  while (turn.before && (turn.answers || turn.by.size() < 2)) {
    run.moves.push_back(nudge(turn));
    turn = seat(paris, run, us);
  }
  REQUIRE(turn.before);
  run.moves.push_back(seat_move(turn, Move::Kind::refuse));
  const Trace after = simulate(paris, run).value();
  for (const TraceOffer& offer : after.stages[turn.stage].rounds[turn.round].offers) {
    CHECK(std::count(offer.by.begin(), offer.by.end(), us) == 0);
  }
}

TEST_CASE("likely answers are those that an offer then meets in its round") {
  int compared = 0;
  for (const char* name : {"paris", "lessons/veto", "lessons/broker"}) {
    const Scenario scenario = load_shipped(name);
    for (const char* model : {"coalition", "offers"}) {
      for (int own = 0; own < std::ssize(scenario.actors); ++own) {
        Run run{.model = model};
        for (SeatTurn turn = seat(scenario, run, own); turn.before;
             turn = seat(scenario, run, own)) {
          compared += compare_forecasts(scenario, run, turn);
          run.moves.push_back(nudge(turn));
        }
      }
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("a forecast knows what a package is worth to the seat") {
  const Scenario paris = load_shipped("paris");
  const SeatTurn turn = seat(paris, {.model = "offers"}, actor(paris, "ukraine"));
  REQUIRE(turn.before);
  const StageTables& tables = turn.before->tables();
  for (int package = 0; package < tables.grid.packages(); package += 5) {
    const Forecast forecast = likely_answers(turn, package);
    const PartyTable& own = tables.parties[turn.party];
    CHECK(forecast.utility == own.utility[package]);
    CHECK(forecast.walk_away == own.walk_away);
    CHECK(forecast.threshold > forecast.walk_away);
    CHECK(forecast.crosses == (own.judged()[package] < 0.0));
    CHECK(forecast.answers.size() == 2);
  }
}

TEST_CASE("an actor without a seat watches the run to its end") {
  Scenario broker = load_shipped("lessons/broker");
  Actor watcher = broker.actors.front();
  watcher.id = "watcher";
  broker.actors.push_back(watcher);
  const int own = actor(broker, "watcher");
  const SeatTurn turn = seat(broker, {}, own);
  CHECK_FALSE(turn.before);
  CHECK(digest(turn.trace) == digest(simulate(broker, {}).value()));
  CHECK_FALSE(play_to_seat(broker, {}, own + 1));
  CHECK_FALSE(play_to_seat(broker, {}, -1));
  CHECK_FALSE(play_to_seat(broker, {.model = "nobody"}, 0));
}
