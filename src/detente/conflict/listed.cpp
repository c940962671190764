#include "detente/conflict/listed.hpp"

#include <algorithm>

namespace detente {

ListedConflict listed(const Conflict& conflict) {
  ListedConflict result;
  result.states = members_of(conflict.feasible);
  const std::vector<StateIndex>& states = result.states;
  const auto number_of = [&](StateIndex state) {
    return static_cast<StateIndex>(std::lower_bound(states.begin(), states.end(), state) -
                                   states.begin());
  };
  Conflict& graph = result.conflict;
  graph.actors = conflict.actors;
  graph.feasible = StateSet(states.size());
  for (std::size_t number = 0; number < states.size(); ++number) {
    graph.feasible.add(static_cast<StateIndex>(number));
  }
  graph.payoff.resize(static_cast<std::size_t>(conflict.actors));
  graph.arcs.resize(static_cast<std::size_t>(conflict.actors));
  for (int actor = 0; actor < conflict.actors; ++actor) {
    auto& arcs = graph.arcs[actor];
    arcs.reserve(states.size());
    for (const StateIndex state : states) {
      graph.payoff[actor].push_back(conflict.payoff[actor][state]);
      std::vector<StateIndex> targets = moves(conflict, actor, state);
      for (StateIndex& target : targets) target = number_of(target);
      arcs.push_back(std::move(targets));
    }
  }
  return result;
}

}  // namespace detente
