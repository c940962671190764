#include "detente/model/minds.hpp"

#include <utility>

namespace detente {
namespace {

Strategy::Kind kind_of(Tactic::Kind kind) {
  switch (kind) {
    case Tactic::Kind::hardliner:
      return Strategy::Kind::hardliner;
    case Tactic::Kind::micro:
      return Strategy::Kind::micro;
    case Tactic::Kind::tit_for_tat:
      return Strategy::Kind::tit_for_tat;
    case Tactic::Kind::nice_tit_for_tat:
      return Strategy::Kind::nice_tit_for_tat;
    case Tactic::Kind::hybrid:
      return Strategy::Kind::hybrid;
    case Tactic::Kind::time:
    case Tactic::Kind::human:
      break;
  }
  return Strategy::Kind::time;
}

Strategy::Accept accept_of(AcceptRule::Kind kind) {
  switch (kind) {
    case AcceptRule::Kind::next:
      return Strategy::Accept::next;
    case AcceptRule::Kind::constant:
      return Strategy::Accept::constant;
    case AcceptRule::Kind::time:
      return Strategy::Accept::time;
    case AcceptRule::Kind::previous:
      return Strategy::Accept::previous;
    case AcceptRule::Kind::combi:
      return Strategy::Accept::combi;
    case AcceptRule::Kind::combi_max:
      return Strategy::Accept::combi_max;
    case AcceptRule::Kind::own:
      break;
  }
  return Strategy::Accept::own;
}

bool remembers(const StageTables& tables, int party) {
  return strategy_of(tables.parties[party].tactic).remembers();
}

/// Replaces what a party remembers by a changed copy: others may still hold the old one.
template <typename Change>
void remember(const StageTables& tables, int party, State& state, Change change) {
  if (state.minds.empty()) state.minds.resize(tables.parties.size());
  auto memory = std::make_shared<Memory>(memory_of(state, party));
  change(*memory);
  state.minds[party] = std::move(memory);
}

}  // namespace

Strategy strategy_of(const Tactic& tactic) {
  const AcceptRule& rule = tactic.accept;
  return {.kind = kind_of(tactic.kind),
          .curve = {tactic.e, tactic.start, tactic.margin},
          .nearest = tactic.offer == Tactic::Offer::nearest,
          .average = tactic.mode == Tactic::Mode::average,
          .lag = tactic.lag,
          .window = tactic.window,
          .kindness = tactic.kindness,
          .accept = accept_of(rule.kind),
          .alpha = rule.alpha,
          .beta = rule.beta,
          .theta = rule.theta,
          .tau = rule.tau};
}

bool is_plain(const Tactic& tactic) {
  return strategy_of(tactic).is_plain();
}

Bidder bidder_of(const StageTables& tables, int party) {
  const PartyTable& own = tables.parties[party];
  return {.strategy = strategy_of(own.tactic),
          .utility = own.utility,
          .judged = own.judged(),
          .range = own.range,
          .ranked = own.order.get(),
          .space = {&tables.grid, tables.places, tables.axes}};
}

Instant instant_of(const StageTables& tables, const State& state, int party) {
  const Standing ground = ground_of(tables, party, state.round, state.left);
  return {time_of(tables, state.round), ground.walk_away, ground.lowest, state.standing};
}

const Memory& memory_of(const State& state, int party) {
  static const Memory nothing;
  const bool known = static_cast<std::size_t>(party) < state.minds.size() && state.minds[party];
  return known ? *state.minds[party] : nothing;
}

void meet(const StageTables& tables, int party, int package, State& state) {
  if (!remembers(tables, party)) return;
  const Bidder bidder = bidder_of(tables, party);
  const Instant instant = instant_of(tables, state, party);
  remember(tables, party, state,
           [&](Memory& memory) { detente::meet(bidder, instant, package, memory); });
}

void hear(const StageTables& tables, const ActorSet& by, int package, State& state) {
  for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
    const bool own = contains(by, party);
    const Tactic::Kind kind = tables.parties[party].tactic.kind;
    if (!remembers(tables, party) || (!own && kind != Tactic::Kind::micro)) continue;
    const Bidder bidder = bidder_of(tables, party);
    remember(tables, party, state, [&](Memory& memory) {
      own ? send(bidder, package, memory) : detente::hear(bidder, package, memory);
    });
  }
}

void recall(const StageTables& before, const StageTables& tables, std::span<const Turn> log,
            State& state) {
  std::vector<int> changed;
  for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
    const Tactic& now = tables.parties[party].tactic;
    const Tactic& then = before.parties[party].tactic;
    const bool same = now.kind == then.kind && now.accept.kind == then.accept.kind;
    if (!same && remembers(tables, party)) changed.push_back(party);
  }
  if (changed.empty()) return;
  State past{.left = state.left};
  for (const Turn& turn : log) {
    past.round = turn.round;
    const bool met = turn.answered >= 0 && turn.answer != Answer::unreached;
    if (met) meet(tables, first_of(turn.by), turn.answered, past);
    if (turn.offered >= 0) hear(tables, turn.by, turn.offered, past);
  }
  state.minds.resize(tables.parties.size());
  past.minds.resize(tables.parties.size());
  for (const int party : changed) state.minds[party] = past.minds[party];
}

Standing standing_of(const StageTables& tables, const State& state, int party, bool jointly) {
  Standing standing = ground_of(tables, party, state.round, state.left);
  if (standing.passing) return standing;
  const Bidder bidder = bidder_of(tables, party);
  const Instant instant{time_of(tables, state.round), standing.walk_away, standing.lowest,
                        state.standing};
  auto* const least = jointly ? &least_accepted_jointly : &least_accepted;
  standing.threshold = least(bidder, memory_of(state, party), instant);
  return standing;
}

}  // namespace detente
