#pragma once

#include <vector>

#include "detente/conflict/robustness.hpp"

namespace detente {

/// Every actor's ranking as groups of equals, best first, and the payoffs that follow from it.
class Rankings {
 public:
  explicit Rankings(const Conflict& conflict);

  int groups(int actor) const { return static_cast<int>(groups_[actor].size()); }
  /// All swaps of neighbouring groups, by actor, then from the best.
  std::vector<Swap> swaps() const;
  /// Exchanges two groups, here and in `payoff` of every state in them. Its own inverse.
  void swap(const Swap& swap, Conflict& conflict);

  /// [group]: its states, ascending unless the groups were changed.
  std::vector<std::vector<StateIndex>>& of(int actor) { return groups_[actor]; }
  /// Writes one actor's payoffs anew from its groups.
  void write(int actor, Conflict& conflict) const;

 private:
  std::vector<std::vector<std::vector<StateIndex>>> groups_{};
};

/// A share of draws.
struct Share {
  double low = 0.0;
  double high = 1.0;
};

/// Wilson's 95 % interval. @pre  draws > 0
/// @source  Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
Share wilson(double hits, double draws);

}  // namespace detente
