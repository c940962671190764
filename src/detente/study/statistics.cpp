#include "detente/study/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/core/numerics.hpp"
#include "detente/core/rng.hpp"

namespace detente {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kTwoSided = 1.959963984540054;  // of a standard normal, for 95 %
constexpr std::uint32_t kPurpose = 21;           // draws apart from those of other studies
constexpr int kMostClasses = 50;
constexpr std::size_t kMostGroups = 200;

double mean_of_pairs(std::span<const double> x, std::span<const double> other, std::size_t n) {
  double sum = 0.0;
  for (std::size_t row = 0; row < x.size(); ++row) {
    if (!std::isnan(x[row]) && !std::isnan(other[row])) sum += x[row];
  }
  return sum / static_cast<double>(n);
}

std::size_t pairs_in(std::span<const double> x, std::span<const double> y) {
  std::size_t n = 0;
  for (std::size_t row = 0; row < x.size(); ++row) {
    if (!std::isnan(x[row]) && !std::isnan(y[row])) ++n;
  }
  return n;
}

/// Pearson's correlation over the rows with both; NaN where one is constant.
double correlation(std::span<const double> x, std::span<const double> y, std::size_t n) {
  const double mean_x = mean_of_pairs(x, y, n);
  const double mean_y = mean_of_pairs(y, x, n);
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t row = 0; row < x.size(); ++row) {
    if (std::isnan(x[row]) || std::isnan(y[row])) continue;
    const double dx = x[row] - mean_x;
    const double dy = y[row] - mean_y;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (xx <= 0.0 || yy <= 0.0) return kNone;
  return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

double hyperbolic_tangent(double z) {
  const double both = portable_exp(2.0 * std::clamp(z, -300.0, 300.0));
  return 1.0 - 2.0 / (both + 1.0);
}

Interval fisher_interval(double r, std::size_t n) {
  if (std::abs(r) >= 1.0) return {r, r};
  const double z = 0.5 * portable_log((1.0 + r) / (1.0 - r));
  const double half = kTwoSided * std::sqrt((1.0 + r * r / 2.0) / (static_cast<double>(n) - 3.0));
  return {hyperbolic_tangent(z - half), hyperbolic_tangent(z + half)};
}

std::vector<double> ranked(std::span<const double> values) {
  return ranks_of(values, order_of(values));
}

/// How many values differ, counted up to one more than `most`.
int distinct_values(std::span<const double> values, std::span<const int> order, int most) {
  int distinct = order.empty() ? 0 : 1;
  for (std::size_t place = 1; place < order.size() && distinct <= most; ++place) {
    if (values[order[place]] != values[order[place - 1]]) ++distinct;
  }
  return distinct;
}

/// Rows, their sum and the sum of their squares in one class or in all.
struct Tally {
  double n = 0.0;
  double sum = 0.0;

  void add(double value) {
    n += 1.0;
    sum += value;
  }
};

/// What first_order_by_classes() needs of the rows of one group, or of all.
struct ClassSums {
  explicit ClassSums(int count) : classes(count) {}

  std::vector<Tally> classes;
  Tally all{};
  double squares = 0.0;
};

/// The correlation ratio of all rows but those of `without`; NaN where there is none.
double ratio(const ClassSums& whole, const ClassSums* without) {
  const auto less = [&](const Tally& tally, const Tally* taken) {
    return taken == nullptr ? tally : Tally{tally.n - taken->n, tally.sum - taken->sum};
  };
  const Tally all = less(whole.all, without != nullptr ? &without->all : nullptr);
  const double squares = whole.squares - (without != nullptr ? without->squares : 0.0);
  double between = 0.0;
  int classes = 0;
  for (std::size_t place = 0; place < whole.classes.size(); ++place) {
    const Tally own =
        less(whole.classes[place], without != nullptr ? &without->classes[place] : nullptr);
    if (own.n < 0.5) continue;
    between += own.sum * own.sum / own.n;
    ++classes;
  }
  const double inside = squares - between;
  const double total = squares - all.sum * all.sum / all.n;
  if (all.n <= classes || total <= 0.0) return kNone;
  return 1.0 - (inside / (all.n - classes)) / (total / (all.n - 1.0));
}

/// A group for a row, so that neither neighbours nor rows at even distances come together.
std::size_t scattered(std::size_t row, std::size_t groups) {
  const auto mixed = static_cast<std::uint32_t>(row * 2654435769U);  // 2^32 / golden ratio
  return static_cast<std::size_t>(std::uint64_t{mixed} * groups >> 32U);
}

/// Half the width of a 95 % interval, from what the number is without each group.
double jackknife(std::span<const double> without) {
  const auto n = static_cast<double>(without.size());
  const double mean = std::accumulate(without.begin(), without.end(), 0.0) / n;
  double squares = 0.0;
  for (const double value : without) squares += (value - mean) * (value - mean);
  return kTwoSided * std::sqrt((n - 1.0) / n * squares);
}

double mean_without_gaps(std::span<const double> y) {
  double sum = 0.0;
  double n = 0.0;
  for (const double value : y) {
    if (std::isnan(value)) continue;
    sum += value;
    n += 1.0;
  }
  return sum / n;
}

}  // namespace

std::vector<int> order_of(std::span<const double> values) {
  std::vector<std::pair<double, int>> sorted;  // side by side, which is what makes it fast
  sorted.reserve(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!std::isnan(values[row])) sorted.emplace_back(values[row], static_cast<int>(row));
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<int> order;
  order.reserve(sorted.size());
  for (const auto& [value, row] : sorted) order.push_back(row);
  return order;
}

std::vector<double> ranks_of(std::span<const double> values, std::span<const int> order) {
  std::vector<double> ranks(values.size(), kNone);
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    // places first + 1 to end
    const double shared = (static_cast<double>(first) + 1.0 + static_cast<double>(end)) / 2.0;
    for (; first < end; ++first) ranks[order[first]] = shared;
  }
  return ranks;
}

