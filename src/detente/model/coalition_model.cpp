#include "detente/model/coalition_model.hpp"

#include <algorithm>
#include <array>

#include "detente/model/minds.hpp"
#include "detente/model/proposal.hpp"
#include "detente/model/rounds.hpp"

namespace detente {
namespace {

constexpr std::array kParams{
    ParamInfo{"channel", -1.0, -1.0, 1.0,
              "least strength of a tie that carries an offer to an outsider; -1: all are reached"},
    ParamInfo{"influence", 0.0, 0.0, 1.0, "pull of the ties on positions before every round"},
};

constexpr std::array<std::string_view, 5> kNotRead{
    "stages.*.starts", "actors.*.tactic.offer", "actors.*.tactic.accept.alpha",
    "actors.*.tactic.accept.beta", "actors.*.susceptibility"};

/// What a round of this model is decided from.
struct Round {
  std::vector<Standing> standings{};
  Acceptance acceptance{};
  ActorSet table = 0;
};

Round survey(const StageTables& tables, const State& state, ActorSet absent) {
  Round round{.table = tables.everybody() & ~state.left};
  for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
    round.standings.push_back(standing_of(tables, state, party, true));
  }
  round.acceptance = who_accepts(tables, round.standings, round.table & ~absent, true);
  return round;
}

Proposal propose(const StageTables& tables, const Round& round) {
  const Proposal agreement = find_agreement(tables, round.standings, round.acceptance);
  if (agreement.closes) return agreement;
  return find_offer(tables, round.standings, round.acceptance, round.table);
}

/// The proposal with the package that a member of the bloc would rather table, if the bloc has it
/// in common; who accepts it is looked up anew.
Proposal amended(const StageTables& tables, const Round& round, Proposal proposal,
                 const PartyMove& move) {
  const int package = fill_in(tables.grid, move.options, proposal.package);
  const ActorSet willing = round.acceptance.who[package];
  if (!includes(willing, proposal.bloc)) return proposal;
  proposal.package = package;
  proposal.accepting = proposal.bloc;
  const ActorSet with = proposal.bloc | (reached(tables, proposal.bloc) & willing);
  proposal.closes = wins(tables.rule, with);
  if (proposal.closes) proposal.accepting = with;
  return proposal;
}

/// Who declines what is proposed, among those whom people play.
ActorSet declining(const Proposal& proposal, std::span<const PartyMove> moves) {
  ActorSet declined = 0;
  for (const PartyMove& move : moves) {
    const bool concerned = contains(proposal.bloc | proposal.accepting, move.party);
    if (concerned && move.kind == PartyMove::Kind::refuse) declined |= only(move.party);
  }
  return declined;
}

/// The bloc's proposal once everybody whom people play has been asked, in file order: one who
/// declines is left out and the round is thought through again.
Proposal ask(const StageTables& tables, const State& state, std::span<const PartyMove> moves) {
  Round round = survey(tables, state, 0);
  Proposal proposal = propose(tables, round);
  for (ActorSet out = 0; declining(proposal, moves) != 0;) {
    out |= declining(proposal, moves);
    round = survey(tables, state, out);
    proposal = propose(tables, round);
  }
  const ActorSet bloc = proposal.bloc;
  for (const PartyMove& move : moves) {
    const bool amends = move.kind == PartyMove::Kind::offer && contains(bloc, move.party);
    if (amends) proposal = amended(tables, round, proposal, move);
  }
  return proposal;
}

/// Whether a party has had enough at the end of this round.
bool walks_out(const StageTables& tables, const State& state, std::span<const Turn> log,
               int party) {
  const auto& after = tables.parties[party].tactic.leave_after;
  if (!after || state.round < *after || contains(state.left, party)) return false;
  const auto& utility = tables.parties[party].utility;
  const double walk_away = ground_of(tables, party, state.round, state.left).walk_away;
  const auto enough = [&](int package) { return package >= 0 && utility[package] >= walk_away; };
  return !enough(state.standing) && std::none_of(log.begin(), log.end(), [&](const Turn& turn) {
    return enough(turn.offered);
  });
}

/// What the round taught counts from the next one: the bloc has tabled its offer, the others have
/// heard it, and those whom it reached have met it.
void learn(const StageTables& tables, State& state) {
  if (state.standing < 0) return;
  hear(tables, state.proposer, state.standing, state);
  const ActorSet there = tables.everybody() & ~(state.left | state.proposer);
  for (const int party : Members(reached(tables, state.proposer) & there)) {
    meet(tables, party, state.standing, state);
  }
}

// State::turn counts in this model: 0 = the joint offer is next; 1 + p = the answer of party p;
// 1 + parties + p = party p walks out.
class CoalitionModel final : public Model {
 public:
  CoalitionModel() : Model({.offers_jointly = true, .signatory_clause = true}) {}

