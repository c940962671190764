#include "detente/study/decision.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace detente {
namespace {

/// A turn as it was played.
struct PlayedTurn {
  Simulation before;
  Turn turn{};
  bool closes = false;  ///< The stage was agreed in this round.
};

int party_of(const StageTables& tables, int actor) {
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    if (tables.parties[party].actor == actor) return static_cast<int>(party);
  }
  return -1;
}

Standing standing_in(const PlayedTurn& played, int party) {
  const Simulation& at = played.before;
  return at.model().standings(at.tables(), at.state())[party];
}

/// Every turn of one round of one stage; the last round played of a stage if `round` is 0, the
/// last stage if `stage` is -1. Empty if that was not played.
Result<std::vector<PlayedTurn>> turns_of(const Scenario& scenario, const Run& run, int stage,
                                         int round) {
  auto ready = plan(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  std::vector<PlayedTurn> turns;
  while (!simulation.over()) {
    const Simulation before = simulation;
    const int at_stage = before.tables().view.stage;
    const int at_round = before.state().round;
    const Turn turn = simulation.next();
    const bool wanted = (stage < 0 || at_stage == stage) && (round == 0 || at_round == round);
    if (!wanted) continue;
    const bool new_round = !turns.empty() && (turns.back().turn.round != at_round ||
                                              turns.back().before.tables().view.stage != at_stage);
    if (new_round) turns.clear();
    turns.push_back({before, turn, false});
    const bool ended = simulation.outcomes().size() > before.outcomes().size();
    if (!ended || !simulation.outcomes().back().agreed) continue;
    for (PlayedTurn& played : turns) played.closes = true;
  }
  if (!simulation.faults().empty()) return simulation.faults();
  return turns;
}

/// The turn in which a party decides: its answer if it was asked, else what it tabled.
const PlayedTurn* deciding_turn(const std::vector<PlayedTurn>& turns, int party) {
  const PlayedTurn* found = nullptr;
  for (const PlayedTurn& played : turns) {
    const bool joins = contains(played.turn.by, party) || played.turn.act == Act::silent;
    if (!joins) continue;
    const bool asked = played.turn.answer != Answer::none;
    if (found == nullptr || (asked && found->turn.answer == Answer::none)) found = &played;
  }
  return found;
}

/// How much a party lacks to accept the package that it was asked about.
double shortfall_of(const PlayedTurn& played) {
  const int party = first_of(played.turn.by);
  const double utility = played.before.tables().parties[party].utility[played.turn.answered];
  return standing_in(played, party).threshold - utility;
}

/// The member of a bloc that was nearest to refusing what the bloc tabled.
int most_reluctant(const PlayedTurn& played) {
  int chosen = first_of(played.turn.by);
  double least = std::numeric_limits<double>::infinity();
  for (const int party : Members(played.turn.by)) {
    const double utility = played.before.tables().parties[party].utility[played.turn.offered];
    const double margin = utility - standing_in(played, party).threshold;
    if (margin >= least) continue;
    least = margin;
    chosen = party;
  }
  return chosen;
}

/// The party whose decision ended the round: the last acceptance or leaving; else the refusal, or
/// the unreached, with the smallest shortfall; else whoever offered last.
int party_that_decided(const std::vector<PlayedTurn>& turns) {
  const Turn& last = turns.back().turn;
  const bool leaves = last.answer == Answer::leave || last.act == Act::leave;
  if (leaves) return first_of(last.by);
  int chosen = -1;
  double least = std::numeric_limits<double>::infinity();
  for (const PlayedTurn& played : turns) {
    const Answer answer = played.turn.answer;
    if (played.closes && answer == Answer::accept) chosen = first_of(played.turn.by);
    const bool against = answer == Answer::refuse || answer == Answer::unreached;
    if (played.closes || !against) continue;
    const double shortfall = shortfall_of(played);
    if (chosen >= 0 && shortfall >= least) continue;
    least = shortfall;
    chosen = first_of(played.turn.by);
  }
  if (chosen >= 0) return chosen;
  for (std::size_t place = turns.size(); place-- > 0;) {
    const Turn& turn = turns[place].turn;
    if (turn.act == Act::offer) return most_reluctant(turns[place]);
    if (turn.by != 0) return first_of(turn.by);
  }
  return 0;
}

Diagnostics wrong_place(std::string message) {
  return {{.code = Code::out_of_range, .message = std::move(message)}};
}

}  // namespace

