#include "detente/conflict/conflict.hpp"

namespace detente {

std::vector<StateIndex> moves(const Conflict& conflict, int actor, StateIndex from) {
  std::vector<StateIndex> targets;
  each_move(conflict, actor, from, [&](StateIndex target) { targets.push_back(target); });
  return targets;
}

std::vector<StateIndex> improvements(const Conflict& conflict, int actor, StateIndex from) {
  const auto& payoff = conflict.payoff[actor];
  std::vector<StateIndex> targets;
  each_move(conflict, actor, from, [&](StateIndex target) {
    if (payoff[target] > payoff[from]) targets.push_back(target);
  });
  return targets;
}

}  // namespace detente
