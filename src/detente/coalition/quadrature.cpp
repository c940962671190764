#include "detente/coalition/quadrature.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kNewtonSteps = 12;
constexpr double kNegligible = 1e-60;  // a chance that is left out
constexpr double kFarAway = 60.0;      // as is e^-60, once

/// cos for 0 <= angle <= pi / 2 by its series, for a first guess that is the same everywhere.
double cosine(double angle) {
  double sum = 1.0;
  double term = 1.0;
  for (int order = 2; order <= 30; order += 2) {
    term *= -angle * angle / (order * (order - 1.0));
    sum += term;
  }
  return sum;
}

/// P_n(x) and its derivative, by the three-term recurrence.
struct Legendre {
  double value = 1.0;
  double slope = 0.0;
};

Legendre legendre(int degree, double x) {
  double before = 1.0;
  double value = x;
  for (int order = 2; order <= degree; ++order) {
    const double next = ((2.0 * order - 1.0) * x * value - (order - 1.0) * before) / order;
    before = value;
    value = next;
  }
  return {value, degree * (before - x * value) / ((1.0 - x) * (1.0 + x))};
}

/// How the weight of those who take part is spread over [0, top], heavier ones left out.
class Spread {
 public:
  Spread(const ReducedVote& vote, std::int64_t top, double chance)
      : vote_(vote), top_(top), chance_(chance), mass_(static_cast<std::size_t>(top) + 1) {
    mass_[0] = 1.0;
    for (int type = 0; type < vote.types(); ++type) {
      for (int one = 0; one < vote.count[type]; ++one) add(vote.weight[0][type]);
    }
  }

  /// The chance to weigh no more than `top`.
  double within() const { return sum(low_, high_); }

  /// The chance that everybody but a player of the type weighs more than `top` less its weight, and
  /// at most `top`.
  double window(int type) const {
    const std::int64_t weight = vote_.weight[0][type];
    const double odds = chance_ / (1.0 - chance_);
    double without = 0.0;
    // sums with the player are sums without it, shifted; odds <= 1, so that no error grows
    for (std::int64_t shift = (top_ - low_) / weight; shift >= 0; --shift) {
      const std::int64_t last = top_ - shift * weight;
      without = sum(last - weight + 1, last) - odds * without;
    }
    return without / (1.0 - chance_);
  }

 private:
  double sum(std::int64_t first, std::int64_t last) const {
    std::array<double, 4> lane{};
    std::int64_t at = std::max(first, low_);
    const std::int64_t end = std::min(last, high_) + 1;
    for (; at + 4 <= end; at += 4) {
      for (std::int64_t place = 0; place < 4; ++place) lane[place] += mass_[at + place];
    }
    for (; at < end; ++at) lane[0] += mass_[at];
    return (lane[0] + lane[1]) + (lane[2] + lane[3]);
  }

  void add(std::int64_t weight) {
    const std::int64_t high = std::min(high_ + weight, top_);
    // in blocks as long as the weight, from the top, so that no block overlaps with its source
    for (std::int64_t end = high; end >= low_ + weight; end -= weight) {
      const std::int64_t begin = std::max(low_ + weight, end - weight + 1);
      blend(&mass_[begin], &mass_[begin - weight], static_cast<std::size_t>(end - begin + 1));
    }
    const std::int64_t alone = std::min(low_ + weight - 1, high);
    for (std::int64_t at = low_; at <= alone; ++at) mass_[at] *= 1.0 - chance_;
    high_ = high;
    trim();
  }

  void blend(double* __restrict into, const double* __restrict from, std::size_t count) const {
    const double stay = 1.0 - chance_;
    const double join = chance_;
    for (std::size_t at = 0; at < count; ++at) into[at] = stay * into[at] + join * from[at];
  }

  /// Leaves out ends that do not matter, and with them numbers too small for speed.
  void trim() {
    while (high_ > low_ && mass_[high_] < kNegligible) mass_[high_--] = 0.0;
    while (low_ < high_ && mass_[low_] < kNegligible) mass_[low_++] = 0.0;
  }

  const ReducedVote& vote_;
  std::int64_t top_;
  double chance_;
  std::int64_t low_ = 0;
  std::int64_t high_ = 0;
  std::vector<double> mass_;
};

double power(double base, int exponent) {
  double product = 1.0;
  for (int factor = 0; factor < exponent; ++factor) product *= base;
  return product;
}

