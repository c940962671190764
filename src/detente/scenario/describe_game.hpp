#pragma once

#include "detente/scenario/game_specs.hpp"
#include "detente/scenario/key.hpp"
#include "detente/scenario/records.hpp"

// The description of all fields (describe.hpp): votes, and what coalitions are worth.
namespace detente::detail {

template <typename Visitor>
void describe(Visitor& visit, RuleKeys& rule) {
  visit.fixed(required("quota"), rule, Quota{});
  visit.fixed(required("weights"), rule, Weights{});
}

template <typename Visitor>
void describe(Visitor& visit, VoteKeys& votes) {
  visit.fixed(required("rules"), votes.rules, ListOf{});
}

template <typename Visitor>
void describe(Visitor& visit, Game& game) {
  visit.fixed("players", game, GamePlayers{});
  visit.fixed("values", game, CoalitionValues{});
  visit.fixed("table", game, ValueTable{});
  visit.fixed("airport", game, Airport{});
  visit.fixed("bankruptcy", game, Bankruptcy{});
}

}  // namespace detente::detail
