#include "detente/conflict/rankings.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace detente {

Rankings::Rankings(const Conflict& conflict) {
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const auto& payoff = conflict.payoff[actor];
    const std::uint32_t best = *std::max_element(payoff.begin(), payoff.end());
    auto& groups = groups_.emplace_back(best);
    each_state(conflict.feasible,
               [&](StateIndex state) { groups[best - payoff[state]].push_back(state); });
  }
}

std::vector<Swap> Rankings::swaps() const {
  std::vector<Swap> swaps;
  for (int actor = 0; actor < static_cast<int>(groups_.size()); ++actor) {
    for (int group = 0; group + 1 < groups(actor); ++group) swaps.push_back({actor, group});
  }
  return swaps;
}

void Rankings::swap(const Swap& swap, Conflict& conflict) {
  auto& groups = groups_[swap.actor];
  auto& payoff = conflict.payoff[swap.actor];
  std::swap(groups[swap.group], groups[swap.group + 1]);
  const auto worth = static_cast<std::uint32_t>(groups.size()) - swap.group;
  for (const StateIndex state : groups[swap.group]) payoff[state] = worth;
  for (const StateIndex state : groups[swap.group + 1]) payoff[state] = worth - 1;
}

void Rankings::write(int actor, Conflict& conflict) const {
  auto worth = static_cast<std::uint32_t>(groups_[actor].size());
  for (const std::vector<StateIndex>& group : groups_[actor]) {
    for (const StateIndex state : group) conflict.payoff[actor][state] = worth;
    --worth;
  }
}

Share wilson(double hits, double draws) {
  constexpr double kZ = 1.959963984540054;
  const double share = hits / draws;
  const double squared = kZ * kZ;
  const double middle = (share + squared / (2.0 * draws)) / (1.0 + squared / draws);
  const double half = kZ / (1.0 + squared / draws) *
                      std::sqrt(share * (1.0 - share) / draws + squared / (4.0 * draws * draws));
  // at the ends the formula gives them up to rounding
  return {hits == 0.0 ? 0.0 : std::max(0.0, middle - half),
          hits == draws ? 1.0 : std::min(1.0, middle + half)};
}

}  // namespace detente