/// Total and sum of squares of the weights.
struct Moments {
  double total = 0.0;
  double squares = 0.0;
  double largest = 0.0;
};

Moments moments_of(const ReducedVote& vote) {
  Moments moments;
  for (int type = 0; type < vote.types(); ++type) {
    const auto weight = static_cast<double>(vote.weight[0][type]);
    moments.total += vote.count[type] * weight;
    moments.squares += vote.count[type] * weight * weight;
    moments.largest = std::max(moments.largest, weight);
  }
  return moments;
}

/// Whether the sum is so far from [top - weight, top] that nobody is ever pivotal (Hoeffding 1963).
bool is_far(const Moments& moments, std::int64_t top, double chance) {
  const double mean = moments.total * chance;
  const double below = static_cast<double>(top) - 2.0 * moments.largest - mean;
  const double above = mean - moments.largest - static_cast<double>(top);
  const double distance = std::max({below, above, 0.0});
  return 2.0 * distance * distance > kFarAway * moments.squares;
}

/// What one node adds to every type, then to a veto.
std::vector<double> chances_at(const ReducedVote& vote, const Moments& moments, double node) {
  const bool absent = node > 0.5;
  const std::int64_t slack = vote.slack[0];
  // of those who take part, the losing; or of those who are absent, the winning: whichever is rarer
  const std::int64_t top = absent ? slack : total_weight(vote, 0) - slack - 1;
  const double chance = absent ? 1.0 - node : node;
  const double all_vetoes = power(node, vote.vetoes);
  std::vector<double> found(vote.types() + std::size_t{1});
  const bool far = is_far(moments, top, chance);
  if (far && vote.vetoes == 0) return found;
  const Spread spread(vote, top, chance);
  if (!far) {
    for (int type = 0; type < vote.types(); ++type) {
      found[type] = all_vetoes * spread.window(type);
    }
  }
  if (vote.vetoes > 0) {
    const double winning = absent ? spread.within() : 1.0 - spread.within();
    found.back() = power(node, vote.vetoes - 1) * winning;
  }
  return found;
}

}  // namespace

QuadratureRule gauss_legendre(int nodes) {
  expects(0 < nodes, "gauss_legendre: 0 < nodes");
  QuadratureRule rule{std::vector<double>(nodes), std::vector<double>(nodes)};
  for (int node = 0; node < (nodes + 1) / 2; ++node) {
    const bool middle = 2 * node + 1 == nodes;
    double x = middle ? 0.0 : cosine(kPi * (node + 0.75) / (nodes + 0.5));
    for (int step = 0; step < kNewtonSteps && !middle; ++step) {
      const Legendre at = legendre(nodes, x);
      x -= at.value / at.slope;
    }
    const double slope = legendre(nodes, x).slope;
    const double weight = 1.0 / ((1.0 - x) * (1.0 + x) * slope * slope);
    rule.node[node] = 0.5 * (1.0 - x);
    rule.node[nodes - 1 - node] = middle ? 0.5 : 0.5 * (1.0 + x);
    rule.weight[node] = weight;
    rule.weight[nodes - 1 - node] = weight;
  }
  return rule;
}

PivotChances pivot_chances(const ReducedVote& vote, int threads) {
  expects(vote.rules() == 1, "pivot_chances: one rule");
  const QuadratureRule rule = gauss_legendre((vote.players + vote.vetoes + 1) / 2);
  const Moments moments = moments_of(vote);
  const int nodes = static_cast<int>(rule.node.size());
  std::vector<std::vector<double>> at(nodes);
  in_parallel(nodes, threads,
              [&](int node) { at[node] = chances_at(vote, moments, rule.node[node]); });
  PivotChances chances{.type = std::vector<double>(vote.types())};
  for (int node = 0; node < nodes; ++node) {
    for (int type = 0; type < vote.types(); ++type) {
      chances.type[type] += rule.weight[node] * at[node][type];
    }
    chances.veto += rule.weight[node] * at[node].back();
  }
  return chances;
}

double steps_of_pivot_chances(const ReducedVote& vote) {
  const double nodes = 0.5 * (vote.players + vote.vetoes);
  const double cells = 0.5 * static_cast<double>(total_weight(vote, 0));
  return nodes * cells * (vote.players + 0.5 * vote.types());
}

}  // namespace detente
