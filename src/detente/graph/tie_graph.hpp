#pragma once

#include <algorithm>
#include <vector>

#include "detente/core/actor_set.hpp"

namespace detente {

/// Ties weaker than this, or as weak, connect nobody.
constexpr double kTieThreshold = 0.05;

/// Who is tied to whom, and how strongly: the larger of the two directions; 0 without a tie.
class TieGraph {
 public:
  /// `actors` from 0 to 256 vertices, no ties yet.
  explicit TieGraph(int actors);

  /// Notes a tie, in one direction or in both; a direction without a tie counts as strength 0.
  void add(int from, int to, double strength, bool symmetric);

  int actors() const { return actors_; }
  double strength(int a, int b) const {
    return std::max(directed_[index(a, b)], directed_[index(b, a)]);
  }

  /// Everybody whose tie to a member of `bloc` is at least `channel` strong; no tie counts 0.
  /// Members of the bloc are left out.
  ActorSet reached_from(ActorSet bloc, double channel) const;

  /// Parts of `within` that hold together by ties above kTieThreshold, by their first member.
  std::vector<ActorSet> parts(ActorSet within) const;

 private:
  std::size_t index(int a, int b) const { return static_cast<std::size_t>(a) * actors_ + b; }

  int actors_;
  std::vector<double> directed_;
  std::vector<ActorSet> neighbours_;  ///< By actor: ties above kTieThreshold.
};

/// The cheapest way for the graph of positive ties to fall apart.
struct SplitLine {
  std::vector<ActorSet>
      sides{};            ///< Two sets, the one with the first actor first; empty for one actor.
  double strength = 0.0;  ///< Sum of the ties cut, to six decimals.
};

/// Betweenness of each actor: the share of the other pairs whose shortest path runs through it.
/// A tie's length is 1 / strength; ties at or below kTieThreshold carry nothing.
/// @return  one number in [0, 1] per actor; all 0 below three actors.
/// @source  Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
///          Sociology 25 (2001) 163-177.
std::vector<double> betweenness(const TieGraph& graph);

/// The parts of the graph of ties above kTieThreshold, by their first member.
std::vector<ActorSet> connected_parts(const TieGraph& graph);

/// The minimum cut of the positive ties above kTieThreshold; strength 0 if it has fallen apart.
/// @source  Stoer & Wagner, "A simple min-cut algorithm", Journal of the ACM 44 (1997) 585-591.
SplitLine split_line(const TieGraph& graph);

}  // namespace detente