Decision read_decision(const StageTables& tables, const Standing& standing, const Turn& turn,
                       int party, bool closes) {
  Decision decision{.threshold = standing.threshold};
  switch (turn.answer) {
    case Answer::accept:
      decision.kind = Decision::Kind::accept;
      break;
    case Answer::refuse:
      decision.kind = Decision::Kind::refuse;
      break;
    case Answer::leave:
      decision.kind = Decision::Kind::leave;
      break;
    case Answer::unreached:
      decision.kind = Decision::Kind::unreached;
      break;
    case Answer::none:
      decision.kind = turn.act == Act::offer   ? Decision::Kind::offer
                      : turn.act == Act::pass  ? Decision::Kind::pass
                      : turn.act == Act::leave ? Decision::Kind::leave
                                               : Decision::Kind::silent;
  }
  if (decision.kind == Decision::Kind::offer && closes) decision.kind = Decision::Kind::accept;
  decision.index = turn.answer == Answer::none ? turn.offered : turn.answered;
  if (decision.index < 0) return decision;
  decision.package = options_of(tables, decision.index);
  decision.utility = tables.parties[party].utility[decision.index];
  decision.margin = decision.utility - decision.threshold;
  return decision;
}

Result<Moment> find_decision(const Scenario& scenario, const Run& run, const DecisionAt& at) {
  const auto turns = turns_of(scenario, run, at.stage, at.round);
  if (!turns) return turns.error();
  if (turns->empty()) {
    const std::string stage =
        at.stage < 0 ? "the run" : "stage '" + scenario.stages[at.stage].id + '\'';
    return wrong_place(stage + " has no round " + std::to_string(at.round) +
                       (at.round == 0 ? " to explain: it was not played" : " in this run"));
  }
  const StageTables& tables = turns->front().before.tables();
  const int party = at.actor < 0 ? party_that_decided(*turns) : party_of(tables, at.actor);
  if (party < 0) {
    return wrong_place("'" + scenario.actors[at.actor].id + "' is no party of stage '" +
                       scenario.stages[tables.view.stage].id + "'");
  }
  const PlayedTurn* const played = deciding_turn(*turns, party);
  if (played == nullptr) {
    return wrong_place("'" + scenario.actors[tables.parties[party].actor].id +
                       "' had no turn in this round: the talks ended before, or it had left");
  }
  const Standing standing = standing_in(*played, party);
  const bool closing_bloc = played->closes && played->before.model().offers_jointly();
  Decision decision = read_decision(tables, standing, played->turn, party, closing_bloc);
  const ActorSet by =
      played->turn.answer == Answer::none ? played->turn.by : played->before.state().proposer;
  for (const int member : Members(by)) decision.by.push_back(tables.parties[member].actor);
  return Moment{played->before, played->turn, party, std::move(decision)};
}

std::vector<HistoryStep> earlier_decisions(const Scenario& scenario, const Run& run,
                                           const Moment& moment, int most) {
  std::vector<HistoryStep> steps;
  const int stage = moment.before.tables().view.stage;
  const int round = moment.before.state().round;
  const int actor = moment.before.tables().parties[moment.party].actor;
  for (int earlier = std::max(1, round - most); earlier < round; ++earlier) {
    const auto then = find_decision(scenario, run, {stage, earlier, actor});
    if (!then) continue;
    const Decision& decision = then->decision;
    steps.push_back(
        {earlier, decision.kind, decision.package, decision.utility, decision.threshold});
  }
  return steps;
}

}  // namespace detente