std::optional<Estimate> correlation_of_ranks(std::span<const double> x, std::span<const double> y) {
  expects(x.size() == y.size(), "correlation_of_ranks: columns of one length");
  const std::size_t n = pairs_in(x, y);
  if (n < 4) return {};
  const double r = correlation(x, y, n);
  if (std::isnan(r)) return {};
  return Estimate{r, fisher_interval(r, n)};
}

std::optional<Estimate> rank_correlation(std::span<const double> x, std::span<const double> y) {
  expects(x.size() == y.size(), "rank_correlation: columns of one length");
  std::vector<double> own_x;
  std::vector<double> own_y;
  for (std::size_t row = 0; row < x.size(); ++row) {
    if (std::isnan(x[row]) || std::isnan(y[row])) continue;
    own_x.push_back(x[row]);
    own_y.push_back(y[row]);
  }
  return correlation_of_ranks(ranked(own_x), ranked(own_y));
}

Estimate share_of(double share, double n, double z) {
  expects(n > 0.0 && 0.0 <= share && share <= 1.0, "share_of: 0 <= share <= 1 of n > 0");
  const double squared = z * z;
  const double middle = (share + squared / (2.0 * n)) / (1.0 + squared / n);
  const double half =
      z / (1.0 + squared / n) * std::sqrt(share * (1.0 - share) / n + squared / (4.0 * n * n));
  // at the ends the formula gives them up to rounding
  const double low = share == 0.0 ? 0.0 : std::max(0.0, middle - half);
  const double high = share == 1.0 ? 1.0 : std::min(1.0, middle + half);
  return {share, {low, high}};
}

double weighted_quantile(std::span<const double> values, std::span<const double> weights,
                         double q) {
  expects(!values.empty() && values.size() == weights.size(), "weighted_quantile: one weight each");
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  double running = 0.0;
  for (std::size_t place = 0; place < values.size(); ++place) {
    running += weights[place];
    if (running >= q * total - 1e-12 * total) return values[place];
  }
  return values.back();
}

Classes classes_of(std::span<const double> values, std::span<const int> order, int most_values) {
  Classes classes;
  classes.of.assign(values.size(), -1);
  const auto n = static_cast<double>(order.size());
  const bool by_value = distinct_values(values, order, most_values) <= most_values;
  int wanted = 2;
  while (wanted < kMostClasses && (wanted + 1.0) * (wanted + 1.0) * (wanted + 1.0) <= 8.0 * n)
    ++wanted;
  int last = -1;
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first;
    // equal values go where the first of them goes
    const int place = static_cast<int>(std::floor(static_cast<double>(first) * wanted / n));
    if (by_value || place != last) ++classes.count;
    last = place;
    while (end < order.size() && values[order[end]] == values[order[first]]) {
      classes.of[order[end++]] = classes.count - 1;
    }
    first = end;
  }
  return classes;
}

std::optional<Estimate> first_order_by_classes(const Classes& classes, std::span<const double> y) {
  expects(classes.of.size() == y.size(), "first_order_by_classes: a class for each row");
  if (classes.count < 2 || is_constant(y)) return {};
  const double centre = mean_without_gaps(y);
  ClassSums whole(classes.count);
  std::vector<ClassSums> groups(std::min(kMostGroups, y.size()), ClassSums(classes.count));
  for (std::size_t row = 0; row < y.size(); ++row) {
    if (classes.of[row] < 0 || std::isnan(y[row])) continue;
    const double value = y[row] - centre;  // so that no digits are lost in the squares
    for (ClassSums* const sums : {&whole, &groups[scattered(row, groups.size())]}) {
      sums->classes[classes.of[row]].add(value);
      sums->all.add(value);
      sums->squares += value * value;
    }
  }
  const double value = ratio(whole, nullptr);
  if (std::isnan(value)) return {};
  std::vector<double> without;
  for (const ClassSums& group : groups) {
    const double rest = group.all.n > 0.5 ? ratio(whole, &group) : kNone;
    if (!std::isnan(rest)) without.push_back(rest);
  }
  if (without.size() < 2) return {};
  const double half = jackknife(without);
  return Estimate{value, {value - half, value + half}};
}

void resample_counts(std::uint64_t seed, std::uint32_t resample, std::vector<int>& counts) {
  const std::uint64_t units = counts.size();
  std::fill(counts.begin(), counts.end(), 0);
  const std::array key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
  std::array<std::uint32_t, 4> words{};
  for (std::uint32_t draw = 0; draw < units; ++draw) {
    if (draw % 4 == 0) words = Rng::philox({draw / 4, kPurpose << 16U, 0, resample}, key);
    ++counts[static_cast<std::size_t>(words.at(draw % 4) * units >> 32U)];
  }
}

Interval percentile_interval(std::vector<double> values) {
  expects(!values.empty(), "percentile_interval: there are values");
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const auto at = [&](double share) {
    const double place = std::ceil(share * n - 1e-9) - 1.0;
    return values[static_cast<std::size_t>(std::clamp(place, 0.0, n - 1.0))];
  };
  return {at(0.025), at(0.975)};
}

bool is_constant(std::span<const double> values) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  return !(high - low > 1e-12 * std::max(std::abs(low), std::abs(high)));
}

}  // namespace detente
