#include "detente/batch/sobol_indices.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/core/contract.hpp"
#include "detente/study/statistics.hpp"

namespace detente {
namespace {

constexpr std::size_t kMostGroups = 4096;

/// The sums that all indices are made of. Of A and B: n, their sum and the sum of their squares;
/// then three for each input.
class Sums {
 public:
  explicit Sums(std::size_t inputs) : sums_(kShared + kPerInput * inputs) {}

  void clear() { std::fill(sums_.begin(), sums_.end(), 0.0); }

  void add(const SaltelliOutcomes& outcomes, std::size_t point, double centre) {
    const double a = outcomes.a[point] - centre;
    const double b = outcomes.b[point] - centre;
    sums_[0] += 1.0;
    sums_[1] += a + b;
    sums_[2] += a * a + b * b;
    double* own = &sums_[kShared];
    for (const auto& column : outcomes.ab) {
      const double change = column[point] - centre - a;
      own[0] += b * change;
      own[1] += change;
      own[2] += change * change;
      own += kPerInput;
    }
  }

  void add(const Sums& other, double times) {
    for (std::size_t place = 0; place < sums_.size(); ++place) {
      sums_[place] += times * other.sums_[place];
    }
  }

  double mean() const { return sums_[1] / (2.0 * sums_[0]); }
  double variance() const { return sums_[2] / (2.0 * sums_[0]) - mean() * mean(); }
  double first(std::size_t input) const {
    const double* own = &sums_[kShared + kPerInput * input];
    return (own[0] - mean() * own[1]) / sums_[0] / variance();
  }
  double total(std::size_t input) const {
    return sums_[kShared + kPerInput * input + 2] / (2.0 * sums_[0]) / variance();
  }

 private:
  static constexpr std::size_t kShared = 3;
  static constexpr std::size_t kPerInput = 3;
  std::vector<double> sums_;
};

bool no_spread(const SaltelliOutcomes& outcomes) {
  std::vector<double> both(outcomes.a.begin(), outcomes.a.end());
  both.insert(both.end(), outcomes.b.begin(), outcomes.b.end());
  return is_constant(both);
}

double centre_of(const SaltelliOutcomes& outcomes) {
  double sum = 0.0;
  for (std::size_t point = 0; point < outcomes.a.size(); ++point) {
    sum += outcomes.a[point] + outcomes.b[point];
  }
  return sum / (2.0 * static_cast<double>(outcomes.a.size()));
}

std::vector<Sums> groups_of(const SaltelliOutcomes& outcomes, double centre) {
  const std::size_t points = outcomes.a.size();
  const std::size_t count = std::min(points, kMostGroups);
  std::vector<Sums> groups(count, Sums(outcomes.ab.size()));
  for (std::size_t point = 0; point < points; ++point) {
    groups[point * count / points].add(outcomes, point, centre);
  }
  return groups;
}

/// The indices of every bootstrap sample, by input.
struct Drawn {
  std::vector<std::vector<double>> first{};
  std::vector<std::vector<double>> total{};
};

Drawn resampled(const std::vector<Sums>& groups, std::size_t inputs, std::uint64_t seed,
                int resamples) {
  Drawn drawn{std::vector<std::vector<double>>(inputs), std::vector<std::vector<double>>(inputs)};
  std::vector<int> counts(groups.size());
  Sums sums(inputs);
  for (int resample = 0; resample < resamples; ++resample) {
    resample_counts(seed, static_cast<std::uint32_t>(resample), counts);
    sums.clear();
    for (std::size_t group = 0; group < groups.size(); ++group) {
      if (counts[group] > 0) sums.add(groups[group], counts[group]);
    }
    if (!(sums.variance() > 0.0)) continue;  // nothing but equal outcomes drawn
    for (std::size_t input = 0; input < inputs; ++input) {
      drawn.first[input].push_back(sums.first(input));
      drawn.total[input].push_back(sums.total(input));
    }
  }
  return drawn;
}

Estimate estimate(double value, const std::vector<double>& drawn) {
  return {value, drawn.empty() ? Interval{value, value} : percentile_interval(drawn)};
}

}  // namespace

std::optional<SobolIndices> sobol_indices(const SaltelliOutcomes& outcomes, std::uint64_t seed,
                                          int resamples) {
  const std::size_t points = outcomes.a.size();
  const std::size_t inputs = outcomes.ab.size();
  expects(outcomes.b.size() == points &&
              std::all_of(outcomes.ab.begin(), outcomes.ab.end(),
                          [&](const auto& column) { return column.size() == points; }),
          "sobol_indices: all of one length");
  if (points < 2 || no_spread(outcomes)) return {};
  const double centre = centre_of(outcomes);
  const std::vector<Sums> groups = groups_of(outcomes, centre);
  Sums whole(inputs);
  for (const Sums& group : groups) whole.add(group, 1.0);
  const Drawn drawn = resampled(groups, inputs, seed, resamples);
  SobolIndices indices{.mean = centre + whole.mean(),
                       .variance = whole.variance(),
                       .base_points = static_cast<int>(points),
                       .resamples = resamples};
  for (std::size_t input = 0; input < inputs; ++input) {
    indices.first.push_back(estimate(whole.first(input), drawn.first[input]));
    indices.total.push_back(estimate(whole.total(input), drawn.total[input]));
  }
  return indices;
}

}  // namespace detente
