#include "detente/conflict/local_stability.hpp"

namespace detente {

LocalStability::LocalStability(const Conflict& conflict, Sanctions sanctions)
    : conflict_(&conflict) {
  searches_.reserve(static_cast<std::size_t>(conflict.actors));
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const std::vector<int> others = others_of(conflict, actor);
    searches_.push_back({Sequences(conflict, {sanctions, others, false}),
                         Sequences(conflict, {sanctions, others, true})});
  }
}

bool LocalStability::is_equilibrium(Concept solution, StateIndex state) {
  for (int actor = 0; actor < conflict_->actors; ++actor) {
    if (!is_stable(solution, actor, state)) return false;
  }
  return true;
}

bool LocalStability::is_stable(Concept solution, int actor, StateIndex state) {
  const auto& payoff = conflict_->payoff[actor];
  bool stable = true;
  each_move(*conflict_, actor, state, [&](StateIndex target) {
    if (!stable || payoff[target] <= payoff[state]) return;
    stable = is_answered(solution, actor, state, target);
  });
  return stable;
}

bool LocalStability::is_answered(Concept solution, int actor, StateIndex state,
                                 StateIndex improvement) {
  if (solution == Concept::nash) return false;
  if (solution == Concept::sim) return is_met(actor, state, improvement, 0);
  const bool credible = solution == Concept::seq || solution == Concept::sseq;
  const bool symmetric = solution == Concept::smr || solution == Concept::sseq;
  const auto& payoff = conflict_->payoff[actor];
  const std::uint32_t worth = payoff[state];
  Sequences& search = credible ? searches_[actor].credible : searches_[actor].plain;
  return search.explore(improvement, [&](StateIndex end) {
    return payoff[end] <= worth && !(symmetric && has_escape(actor, end, worth));
  });
}

bool LocalStability::has_escape(int actor, StateIndex from, std::uint32_t worth) const {
  const auto& payoff = conflict_->payoff[actor];
  bool found = false;
  each_move(*conflict_, actor, from,
            [&](StateIndex target) { found = found || payoff[target] > worth; });
  return found;
}

// Whether the others from `other` on, each staying or improving from `state`, can turn `end` into
// a state that is no better.
bool LocalStability::is_met(int actor, StateIndex state, StateIndex end, int other) const {
  if (other == conflict_->actors) {
    const auto& payoff = conflict_->payoff[actor];
    return conflict_->feasible.contains(end) && payoff[end] <= payoff[state];
  }
  if (is_met(actor, state, end, other + 1)) return true;
  if (other == actor) return false;
  const auto& payoff = conflict_->payoff[other];
  const std::uint32_t own = conflict_->own[other];
  bool met = false;
  each_move(*conflict_, other, state, [&](StateIndex target) {
    if (met || payoff[target] <= payoff[state]) return;
    met = is_met(actor, state, (end & ~own) | (target & own), other + 1);
  });
  return met;
}

}  // namespace detente
