#include "detente/sim/seat.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/model/minds.hpp"
#include "detente/model/proposal.hpp"
#include "detente/sim/record.hpp"

namespace detente {
namespace {

int party_of(const StageTables& tables, int actor) {
  const auto& parties = tables.view.parties;
  const auto found = std::find(parties.begin(), parties.end(), actor);
  return found == parties.end() ? -1 : static_cast<int>(found - parties.begin());
}

bool has_move(const Simulation& at, int party) {
  const auto moves = at.moves();
  return std::any_of(moves.begin(), moves.end(),
                     [&](const PartyMove& move) { return move.party == party; });
}

/// What the program does next.
Turn planned_turn(const Simulation& at) {
  return at.model().turn(at.tables(), at.state(), at.log(), at.moves()).turn;
}

/// Whether the party decides something in a turn that it takes or takes part in.
bool decides(const Model& model, const Turn& turn, int party) {
  if (!contains(turn.by, party)) return false;
  if (!model.offers_jointly()) return true;
  return turn.act == Act::offer || turn.answer == Answer::accept || turn.answer == Answer::refuse;
}

/// Whether the next turn waits for a person.
bool waits_for(const Simulation& at, int actor) {
  const int party = party_of(at.tables(), actor);
  if (party < 0 || contains(at.state().left, party) || has_move(at, party)) return false;
  const int next = at.model().whose_turn(at.tables(), at.state());
  const bool may_decide = next < 0 || next == party;
  return may_decide && decides(at.model(), planned_turn(at), party);
}

bool answers_others(const Simulation& at, int party) {
  return at.state().standing >= 0 && !contains(at.state().proposer, party);
}

std::vector<Move::Kind> allowed_kinds(const Simulation& at, const SeatTurn& turn) {
  using Kind = Move::Kind;
  if (at.model().offers_jointly()) {
    if (turn.answers) return {Kind::accept, Kind::refuse, Kind::leave};
    return {Kind::offer, Kind::accept, Kind::refuse, Kind::leave};
  }
  if (turn.answers) return {Kind::offer, Kind::accept, Kind::refuse, Kind::leave};
  if (turn.planned.act == Act::pass) return {Kind::offer, Kind::refuse, Kind::leave};
  return {Kind::offer, Kind::leave};
}

/// Fills in what is asked of the party.
void describe(const Simulation& at, SeatTurn& turn) {
  turn.party = party_of(at.tables(), turn.actor);
  turn.stage = at.tables().view.stage;
  turn.round = at.state().round;
  turn.planned = planned_turn(at);
  turn.answers = answers_others(at, turn.party);
  const bool joint = !turn.answers && at.model().offers_jointly();
  if (turn.answers) turn.package = at.state().standing;
  if (joint) turn.package = turn.planned.offered;
  if (turn.package >= 0) {
    turn.by = actors_of(at.tables(), joint ? turn.planned.by : at.state().proposer);
  }
  turn.allowed = allowed_kinds(at, turn);
  turn.trace.stages.back().outcome.stage = turn.stage;
  turn.trace.outcome.stage = turn.stage;
}

const Simulation& table_of(const SeatTurn& turn) {
  expects(turn.before.has_value(), "SeatTurn: the run is not over");
  return *turn.before;
}

bool may(const SeatTurn& turn, Move::Kind kind) {
  return std::find(turn.allowed.begin(), turn.allowed.end(), kind) != turn.allowed.end();
}

}  // namespace

Result<SeatTurn> play_to_seat(const Scenario& scenario, const Run& run, int actor) {
  if (actor < 0 || actor >= std::ssize(scenario.actors)) {
    return Diagnostics{{.code = Code::unknown_id, .message = "no such actor to play"}};
  }
  auto ready = plan_talks(std::make_shared<const Scenario>(scenario), run);
  if (!ready) return ready.error();
  SeatTurn turn{.actor = actor};
  turn.trace = {
      .scenario = ready->scenario, .model = std::string(ready->model->id), .seed = run.seed};
  Simulation simulation(std::move(ready).value());
  if (!simulation.faults().empty()) return simulation.faults();
  turn.trace.stages =
      record(simulation, [&](const Simulation& at) { return waits_for(at, actor); });
  if (!simulation.faults().empty()) return simulation.faults();
  if (!simulation.over()) {
    describe(simulation, turn);
    turn.before = std::move(simulation);
    return turn;
  }
  turn.trace.outcome =
      overall(simulation.outcomes(), static_cast<int>(simulation.scenario().stages.size()));
  turn.stage = turn.trace.stages.back().stage;
  turn.round = turn.trace.stages.back().rounds.back().number;
  return turn;
}

Forecast likely_answers(const SeatTurn& turn, int package) {
  const Simulation& at = table_of(turn);
  const StageTables& tables = at.tables();
  const Standing standing = at.model().deciding(tables, at.state(), turn.party);
  const PartyTable& own = tables.parties[turn.party];
  Forecast forecast{.utility = own.utility[package],
                    .threshold = standing.threshold,
                    .walk_away = standing.walk_away,
                    .tabled = may(turn, Move::Kind::offer)};
  forecast.crosses = own.judged()[package] == -std::numeric_limits<double>::infinity();
  const bool joint = at.model().offers_jointly();
  const ActorSet bloc = !joint         ? only(turn.party)
                        : turn.answers ? at.state().proposer
                                       : turn.planned.by;
  const ActorSet reach = joint ? bloc | reached(tables, bloc) : tables.everybody();
  State tabled = at.state();
  if (!joint) hear(tables, only(turn.party), package, tabled);
  ActorSet accepting = only(turn.party);
  for (const int party : Members(tables.everybody() & ~at.state().left)) {
    const bool accepts = at.model().would_accept(tables, tabled, party, package);
    if (joint && contains(bloc, party) && !accepts) forecast.tabled = false;
    if (party == turn.party) continue;
    const Answer answer = !contains(reach, party) ? Answer::unreached
                          : accepts               ? Answer::accept
                                                  : Answer::refuse;
    if (answer == Answer::accept) accepting |= only(party);
    forecast.answers.push_back({tables.parties[party].actor, answer});
  }
  forecast.agreed = wins(tables.rule, accepting);
  return forecast;
}

Hint hint(const SeatTurn& turn) {
  const Simulation& at = table_of(turn);
  const Turn& planned = turn.planned;
  Hint hint{.package = planned.offered};
  if (!at.model().offers_jointly() && turn.answers && hint.package < 0) {
    // what it would go on to table if it did not take the offer
    std::vector<PartyMove> moves(at.moves().begin(), at.moves().end());
    moves.push_back({.party = turn.party, .kind = PartyMove::Kind::refuse});
    hint.package = at.model().turn(at.tables(), at.state(), at.log(), moves).turn.offered;
  }
  if (hint.package >= 0) hint.options = options_of(at.tables(), hint.package);
  const bool leaves = planned.act == Act::leave || planned.answer == Answer::leave;
  const bool bloc = at.model().offers_jointly() && !turn.answers;
  if (leaves) {
    hint.kind = Move::Kind::leave;
  } else if (bloc || planned.answer == Answer::accept) {
    hint.kind = Move::Kind::accept;
  } else {
    hint.kind = planned.act == Act::offer ? Move::Kind::offer : Move::Kind::refuse;
  }
  return hint;
}

Move seat_move(const SeatTurn& turn, Move::Kind kind, int package) {
  const Simulation& at = table_of(turn);
  const StageTables& tables = at.tables();
  Move move{
      .at = {at.scenario().stages[turn.stage].id, turn.round}, .actor = turn.actor, .kind = kind};
  if (kind != Move::Kind::offer) return move;
  expects(package >= 0 && package < tables.grid.packages(), "seat_move: a package of the stage");
  for (std::size_t place = 0; place < tables.view.open.size(); ++place) {
    move.offer.emplace_back(tables.view.open[place],
                            tables.grid.option(package, static_cast<int>(place)));
  }
  return move;
}

}  // namespace detente
