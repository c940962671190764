#include "detente/study/statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "detente/core/rng.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

/// n uniform draws of a purpose of its own.
std::vector<double> draws(std::uint32_t purpose, std::uint32_t n, std::uint64_t seed = 3) {
  const Rng rng(seed);
  std::vector<double> values;
  for (std::uint32_t draw = 0; draw < n; ++draw) {
    values.push_back(rng.uniform({.purpose = purpose, .draw = draw}));
  }
  return values;
}

Classes classes(const std::vector<double>& values) {
  return classes_of(values, order_of(values), 12);
}

}  // namespace

TEST_CASE("ranks: ties share the mean of their places, gaps have none") {
  const std::vector<double> values{3.0, 1.0, kNone, 3.0, 2.0, 3.0};
  const auto ranks = ranks_of(values, order_of(values));
  CHECK(ranks[1] == 1.0);
  CHECK(ranks[4] == 2.0);
  for (const std::size_t tied : {0U, 3U, 5U}) CHECK(ranks[tied] == 4.0);
  CHECK(std::isnan(ranks[2]));
}

TEST_CASE("rank correlation by hand") {
  // ranks 1 2.5 2.5 4 5 and 2 1 3.5 3.5 5: sum of products of deviations 7.25; squares 9.5, 9.5
  const auto tied =
      rank_correlation(std::vector<double>{1, 2, 2, 3, 9}, std::vector<double>{5, 4, 7, 7, 8});
  REQUIRE(tied);
  CHECK(tied->value == doctest::Approx(7.25 / 9.5).epsilon(1e-12));
  // z = atanh(r), se = sqrt((1 + r^2 / 2) / 2)
  const double r = 7.25 / 9.5;
  const double half = 1.959963984540054 * std::sqrt((1.0 + r * r / 2.0) / 2.0);
  CHECK(tied->interval.low == doctest::Approx(std::tanh(std::atanh(r) - half)).epsilon(1e-12));
  CHECK(tied->interval.high == doctest::Approx(std::tanh(std::atanh(r) + half)).epsilon(1e-12));
  const std::vector<double> rising{1, 2, 3, 4, 5};
  const auto curved = rank_correlation(rising, std::vector<double>{1, 8, 27, 64, 125});
  CHECK(curved->value == 1.0);
  CHECK(rank_correlation(rising, std::vector<double>{5, 4, 3, 2, 1})->value == -1.0);
}

TEST_CASE("rank correlation: gaps, constants and too few rows") {
  const auto gaps = rank_correlation(std::vector<double>{1, kNone, 2, 3, 4, 9},
                                     std::vector<double>{1, 99, 2, 3, 4, kNone});
  REQUIRE(gaps);
  CHECK(gaps->value == 1.0);
  CHECK_FALSE(rank_correlation(std::vector<double>{1, 2, 3, 4}, std::vector<double>{2, 2, 2, 2}));
  CHECK_FALSE(rank_correlation(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2, 3}));
}

TEST_CASE("Wilson's interval against Newcombe's printed values") {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3
  const Estimate some = share_of(81.0 / 263.0, 263.0);
  CHECK(some.interval.low == doctest::Approx(0.2553).epsilon(2e-4));
  CHECK(some.interval.high == doctest::Approx(0.3662).epsilon(2e-4));
  const Estimate none = share_of(0.0, 20.0);
  CHECK(none.interval.low == 0.0);
  CHECK(none.interval.high == doctest::Approx(0.1611).epsilon(5e-4));
  CHECK(share_of(1.0, 29.0).interval.high == 1.0);
}

TEST_CASE("quantiles: the first value whose running weight is enough") {
  const std::vector<double> values{10, 20, 30, 40};
  const std::vector<double> even{1, 1, 1, 1};
  CHECK(weighted_quantile(values, even, 0.5) == 20.0);
  CHECK(weighted_quantile(values, even, 0.51) == 30.0);
  CHECK(weighted_quantile(values, even, 0.05) == 10.0);
  CHECK(weighted_quantile(values, even, 1.0) == 40.0);
  CHECK(weighted_quantile(values, std::vector<double>{0.1, 0.1, 0.1, 0.7}, 0.25) == 30.0);
}

TEST_CASE("classes: one for each of few values, else of equal size with equal values together") {
  const auto few = classes({5, 1, kNone, 5, 3});
  CHECK(few.count == 3);
  CHECK(few.of == std::vector<int>{2, 0, -1, 2, 1});
  const auto many = draws(1, 1000);
  const Classes equal = classes(many);
  CHECK(equal.count == 20);
  std::vector<int> sizes(20);
  for (const int own : equal.of) ++sizes[own];
  for (const int size : sizes) CHECK(size == 50);
  std::vector<double> lumpy = many;
  for (std::size_t row = 0; row < 500; ++row) lumpy[row] = 0.5;
  const Classes lumps = classes(lumpy);
  for (std::size_t row = 0; row < 500; ++row) CHECK(lumps.of[row] == lumps.of[0]);
}

TEST_CASE("first-order shares by classes: half and half, nothing, all") {
  const auto x = draws(1, 4000);
  const auto z = draws(2, 4000);
  std::vector<double> sum;
  for (std::size_t row = 0; row < x.size(); ++row) sum.push_back(x[row] + z[row]);
  const auto half = first_order_by_classes(classes(x), sum);
  REQUIRE(half);
  CHECK(half->value == doctest::Approx(0.5).epsilon(0.05));
  CHECK(half->interval.contains(0.5));
  CHECK(half->interval.high - half->interval.low < 0.08);
  const auto nothing = first_order_by_classes(classes(draws(3, 4000)), sum);
  REQUIRE(nothing);
  CHECK(nothing->interval.contains(0.0));
  CHECK(std::abs(nothing->value) < 0.01);
  CHECK(first_order_by_classes(classes(x), x)->value > 0.99);
  CHECK_FALSE(first_order_by_classes(classes(x), std::vector<double>(4000, 0.3)));
}

TEST_CASE("the interval of a first-order share covers it in about 95 of 100 samples") {
  int covered = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto x = draws(1, 500, seed);
    const auto z = draws(2, 500, seed);
    std::vector<double> yes;
    for (std::size_t row = 0; row < x.size(); ++row) {
      yes.push_back(x[row] > 0.5 && z[row] > 0.5 ? 1.0 : 0.0);
    }
    covered += first_order_by_classes(classes(x), yes)->interval.contains(1.0 / 3.0) ? 1 : 0;
  }
  CHECK(covered >= 88);
}

TEST_CASE("a bootstrap draws as many as there are, by seed and number") {
  std::vector<int> one(1001);
  std::vector<int> other(1001);
  resample_counts(1, 0, one);
  int drawn = 0;
  int never = 0;
  for (const int count : one) {
    drawn += count;
    never += count == 0 ? 1 : 0;
  }
  CHECK(drawn == 1001);
  CHECK(never == doctest::Approx(1001 / std::exp(1.0)).epsilon(0.1));
  resample_counts(1, 0, other);
  CHECK(one == other);
  resample_counts(1, 1, other);
  CHECK(one != other);
  std::vector<double> values;
  for (int value = 1000; value > 0; --value) values.push_back(value);
  CHECK(percentile_interval(values).low == 25.0);
  CHECK(percentile_interval(values).high == 975.0);
}
