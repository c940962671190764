#include "ui/move_graph.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace detente::ui {
namespace {

constexpr int kSweeps = 4;  // of sorting a layer by where its neighbours stand

/// States in the order in which they matter, up to as many as can be drawn.
class Chosen {
 public:
  explicit Chosen(const Conflict& conflict) : conflict_(&conflict) {}

  void add(StateIndex state) {
    if (states_.size() >= kMostPart || !conflict_->feasible.contains(state)) return;
    if (std::find(states_.begin(), states_.end(), state) == states_.end()) {
      states_.push_back(state);
    }
  }
  void add_path(const EquilibriumReport* equilibrium) {
    if (equilibrium == nullptr || !equilibrium->path) return;
    for (const PathStep& step : *equilibrium->path) add(step.to);
  }
  /// Where improvements lead to from a state.
  void add_improvements(StateIndex state) {
    for (int actor = 0; actor < conflict_->actors; ++actor) {
      const auto& payoff = conflict_->payoff[actor];
      each_move(*conflict_, actor, state, [&](StateIndex target) {
        if (payoff[target] > payoff[state]) add(target);
      });
    }
  }
  std::vector<StateIndex> sorted() {
    std::sort(states_.begin(), states_.end());
    return states_;
  }

 private:
  const Conflict* conflict_;
  std::vector<StateIndex> states_{};
};

/// The equilibria of a concept, those that are one by the most concepts first.
std::vector<const EquilibriumReport*> firmest(const SolvedConflict& solved, Concept solution) {
  std::vector<const EquilibriumReport*> found;
  for (const EquilibriumReport& each : solved.report.equilibria) {
    if (solved.is_equilibrium(solution, each.state)) found.push_back(&each);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
    return a->concepts.size() > b->concepts.size();
  });
  return found;
}

std::vector<StateIndex> choose_states(const SolvedConflict& solved, const MoveChoice& choice) {
  Chosen chosen(solved.conflict());
  chosen.add(solved.report.status_quo);
  for (const StateIndex state : choice.wanted) chosen.add(state);
  if (!choice.wanted.empty()) chosen.add_path(equilibrium_at(solved, choice.wanted.front()));
  for (const EquilibriumReport* const each : firmest(solved, choice.solution)) {
    chosen.add(each->state);
    chosen.add_path(each);
  }
  if (!choice.wanted.empty()) chosen.add_improvements(choice.wanted.front());
  return chosen.sorted();
}

/// The improvements from one node to another.
void add_arcs_between(const Conflict& conflict, int from, int to, MoveGraph& graph) {
  const StateIndex here = graph.nodes[from].state;
  const StateIndex there = graph.nodes[to].state;
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const auto& payoff = conflict.payoff[actor];
    const bool better = payoff[there] > payoff[here];
    if (!better || !is_move(conflict, actor, here, there)) continue;
    graph.arcs.push_back({actor, from, to, !is_move(conflict, actor, there, here)});
  }
}

void add_arcs(const Conflict& conflict, MoveGraph& graph) {
  const int count = static_cast<int>(graph.nodes.size());
  for (int from = 0; from < count; ++from) {
    for (int to = 0; to < count; ++to) add_arcs_between(conflict, from, to, graph);
  }
}

/// Breadth first from the status quo.
void number_layers(const SolvedConflict& solved, MoveGraph& graph) {
  std::deque<int> queue{graph.node_of(solved.report.status_quo)};
  if (queue.front() < 0) return;
  graph.nodes[queue.front()].layer = 0;
  while (!queue.empty()) {
    const int from = queue.front();
    queue.pop_front();
    graph.layers = std::max(graph.layers, graph.nodes[from].layer + 1);
    for (const MoveArc& arc : graph.arcs) {
      if (arc.from != from || graph.nodes[arc.to].layer >= 0) continue;
      graph.nodes[arc.to].layer = graph.nodes[from].layer + 1;
      queue.push_back(arc.to);
    }
  }
}

/// The nodes of every layer, in order of their places; those not reached come last.
std::vector<std::vector<int>> rows_of(const MoveGraph& graph) {
  std::vector<std::vector<int>> rows(static_cast<std::size_t>(graph.layers) + 1);
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    const int layer = graph.nodes[node].layer;
    rows[static_cast<std::size_t>(layer < 0 ? graph.layers : layer)].push_back(
        static_cast<int>(node));
  }
  return rows;
}

