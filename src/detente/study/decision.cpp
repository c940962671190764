#include "detente/study/decision.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace detente {
namespace {

constexpr int kHistory = 3;  // rounds looked back on

/// A turn as it was played, and the table just before it.
struct PlayedTurn {
  std::shared_ptr<const StageTables> tables{};
  State state{};
  Turn turn{};
  bool closes = false;  ///< The stage was agreed in this round.
};

/// One round of one stage, what came just before it, and how the run went on.
struct PlayedRound {
  const Model* model = nullptr;
  std::vector<PlayedTurn> turns{};
  std::vector<Simulation> before{};   ///< Each of the turns.
  std::vector<PlayedTurn> earlier{};  ///< The turns of the few rounds before, in order.
  Outcome outcome{};                  ///< Of the run.
};

int party_of(const StageTables& tables, int actor) {
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    if (tables.parties[party].actor == actor) return static_cast<int>(party);
  }
  return -1;
}

Standing standing_in(const Model& model, const PlayedTurn& played, int party) {
  return model.deciding(*played.tables, played.state, party);
}

/// Where in a run: stage and round.
struct RoundAt {
  int stage = -1;
  int round = 0;

  bool fits(const DecisionAt& at) const {
    return (at.stage < 0 || at.stage == stage) && (at.round == 0 || at.round == round);
  }
};

RoundAt round_of(const Simulation& simulation) {
  return {simulation.tables().view.stage, simulation.state().round};
}

/// The last round played that fits; stage -1 if none does.
RoundAt find_round(Simulation simulation, const DecisionAt& at) {
  RoundAt last;
  while (!simulation.over()) {
    if (round_of(simulation).fits(at)) last = round_of(simulation);
    simulation.next();
  }
  return last;
}

/// Plays the run once and keeps what belongs to one round.
Result<PlayedRound> play_round(Simulation simulation, const RoundAt& place) {
  PlayedRound round{.model = &simulation.model()};
  while (!simulation.over()) {
    const RoundAt now = round_of(simulation);
    const bool here = now.stage == place.stage && now.round == place.round;
    const bool before =
        now.stage == place.stage && now.round < place.round && now.round >= place.round - kHistory;
    PlayedTurn played{simulation.shared_tables(), simulation.state(), {}, false};
    if (here) round.before.push_back(simulation);
    const std::size_t ended = simulation.outcomes().size();
    played.turn = simulation.next();
    if (!here && !before) continue;
    (here ? round.turns : round.earlier).push_back(std::move(played));
    if (!here) continue;
    if (simulation.outcomes().size() == ended || !simulation.outcomes()[ended].agreed) continue;
    for (PlayedTurn& one : round.turns) one.closes = true;
  }
  if (!simulation.faults().empty()) return simulation.faults();
  const auto stages = static_cast<int>(simulation.scenario().stages.size());
  round.outcome = overall(simulation.outcomes(), stages);
  return round;
}

/// The turn in which a party decides: its answer if it was asked, else what it tabled.
const PlayedTurn* deciding_turn(std::span<const PlayedTurn> turns, int party) {
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
double shortfall_of(const Model& model, const PlayedTurn& played) {
  const int party = first_of(played.turn.by);
  const double utility = played.tables->parties[party].utility[played.turn.answered];
  return standing_in(model, played, party).threshold - utility;
}

/// The member of a bloc that was nearest to refusing what the bloc tabled.
int most_reluctant(const Model& model, const PlayedTurn& played) {
  int chosen = first_of(played.turn.by);
  double least = std::numeric_limits<double>::infinity();
  for (const int party : Members(played.turn.by)) {
    const double utility = played.tables->parties[party].utility[played.turn.offered];
    const double margin = utility - standing_in(model, played, party).threshold;
    if (margin >= least) continue;
    least = margin;
    chosen = party;
  }
  return chosen;
}

/// The party whose decision ended the round: the last acceptance or leaving; else the refusal, or
/// the unreached, with the smallest shortfall; else whoever offered last.
int party_that_decided(const PlayedRound& round) {
  const auto& turns = round.turns;
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
    const double shortfall = shortfall_of(*round.model, played);
    if (chosen >= 0 && shortfall >= least) continue;
    least = shortfall;
    chosen = first_of(played.turn.by);
  }
  if (chosen >= 0) return chosen;
  for (std::size_t place = turns.size(); place-- > 0;) {
    const Turn& turn = turns[place].turn;
    if (turn.act == Act::offer) return most_reluctant(*round.model, turns[place]);
    if (turn.by != 0) return first_of(turn.by);
  }
  return 0;
}

