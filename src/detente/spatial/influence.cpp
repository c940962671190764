#include "detente/spatial/influence.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "detente/core/contract.hpp"
#include "detente/spatial/elimination.hpp"

namespace detente {
namespace {

using detail::Matrix;

/// What an actor hears: the weighted sum of the opinions in its row.
double heard(const Weights& weights, std::size_t actor, std::span<const double> opinions,
             double centre) {
  double sum = 0.0;
  for (const auto& [other, weight] : weights.row[actor]) sum += weight * (opinions[other] - centre);
  return sum;
}

/// Whom an actor listens to, directly or not, itself included.
std::vector<bool> heard_by(const Weights& weights, int start) {
  std::vector<bool> reached(weights.row.size(), false);
  std::vector<int> open{start};
  reached[start] = true;
  while (!open.empty()) {
    const int actor = open.back();
    open.pop_back();
    for (const auto& [other, weight] : weights.row[actor]) {
      if (weight == 0.0 || reached[other]) continue;
      reached[other] = true;
      open.push_back(other);
    }
  }
  return reached;
}

/// I - L W.
Matrix left_side(const Weights& weights, std::span<const double> openness) {
  const std::size_t actors = weights.row.size();
  Matrix matrix(actors, std::vector<double>(actors, 0.0));
  for (std::size_t actor = 0; actor < actors; ++actor) {
    matrix[actor][actor] = 1.0;
    for (const auto& [other, weight] : weights.row[actor]) {
      matrix[actor][other] -= openness[actor] * weight;
    }
  }
  return matrix;
}

/// Steps from the first actor of a class to each other one, along the rows; -1 elsewhere.
std::vector<int> levels_in(const Weights& weights, int first) {
  std::vector<int> level(weights.row.size(), -1);
  std::vector<int> queue{first};
  level[first] = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const int actor = queue[next];
    for (const auto& [other, weight] : weights.row[actor]) {
      if (weight == 0.0 || level[other] >= 0) continue;
      level[other] = level[actor] + 1;
      queue.push_back(other);
    }
  }
  return level;
}

int period_of(const Weights& weights, const std::vector<int>& members) {
  const std::vector<int> level = levels_in(weights, members.front());
  int period = 0;
  for (const int actor : members) {
    for (const auto& [other, weight] : weights.row[actor]) {
      if (weight != 0.0) period = std::gcd(period, std::abs(level[actor] + 1 - level[other]));
    }
  }
  return std::max(1, period);
}

/// pi W = pi, sum pi = 1, inside a closed class: one equation gives way to the sum.
std::vector<double> lasting_weights(const Weights& weights, const std::vector<int>& members) {
  const std::size_t count = members.size();
  Matrix matrix(count, std::vector<double>(count, 0.0));
  std::vector<int> place(weights.row.size(), -1);
  for (std::size_t member = 0; member < count; ++member) {
    place[members[member]] = static_cast<int>(member);
  }
  for (std::size_t member = 0; member < count; ++member) {
    matrix[member][member] -= 1.0;
    for (const auto& [other, weight] : weights.row[members[member]]) {
      matrix[place[other]][member] += weight;
    }
  }
  matrix.back().assign(count, 1.0);
  Matrix right(count, std::vector<double>(1, 0.0));
  right.back().front() = 1.0;
  expects(detail::solve(std::move(matrix), right), "closed_classes: rows that sum to 1");
  std::vector<double> result;
  result.reserve(count);
  for (const auto& row : right) result.push_back(row.front());
  return result;
}

}  // namespace

