#include "detente/graph/tie_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/exterior_property.hpp>
#include <boost/graph/one_bit_color_map.hpp>
#include <boost/graph/stoer_wagner_min_cut.hpp>
#include <cmath>
#include <cstdint>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

using Weight = boost::property<boost::edge_weight_t, std::int64_t>;
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

constexpr double kMicro = 1e6;  // whole millionths: sums and comparisons without rounding

/// The ties above the threshold as a Boost graph; `weigh` turns a strength into a whole weight.
template <typename Weigh>
Graph boost_graph(const TieGraph& ties, Weigh weigh) {
  Graph graph(ties.actors());
  for (int a = 0; a < ties.actors(); ++a) {
    for (int b = a + 1; b < ties.actors(); ++b) {
      const double strength = ties.strength(a, b);
      if (strength > kTieThreshold) boost::add_edge(a, b, Weight(weigh(strength)), graph);
    }
  }
  return graph;
}

std::int64_t strength_in_millionths(double strength) {
  return std::llround(kMicro * strength);
}

std::int64_t length_in_millionths(double strength) {
  return std::llround(kMicro / strength);
}

/// Sets of vertices by their number, 0 to `count` - 1.
std::vector<ActorSet> group(const std::vector<int>& numbers, int count) {
  std::vector<ActorSet> groups(count, 0);
  for (std::size_t actor = 0; actor < numbers.size(); ++actor) {
    groups[numbers[actor]] |= only(static_cast<int>(actor));
  }
  return groups;
}

}  // namespace

TieGraph::TieGraph(int actors)
    : actors_(actors),
      directed_(static_cast<std::size_t>(actors) * actors, 0.0),
      neighbours_(actors, 0) {
  expects(0 <= actors && actors <= kMaxParties, "TieGraph: 0 to 256 actors");
}

void TieGraph::add(int from, int to, double strength, bool symmetric) {
  directed_[index(from, to)] = strength;
  if (symmetric) directed_[index(to, from)] = strength;
  if (strength > kTieThreshold) {
    neighbours_[from] |= only(to);
    neighbours_[to] |= only(from);
  }
}

ActorSet TieGraph::reached_from(ActorSet bloc, double channel) const {
  ActorSet reached = 0;
  for (int other = 0; other < actors_; ++other) {
    if (contains(bloc, other)) continue;
    for (const int member : Members(bloc)) {
      if (strength(other, member) < channel) continue;
      reached |= only(other);
      break;
    }
  }
  return reached;
}

std::vector<ActorSet> TieGraph::parts(ActorSet within) const {
  std::vector<ActorSet> found;
  while (within != 0) {
    ActorSet part = only(first_of(within));
    for (ActorSet edge = part; edge != 0;) {
      ActorSet next = 0;
      for (const int actor : Members(edge)) next |= neighbours_[actor];
      edge = next & within & ~part;
      part |= edge;
    }
    found.push_back(part);
    within &= ~part;
  }
  return found;
}

std::vector<double> betweenness(const TieGraph& graph) {
  const int actors = graph.actors();
  std::vector<double> share(actors, 0.0);
  if (actors < 3) return share;
  const Graph boosted = boost_graph(graph, length_in_millionths);
  const auto index = boost::get(boost::vertex_index, boosted);
  boost::brandes_betweenness_centrality(
      boosted, boost::centrality_map(boost::make_iterator_property_map(share.begin(), index))
                   .vertex_index_map(index)
                   .weight_map(boost::get(boost::edge_weight, boosted)));
  const double pairs = (actors - 1) * (actors - 2) / 2.0;
  for (double& value : share) value /= pairs;
  return share;
}

std::vector<ActorSet> connected_parts(const TieGraph& graph) {
  const Graph boosted = boost_graph(graph, strength_in_millionths);
  std::vector<int> number(graph.actors());
  const int count = boost::connected_components(boosted, number.data());
  return group(number, count);
}

SplitLine split_line(const TieGraph& graph) {
  if (graph.actors() < 2) return {};
  const auto parts = connected_parts(graph);
  if (parts.size() > 1)
    return {{parts.front(), first_actors(graph.actors()) & ~parts.front()}, 0.0};

  const Graph boosted = boost_graph(graph, strength_in_millionths);
  const auto side = boost::make_one_bit_color_map(boost::num_vertices(boosted),
                                                  boost::get(boost::vertex_index, boosted));
  const auto cut = boost::stoer_wagner_min_cut(boosted, boost::get(boost::edge_weight, boosted),
                                               boost::parity_map(side));
  const auto first_side = boost::get(side, 0);
  SplitLine line{{0, 0}, static_cast<double>(cut) / kMicro};
  for (int actor = 0; actor < graph.actors(); ++actor) {
    line.sides[boost::get(side, actor) == first_side ? 0 : 1] |= only(actor);
  }
  return line;
}

}  // namespace detente