  State open(const StageTables&) const override { return {}; }

  Step turn(const StageTables& tables, const State& state, std::span<const Turn> log,
            std::span<const PartyMove> moves) const override {
    const int leaver = state.turn == 0 ? first_leaving(state, moves) : -1;
    if (leaver >= 0) return leave(tables, state, leaver);
    const int party = whose_turn(tables, state);
    const auto parties = static_cast<int>(tables.parties.size());
    Step step = party < 0               ? joint_offer(tables, state, moves)
                : state.turn <= parties ? answer(tables, state, party, moves)
                                        : leave(tables, state, party);
    step.next.turn = state.turn + 1;
    advance(tables, log, step.next);
    return step;
  }

  int whose_turn(const StageTables& tables, const State& state) const override {
    const auto parties = static_cast<int>(tables.parties.size());
    return state.turn <= parties ? state.turn - 1 : state.turn - parties - 1;
  }

  bool would_accept(const StageTables& tables, const State& state, int party,
                    int package) const override {
    const bool in_force = package == tables.in_force && contains(tables.signatories, party);
    const PartyTable& own = tables.parties[party];
    return accepts(own, standing_of(tables, state, party, true), own.judged()[package], in_force);
  }

  bool accepts(const PartyTable& party, const Standing& standing, double judged,
               bool in_force) const override {
    if (in_force && signatory_accepts(party, standing, judged)) return true;
    return !standing.passing && judged >= standing.threshold - kTolerance;
  }

 private:
  static Step joint_offer(const StageTables& tables, const State& state,
                          std::span<const PartyMove> moves) {
    const Proposal proposal = ask(tables, state, moves);
    Step step{.next = state,
              .turn = {.round = state.round,
                       .by = proposal.bloc,
                       .act = proposal.bloc == 0 ? Act::silent : Act::offer,
                       .offered = proposal.package}};
    step.next.standing = proposal.package;
    step.next.proposer = step.next.accepting = proposal.bloc;
    return step;
  }

  Step answer(const StageTables& tables, const State& state, int party,
              std::span<const PartyMove> moves) const {
    Step step{.next = state,
              .turn = {.round = state.round, .by = only(party), .answered = state.standing}};
    if (!contains(reached(tables, state.proposer), party)) {
      step.turn.answer = Answer::unreached;
      return step;
    }
    const PartyMove* const move = find_move(moves, party);
    const bool willing = move == nullptr ? would_accept(tables, state, party, state.standing)
                                         : move->kind == PartyMove::Kind::accept;
    step.turn.answer = willing ? Answer::accept : Answer::refuse;
    if (willing) step.next.accepting |= only(party);
    return step;
  }

  /// Goes on to the next turn that somebody takes, or ends the round or the stage.
  static void advance(const StageTables& tables, std::span<const Turn> log, State& state) {
    const auto parties = static_cast<int>(tables.parties.size());
    for (; state.turn <= parties && state.standing >= 0; ++state.turn) {
      const int party = state.turn - 1;
      if (!contains(state.left | state.proposer, party)) return;
    }
    if (state.turn <= parties + 1 && wins(tables.rule, state.accepting)) {
      state.reason = Reason::agreement;
      return;
    }
    for (state.turn = std::max(state.turn, parties + 1); state.turn <= 2 * parties; ++state.turn) {
      if (walks_out(tables, state, log, state.turn - parties - 1)) return;
    }
    learn(tables, state);
    end_round(tables, state);
    state.turn = 0;
    state.standing = -1;
    state.proposer = state.accepting = 0;
  }
};

const CoalitionModel kModel;

}  // namespace

const ModelInfo kCoalitionModel{
    .id = "coalition",
    .summary = "Blocs that stand together table one joint offer and reach out until all agree.",
    .source =
        "Own rule after Faratin, Sierra & Jennings 1998; Myerson 1977; Chatterjee, Dutta, Ray "
        "& Sengupta 1993; Okada 1996; Nash 1950",
    .status = "tested",
    .params = kParams,
    .not_read = kNotRead,
    .model = &kModel,
};

}  // namespace detente