Weights weights_from(int actors, std::span<const Pull> pulls, const std::vector<bool>& present) {
  const auto here = [&](int actor) { return present.empty() || present[actor]; };
  std::vector<std::map<int, double>> strength(actors);
  for (int actor = 0; actor < actors; ++actor) strength[actor][actor] = 1.0;
  for (const Pull& pull : pulls) {
    const bool among = pull.from >= 0 && pull.from < actors && pull.to >= 0 && pull.to < actors;
    expects(among && pull.from != pull.to, "weights_from: pulls between two of the actors");
    if (here(pull.from) && here(pull.to)) strength[pull.to][pull.from] = pull.strength;
  }
  Weights weights;
  for (const auto& own : strength) {
    double sum = 0.0;
    for (const auto& [other, value] : own) sum += std::abs(value);
    weights.row.emplace_back();
    for (const auto& [other, value] : own) {
      if (value != 0.0) weights.row.back().emplace_back(other, value / sum);
    }
  }
  return weights;
}

std::vector<double> influence_step(const Weights& weights, const Opinions& opinions, double share,
                                   double centre) {
  const std::size_t actors = weights.row.size();
  expects(opinions.now.size() == actors && opinions.first.size() == actors &&
              opinions.openness.size() == actors,
          "influence_step: one number per actor");
  std::vector<double> next;
  next.reserve(actors);
  for (std::size_t actor = 0; actor < actors; ++actor) {
    const bool alone = weights.row[actor].size() == 1 &&
                       weights.row[actor].front().first == static_cast<int>(actor);
    if (alone && opinions.now[actor] == opinions.first[actor]) {
      next.push_back(opinions.now[actor]);  // to the last digit
      continue;
    }
    const double open = opinions.openness[actor];
    const double now = opinions.now[actor] - centre;
    const double first = opinions.first[actor] - centre;
    const double pulled = open * heard(weights, actor, opinions.now, centre) + (1.0 - open) * first;
    next.push_back(opinions.now[actor] + share * (pulled - now));
  }
  return next;
}

std::optional<Equilibrium> equilibrium(const Weights& weights, std::span<const double> first,
                                       std::span<const double> openness) {
  const std::size_t actors = weights.row.size();
  expects(first.size() == actors && openness.size() == actors, "equilibrium: one number per actor");
  for (int actor = 0; actor < weights.actors(); ++actor) {
    const auto reached = heard_by(weights, actor);
    bool anchored = false;
    for (std::size_t other = 0; other < actors; ++other) {
      anchored = anchored || (reached[other] && openness[other] < 1.0);
    }
    if (!anchored) return std::nullopt;
  }
  Equilibrium result;
  result.effects.assign(actors, std::vector<double>(actors, 0.0));
  for (std::size_t actor = 0; actor < actors; ++actor) {
    result.effects[actor][actor] = 1.0 - openness[actor];
  }
  if (!detail::solve(left_side(weights, openness), result.effects)) return std::nullopt;
  for (const auto& row : result.effects) {
    double sum = 0.0;
    for (std::size_t other = 0; other < actors; ++other) sum += row[other] * first[other];
    result.opinions.push_back(sum);
  }
  const auto again = influence_step(weights, {result.opinions, first, openness}, 1.0, 0.0);
  for (std::size_t actor = 0; actor < actors; ++actor) {
    const double off = std::abs(again[actor] - result.opinions[actor]);
    result.residual = std::max(result.residual, off);
  }
  return result;
}

std::vector<ClosedClass> closed_classes(const Weights& weights) {
  std::vector<std::vector<bool>> reach;
  reach.reserve(weights.row.size());
  for (int actor = 0; actor < weights.actors(); ++actor) {
    reach.push_back(heard_by(weights, actor));
  }
  std::vector<ClosedClass> classes;
  std::vector<bool> seen(weights.row.size(), false);
  for (int actor = 0; actor < weights.actors(); ++actor) {
    if (seen[actor]) continue;
    std::vector<int> members;
    bool closed = true;
    for (int other = 0; other < weights.actors(); ++other) {
      if (!reach[actor][other]) continue;
      closed = closed && reach[other][actor];
      if (reach[other][actor]) members.push_back(other);
    }
    for (const int member : members) seen[member] = true;
    if (!closed) continue;
    std::vector<double> lasting = lasting_weights(weights, members);
    const int period = period_of(weights, members);
    classes.push_back({std::move(members), period, std::move(lasting)});
  }
  return classes;
}

}  // namespace detente
