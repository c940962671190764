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

/// Which states are drawn, where they are too many to draw all.
struct MoveChoice {
  std::vector<StateIndex> wanted{};  ///< These before others; the first is looked at.
  Concept solution{};                ///< Whose equilibria, the firmest of them first.
  bool every = false;                ///< All that there are, up to kMostNodes.

  bool operator==(const MoveChoice&) const = default;
};

/// States and improvements, ready to be drawn in layers.
struct MoveGraph {
  std::shared_ptr<const SolvedConflict> of{};
  MoveChoice choice{};
  bool whole = false;             ///< All feasible states are there.
  std::vector<MoveNode> nodes{};  ///< By state.
  std::vector<MoveArc> arcs{};    ///< By `from`, then `to`, then actor.
  int layers = 0;                 ///< Those that are reached.

  int node_of(StateIndex state) const;  ///< Place in `nodes`, or -1.
};
constexpr std::size_t kClearNodes = 24;  ///< Up to so many all are drawn,
constexpr std::size_t kMostNodes = 200;  ///< up to so many if it is asked for,
constexpr std::size_t kMostPart = 24;    ///< else so many.

/// Whether all states are drawn.
bool draws_all(const SolvedConflict& solved, const MoveChoice& choice);
/// Whether a graph of the same conflict shows what is chosen.
bool serves(const MoveGraph& graph, const MoveChoice& choice);

/// Whether one move of an actor leads from a state to another.
bool is_move(const Conflict& conflict, int actor, StateIndex from, StateIndex to);

/// All states, or of many those wanted, the equilibria with their paths, and where improvements
/// lead to from the first one wanted.
std::shared_ptr<const MoveGraph> move_graph(const std::shared_ptr<const SolvedConflict>& solved,
                                            const MoveChoice& choice);

}  // namespace detente::ui
