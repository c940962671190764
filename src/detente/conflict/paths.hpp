#pragma once

#include <optional>
#include <vector>

#include "detente/conflict/conflict.hpp"

namespace detente {

/// One actor's move on a path.
struct PathStep {
  int actor = 0;
  StateIndex to = 0;
  bool irreversible = false;  ///< It changes an option that then stays (graph form: it has no arc
                              ///< back).
};

/// Moves that each improve their mover's lot, from one state; nobody moves twice running.
using ImprovementPath = std::vector<PathStep>;

/// The shortest path of credible moves from one state to every other, neighbours tried by actor,
/// then by state. Empty from a state to itself; nothing where a state cannot be reached.
class ShortestPaths {
 public:
  ShortestPaths(const Conflict& conflict, StateIndex from);

  std::optional<ImprovementPath> to(StateIndex target) const;
  /// The states that can be reached, the first included.
  const StateSet& reached() const { return reached_; }

 private:
  struct Visit {
    StateIndex state = 0;
    int last = -1;      ///< Who moved here; -1 at the start.
    int previous = -1;  ///< Visit before, or -1.
    bool irreversible = false;
  };
  std::vector<Visit> visits_{};
  std::vector<int> first_visit_{};  ///< By state; -1: none.
  StateSet reached_{};
};

/// The strongly connected parts of the graph of improvements that no improvement leaves: where a
/// conflict comes to rest, or goes round for ever. By their lowest state, each ascending.
/// @pre  at most 2^20 places
std::vector<std::vector<StateIndex>> attractors(const Conflict& conflict);

}  // namespace detente
