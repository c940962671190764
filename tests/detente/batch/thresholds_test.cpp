#include "detente/batch/thresholds.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "detente/core/rng.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

Sample sample_with(const std::vector<std::vector<double>>& inputs) {
  Sample sample;
  for (const auto& values : inputs) {
    sample.inputs.push_back({.name = "x", .values = values});
    sample.units.resize(values.size());
  }
  return sample;
}

std::vector<double> draws(std::uint32_t purpose, std::uint32_t n) {
  const Rng rng(11);
  std::vector<double> values;
  for (std::uint32_t draw = 0; draw < n; ++draw) {
    values.push_back(rng.uniform({.purpose = purpose, .draw = draw}));
  }
  return values;
}

}  // namespace

TEST_CASE("a cut beyond which it never happens, whatever else is random") {
  const auto x = draws(1, 1000);
  const auto z = draws(2, 1000);
  std::vector<double> agreed;
  std::int64_t beyond = 0;
  for (std::size_t run = 0; run < x.size(); ++run) {
    agreed.push_back(x[run] <= 0.64 && z[run] < 0.7 ? 1.0 : 0.0);
    beyond += x[run] > 0.64 ? 1 : 0;
  }
  const auto found = thresholds_of(sample_with({z, x, draws(3, 1000)}), agreed);
  REQUIRE(found.size() == 2);  // the other input has a cut of its own
  CHECK(found[0].input != found[1].input);
  for (const Threshold& threshold : found) {
    CHECK(threshold.above);
    CHECK_FALSE(threshold.yes);
    CHECK(threshold.share == 1.0);
    CHECK(threshold.cut == doctest::Approx(threshold.input == 1 ? 0.64 : 0.7).epsilon(0.01));
  }
  const Threshold& own = found[0].input == 1 ? found[0] : found[1];
  CHECK(own.runs == beyond);
  CHECK(own.runs + own.runs_elsewhere == 1000);
  CHECK(own.share_elsewhere == doctest::Approx(0.3).epsilon(0.15));
}

TEST_CASE("what is random has no threshold") {
  const auto z = draws(2, 500);
  std::vector<double> coin;
  for (const double value : z) coin.push_back(value < 0.5 ? 1.0 : 0.0);
  const auto found = thresholds_of(
      sample_with({draws(4, 500), draws(5, 500), draws(6, 500), draws(7, 500)}), coin);
  CHECK(found.empty());
}

TEST_CASE("a settled side below the cut, and one that is nearly settled") {
  std::vector<double> x;
  std::vector<double> yes;
  for (int run = 0; run < 200; ++run) {
    x.push_back(0.01 * run);
    // below 1: always, but for two in a hundred; from 1 on: every other one
    const bool odd_one = run == 20 || run == 70;
    yes.push_back(run < 100 ? (odd_one ? 0.0 : 1.0) : (run % 2 == 0 ? 0.0 : 1.0));
  }
  const auto found = thresholds_of(sample_with({x}), yes);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].above);
  CHECK(found[0].yes);
  CHECK(found[0].cut == doctest::Approx(1.0).epsilon(0.02));
  CHECK(found[0].share == doctest::Approx(0.98).epsilon(0.001));
}

TEST_CASE("too few runs, one value, words, gaps and a metric without a no say nothing") {
  const std::vector<double> four{1, 2, 3, 4};
  CHECK(thresholds_of(sample_with({four}), std::vector<double>{1, 1, 0, 0}).empty());
  const std::vector<double> same(100, 3.0);
  std::vector<double> half(100, 0.0);
  for (std::size_t run = 0; run < 50; ++run) half[run] = 1.0;
  CHECK(thresholds_of(sample_with({same}), half).empty());
  CHECK(thresholds_of(sample_with({draws(1, 100)}), std::vector<double>(100, 1.0)).empty());
  std::vector<double> rising;
  for (int run = 0; run < 100; ++run) rising.push_back(run);
  CHECK(thresholds_of(sample_with({rising}), half).size() == 2);
  Sample words = sample_with({rising});
  words.inputs[0].words.assign(100, "w");
  CHECK(thresholds_of(words, half).empty());
  std::vector<double> gaps = half;
  gaps[10] = std::numeric_limits<double>::quiet_NaN();
  CHECK(thresholds_of(sample_with({rising}), gaps)[0].runs_elsewhere +
            thresholds_of(sample_with({rising}), gaps)[0].runs ==
        99);
}

TEST_CASE("the plainest decimal between two numbers parts the same runs") {
  CHECK(plainest_between(0.6437, 0.6441, false) == 0.644);
  CHECK(plainest_between(0.64, 0.66, false) == 0.64);
  CHECK(plainest_between(0.64, 0.66, true) == 0.66);
  CHECK(plainest_between(0.6, 1.3, false) == 1.0);
  CHECK(plainest_between(-0.37, -0.32, false) == -0.37);
  CHECK(plainest_between(0.1 + 0.2, 0.31, false) == doctest::Approx(0.305).epsilon(0.02));
  CHECK(plainest_between(12.0, 18.0, true) == 18.0);
  for (std::uint32_t draw = 0; draw < 200; ++draw) {
    const double low = Rng(9).uniform({.purpose = 1, .draw = draw});
    const double high = low + 1e-3 * Rng(9).uniform({.purpose = 2, .draw = draw}) + 1e-9;
    const double above = plainest_between(low, high, false);
    CHECK(low <= above);
    CHECK(above < high);
    const double below = plainest_between(low, high, true);
    CHECK(low < below);
    CHECK(below <= high);
  }
}