/// What the actor decided in the rounds before.
std::vector<HistoryStep> history_of(const PlayedRound& round, int actor) {
  std::vector<HistoryStep> steps;
  const std::span<const PlayedTurn> all(round.earlier);
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    while (to < all.size() && all[to].turn.round == all[from].turn.round) ++to;
    const int party = party_of(*all[from].tables, actor);
    const auto* const played =
        party < 0 ? nullptr : deciding_turn(all.subspan(from, to - from), party);
    if (played == nullptr) continue;
    const Standing standing = standing_in(*round.model, *played, party);
    const Decision then = read_decision(*played->tables, standing, played->turn, party, false);
    steps.push_back({played->turn.round, then.kind, then.package, then.utility, then.threshold});
  }
  return steps;
}

Diagnostics wrong_place(std::string message) {
  return {{.code = Code::out_of_range, .message = std::move(message)}};
}

/// The last round of every stage that was played.
std::vector<RoundAt> last_rounds(Simulation simulation) {
  std::vector<RoundAt> last;
  while (!simulation.over()) {
    const RoundAt now = round_of(simulation);
    if (last.empty() || last.back().stage != now.stage) last.push_back(now);
    last.back() = now;
    simulation.next();
  }
  return last;
}

/// Tells how far the stages went.
Diagnostics not_played(const Simulation& start, const DecisionAt& at) {
  const auto name = [&](int stage) { return '\'' + start.scenario().stages[stage].id + '\''; };
  std::string ends;
  for (const RoundAt& last : last_rounds(start)) {
    if (at.stage >= 0 && last.stage != at.stage) continue;
    ends += ends.empty() ? ": " : ", ";
    ends += at.stage >= 0 ? "it" : name(last.stage);
    ends += " ended in round " + std::to_string(last.round);
  }
  const std::string stage = at.stage >= 0 ? "stage " + name(at.stage) : "no stage";
  if (ends.empty()) {
    return wrong_place(stage + (at.stage >= 0 ? " was not" : " was") + " played in this run");
  }
  const std::string has = at.stage >= 0 ? " has no round " : " has a round ";
  return wrong_place(stage + has + std::to_string(at.round) + " in this run" + ends);
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
  auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();
  const Simulation start(std::move(ready).value());
  const bool given = at.stage >= 0 && at.round > 0;
  const RoundAt place = given ? RoundAt{at.stage, at.round} : find_round(start, at);
  auto found = play_round(start, place);
  if (!found) return found.error();
  const PlayedRound& round = *found;
  if (round.turns.empty()) return not_played(start, at);
  const StageTables& tables = *round.turns.front().tables;
  const int party = at.actor < 0 ? party_that_decided(round) : party_of(tables, at.actor);
  if (party < 0) {
    return wrong_place("'" + scenario.actors[at.actor].id + "' is no party of stage '" +
                       scenario.stages[tables.view.stage].id + "'");
  }
  const int actor = tables.parties[party].actor;
  const PlayedTurn* const played = deciding_turn(round.turns, party);
  if (played == nullptr) {
    return wrong_place("'" + scenario.actors[actor].id +
                       "' had no turn in this round: the talks ended before, or it had left");
  }
  const bool closing_bloc = played->closes && round.model->offers_jointly();
  Decision decision = read_decision(tables, standing_in(*round.model, *played, party), played->turn,
                                    party, closing_bloc);
  const ActorSet by =
      played->turn.answer == Answer::none ? played->turn.by : played->state.proposer;
  for (const int member : Members(by)) decision.by.push_back(tables.parties[member].actor);
  return Moment{round.before[static_cast<std::size_t>(played - round.turns.data())],
                played->turn,
                party,
                std::move(decision),
                history_of(round, actor),
                round.outcome};
}

}  // namespace detente