/// Where each node stands in its layer, from 0 at the top to 1.
std::vector<double> heights_of(const MoveGraph& graph, const std::vector<std::vector<int>>& rows) {
  std::vector<double> heights(graph.nodes.size(), 0.5);
  for (const auto& row : rows) {
    for (std::size_t place = 0; place < row.size(); ++place) {
      heights[row[place]] = (static_cast<double>(place) + 0.5) /
                            static_cast<double>(std::max<std::size_t>(row.size(), 1));
    }
  }
  return heights;
}

/// The mean height of every node's neighbours in other layers; of one without, its own.
std::vector<double> pulls_of(const MoveGraph& graph, const std::vector<double>& heights) {
  std::vector<double> sum(heights.size(), 0.0);
  std::vector<int> count(heights.size(), 0);
  for (const MoveArc& arc : graph.arcs) {
    if (graph.nodes[arc.from].layer == graph.nodes[arc.to].layer) continue;
    sum[arc.to] += heights[arc.from];
    ++count[arc.to];
    sum[arc.from] += heights[arc.to];
    ++count[arc.from];
  }
  for (std::size_t node = 0; node < sum.size(); ++node) {
    sum[node] = count[node] > 0 ? sum[node] / count[node] : heights[node];
  }
  return sum;
}

/// Nodes move towards their neighbours, so that fewer arcs cross.
std::vector<std::vector<int>> sorted_rows(const MoveGraph& graph) {
  std::vector<std::vector<int>> rows = rows_of(graph);
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const std::vector<double> pulls = pulls_of(graph, heights_of(graph, rows));
    for (auto& row : rows) {
      std::stable_sort(row.begin(), row.end(), [&](int a, int b) { return pulls[a] < pulls[b]; });
    }
  }
  return rows;
}

void place_nodes(MoveGraph& graph) {
  for (const auto& row : sorted_rows(graph)) {
    for (std::size_t place = 0; place < row.size(); ++place) {
      graph.nodes[row[place]].place = static_cast<int>(place);
    }
  }
}

}  // namespace

int MoveGraph::node_of(StateIndex state) const {
  const auto found =
      std::lower_bound(nodes.begin(), nodes.end(), state,
                       [](const MoveNode& node, StateIndex place) { return node.state < place; });
  if (found == nodes.end() || found->state != state) return -1;
  return static_cast<int>(found - nodes.begin());
}

bool is_move(const Conflict& conflict, int actor, StateIndex from, StateIndex to) {
  if (from == to) return false;
  if (conflict.is_graph()) {
    const auto& arcs = conflict.arcs[actor][from];
    return std::binary_search(arcs.begin(), arcs.end(), to);
  }
  const StateIndex flipped = from ^ to;
  const StateIndex locked = (conflict.stays_yes & from) | (conflict.stays_no & ~from);
  return (flipped & ~conflict.own[actor]) == 0 && (flipped & locked) == 0 &&
         conflict.feasible.contains(to);
}

bool draws_all(const SolvedConflict& solved, const MoveChoice& choice) {
  return solved.states <= (choice.every ? kMostNodes : kClearNodes);
}

bool serves(const MoveGraph& graph, const MoveChoice& choice) {
  return draws_all(*graph.of, choice) ? graph.whole : graph.choice == choice;
}

std::shared_ptr<const MoveGraph> move_graph(const std::shared_ptr<const SolvedConflict>& solved,
                                            const MoveChoice& choice) {
  auto graph = std::make_shared<MoveGraph>();
  graph->of = solved;
  graph->choice = choice;
  graph->whole = draws_all(*solved, choice);
  const std::vector<StateIndex> states =
      graph->whole ? members_of(solved->conflict().feasible) : choose_states(*solved, choice);
  graph->nodes.reserve(states.size());
  for (const StateIndex state : states) graph->nodes.push_back({.state = state});
  add_arcs(solved->conflict(), *graph);
  number_layers(*solved, *graph);
  place_nodes(*graph);
  return graph;
}

}  // namespace detente::ui
