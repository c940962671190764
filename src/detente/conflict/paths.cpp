#include "detente/conflict/paths.hpp"

#include <algorithm>

#include "detente/conflict/sequences.hpp"
#include "detente/core/contract.hpp"

namespace detente {

ShortestPaths::ShortestPaths(const Conflict& conflict, StateIndex from)
    : first_visit_(conflict.places(), -1), reached_(conflict.places()) {
  expects(from < conflict.places() && conflict.feasible.contains(from),
          "ShortestPaths: from a feasible state");
  // a second visit by somebody else frees the first mover to move on; a third frees nobody
  StateSet twice(conflict.places());
  visits_.push_back({from, -1, -1, false});
  first_visit_[from] = 0;
  twice.add(from);
  reached_.add(from);
  const auto arrive = [&](int previous, int actor, StateIndex target) {
    if (twice.contains(target)) return;
    const bool first = !reached_.contains(target);
    if (!first && visits_[first_visit_[target]].last == actor) return;
    if (first) {
      first_visit_[target] = static_cast<int>(visits_.size());
      reached_.add(target);
      // options: what the mover could go on to it could have gone to at once
      if (!conflict.is_graph()) twice.add(target);
    } else {
      twice.add(target);
    }
    const StateIndex before = visits_[previous].state;
    visits_.push_back({target, actor, previous, is_irreversible(conflict, actor, before, target)});
  };
  const auto move_on = [&](int visit, int actor) {
    const auto& payoff = conflict.payoff[actor];
    const StateIndex state = visits_[visit].state;
    each_move(conflict, actor, state, [&](StateIndex target) {
      if (payoff[target] > payoff[state]) arrive(visit, actor, target);
    });
  };
  for (int visit = 0; visit < static_cast<int>(visits_.size()); ++visit) {
    for (int actor = 0; actor < conflict.actors; ++actor) {
      if (actor != visits_[visit].last) move_on(visit, actor);
    }
  }
}

std::optional<ImprovementPath> ShortestPaths::to(StateIndex target) const {
  if (target >= first_visit_.size() || first_visit_[target] < 0) return std::nullopt;
  ImprovementPath path;
  for (int visit = first_visit_[target]; visits_[visit].previous >= 0;
       visit = visits_[visit].previous) {
    path.push_back({visits_[visit].last, visits_[visit].state, visits_[visit].irreversible});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace detente
