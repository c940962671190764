#include "detente/bargain/polygon.hpp"

#include <algorithm>
#include <optional>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr double kTie = 1e-12;

struct Edge {
  UtilityPair from{};
  UtilityPair to{};

  UtilityPair at(double part) const {
    if (part == 1.0) return to;  // the corner itself, without rounding
    return {from.first + part * (to.first - from.first),
            from.second + part * (to.second - from.second)};
  }
};

double gain_product(UtilityPair point, UtilityPair d) {
  return (point.first - d.first) * (point.second - d.second);
}

/// The part of an edge with first >= d.first and second >= d.second, if any.
std::optional<Edge> clipped(const Edge& edge, UtilityPair d) {
  double start = 0.0;
  double end = 1.0;
  const double fall = edge.from.first - edge.to.first;    // >= 0
  const double rise = edge.to.second - edge.from.second;  // >= 0
  if (edge.from.first < d.first || edge.to.second < d.second) return std::nullopt;
  if (edge.to.first < d.first) end = (edge.from.first - d.first) / fall;
  if (edge.from.second < d.second) start = (d.second - edge.from.second) / rise;
  if (start > end) return std::nullopt;
  return Edge{edge.at(start), edge.at(end)};
}

/// The edges of the frontier at or above d, with the upright edge below its first corner and the
/// level one beyond its last: everything below the frontier can be had too.
std::vector<Edge> edges_above(const std::vector<UtilityPair>& frontier, UtilityPair d) {
  std::vector<UtilityPair> corners = frontier;
  corners.insert(corners.begin(),
                 {frontier.front().first, std::min(d.second, frontier.front().second)});
  corners.push_back({std::min(d.first, frontier.back().first), frontier.back().second});
  std::vector<Edge> edges;
  for (std::size_t corner = 1; corner < corners.size(); ++corner) {
    const auto edge = clipped({corners[corner - 1], corners[corner]}, d);
    if (edge) edges.push_back(*edge);
  }
  return edges;
}

/// The point of an edge with the largest product: a parabola's top, or an end.
UtilityPair best_product(const Edge& edge, UtilityPair d) {
  const double dx = edge.to.first - edge.from.first;
  const double dy = edge.to.second - edge.from.second;
  UtilityPair best = edge.from;
  if (gain_product(edge.to, d) > gain_product(best, d)) best = edge.to;
  if (dx == 0.0 || dy == 0.0) return best;
  const double top =
      -((edge.from.first - d.first) * dy + (edge.from.second - d.second) * dx) / (2.0 * dx * dy);
  const bool inside = top > 0.0 && top < 1.0;
  if (inside && gain_product(edge.at(top), d) > gain_product(best, d)) best = edge.at(top);
  return best;
}

/// Where the ray from d with that slope leaves what can be had: it crosses one edge.
UtilityPair end_of_ray(const std::vector<Edge>& edges, UtilityPair d, UtilityPair slope) {
  const auto side = [&](UtilityPair point) {
    return (point.second - d.second) * slope.first - (point.first - d.first) * slope.second;
  };
  for (const Edge& edge : edges) {
    const double below = side(edge.from);
    const double above = side(edge.to);
    if (below > 0.0 || above < 0.0) continue;
    if (above == below) return edge.to;  // along the ray: its far end
    return edge.at(-below / (above - below));
  }
  return d;
}

void find_largest_sum(const std::vector<Edge>& edges, PolygonPoints& points) {
  std::vector<UtilityPair> corners{edges.front().from};
  for (const Edge& edge : edges) corners.push_back(edge.to);
  const auto sum = [](UtilityPair point) { return point.first + point.second; };
  points.utilitarian_sum = sum(corners.front());
  for (const UtilityPair corner : corners) {
    points.utilitarian_sum = std::max(points.utilitarian_sum, sum(corner));
  }
  for (const UtilityPair corner : corners) {
    if (sum(corner) < points.utilitarian_sum - kTie) continue;
    const bool again = !points.utilitarian.empty() &&
                       points.utilitarian.back().first == corner.first &&
                       points.utilitarian.back().second == corner.second;
    if (!again) points.utilitarian.push_back(corner);
  }
}

}  // namespace

PolygonPoints solve_polygon(const std::vector<UtilityPair>& frontier, UtilityPair disagreement) {
  expects(!frontier.empty(), "solve_polygon: at least one corner");
  for (std::size_t corner = 1; corner < frontier.size(); ++corner) {
    expects(frontier[corner].first <= frontier[corner - 1].first &&
                frontier[corner].second >= frontier[corner - 1].second,
            "solve_polygon: corners by falling first and rising second utility");
  }
  PolygonPoints points{.ideal = disagreement,
                       .nash = disagreement,
                       .kalai_smorodinsky = disagreement,
                       .egalitarian = disagreement};
  const std::vector<Edge> edges = edges_above(frontier, disagreement);
  if (edges.empty()) return points;
  points.ideal = {edges.front().from.first, edges.back().to.second};
  for (const Edge& edge : edges) {
    const UtilityPair best = best_product(edge, disagreement);
    if (gain_product(best, disagreement) > points.nash_product) points.nash = best;
    points.nash_product = std::max(points.nash_product, gain_product(best, disagreement));
  }
  const UtilityPair to_ideal{points.ideal.first - disagreement.first,
                             points.ideal.second - disagreement.second};
  points.kalai_smorodinsky = end_of_ray(edges, disagreement, to_ideal);
  points.egalitarian = end_of_ray(edges, disagreement, {1.0, 1.0});
  find_largest_sum(edges, points);
  return points;
}

double rubinstein_share(double first_patience, double second_patience) {
  expects(first_patience >= 0.0 && first_patience < 1.0 && second_patience >= 0.0 &&
              second_patience < 1.0,
          "rubinstein_share: both in [0, 1)");
  return (1.0 - second_patience) / (1.0 - first_patience * second_patience);
}

}  // namespace detente
