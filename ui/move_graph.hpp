#pragma once

#include <memory>
#include <vector>

#include "ui/conflict_view.hpp"

namespace detente::ui {

/// A state that is drawn.
struct MoveNode {
  StateIndex state = 0;
  int layer = -1;  ///< Improvements from the status quo; -1: none lead there.
  int place = 0;   ///< In its layer, from the top.
};

/// One actor's improvement between two states that are drawn.
struct MoveArc {
  int actor = 0;  ///< Of the conflict.
  int from = 0;   ///< Places in MoveGraph::nodes.
  int to = 0;
  bool irreversible = false;  ///< There is no move back.
};

/// States and improvements, ready to be drawn in layers.
struct MoveGraph {
  std::shared_ptr<const SolvedConflict> of{};
  std::vector<StateIndex> wanted{};  ///< What had to be in it; empty if all states are.
  bool whole = false;                ///< All feasible states are there.
  std::vector<MoveNode> nodes{};     ///< By state.
  std::vector<MoveArc> arcs{};       ///< By `from`, then `to`, then actor.
  int layers = 0;                    ///< Those that are reached.

  int node_of(StateIndex state) const;  ///< Place in `nodes`, or -1.
};
constexpr std::size_t kMostNodes = 200;  ///< Up to so many all are drawn,
constexpr std::size_t kMostPart = 80;    ///< else so many.

/// Whether one move of an actor leads from a state to another.
bool is_move(const Conflict& conflict, int actor, StateIndex from, StateIndex to);

/// All states if they are few; else those wanted, the equilibria with their paths, and the
/// neighbours of the first one wanted.
std::shared_ptr<const MoveGraph> move_graph(const std::shared_ptr<const SolvedConflict>& solved,
                                            const std::vector<StateIndex>& wanted);

}  // namespace detente::ui
