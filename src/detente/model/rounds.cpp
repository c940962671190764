#include "detente/model/rounds.hpp"

#include <algorithm>

namespace detente {

const PartyMove* find_move(std::span<const PartyMove> moves, int party) {
  const auto found = std::find_if(moves.begin(), moves.end(),
                                  [&](const PartyMove& move) { return move.party == party; });
  return found == moves.end() ? nullptr : &*found;
}

int first_leaving(const State& state, std::span<const PartyMove> moves) {
  for (const PartyMove& move : moves) {
    if (move.kind == PartyMove::Kind::leave && !contains(state.left, move.party)) return move.party;
  }
  return -1;
}

int fill_in(const PackageGrid& grid, std::span<const int> options, int otherwise) {
  for (std::size_t issue = 0; issue < options.size(); ++issue) {
    const auto place = static_cast<int>(issue);
    if (options[issue] >= 0) otherwise = grid.with(otherwise, place, options[issue]);
  }
  return otherwise;
}

Step leave(const StageTables& tables, const State& state, int party) {
  Step step{.next = state, .turn = {.round = state.round, .by = only(party), .act = Act::leave}};
  step.next.left |= only(party);
  step.next.accepting &= ~only(party);
  if (!wins(tables.rule, tables.everybody() & ~step.next.left)) {
    step.next.reason = Reason::withdrawal;
  }
  return step;
}

void end_round(const StageTables& tables, State& state) {
  if (state.over()) return;
  if (state.round < tables.rounds) {
    ++state.round;
    return;
  }
  const ActorSet table = tables.everybody() & ~state.left;
  const auto last = grounds(tables, state.round, state.left);
  state.reason = no_zone_at_walk_away(tables, last, table) ? Reason::no_zone : Reason::deadline;
}

}  // namespace detente
