// Indices against functions whose indices are known: Ishigami & Homma, "An importance
// quantification technique in uncertainty analysis for computer models", ISUMA 1990; Sobol' G:
// Saltelli & Sobol', "About the use of rank transformation in sensitivity analysis of model
// output", Reliability Engineering & System Safety 50 (1995); both in Saltelli et al., Global
// Sensitivity Analysis: The Primer (2008).

#include "detente/batch/sobol_indices.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include "detente/core/rng.hpp"

using detente::Estimate;
using detente::SaltelliOutcomes;
using detente::sobol_indices;
using detente::SobolIndices;

namespace {

constexpr double kPi = 3.14159265358979323846;

using Function = std::function<double(const std::vector<double>&)>;

/// The outcomes of a function at random base points of the unit cube.
struct Design {
  std::vector<double> a{};
  std::vector<double> b{};
  std::vector<std::vector<double>> ab{};

  SaltelliOutcomes outcomes() const { return {a, b, {ab.begin(), ab.end()}}; }
};

Design design_of(const Function& function, std::uint32_t inputs, std::uint32_t points,
                 std::uint64_t seed = 5) {
  const detente::Rng rng(seed);
  Design design;
  design.ab.resize(inputs);
  for (std::uint32_t point = 0; point < points; ++point) {
    std::vector<double> a(inputs);
    std::vector<double> b(inputs);
    for (std::uint32_t input = 0; input < inputs; ++input) {
      a[input] = rng.uniform({.actor = input, .draw = point});
      b[input] = rng.uniform({.actor = inputs + input, .draw = point});
    }
    design.a.push_back(function(a));
    design.b.push_back(function(b));
    for (std::uint32_t input = 0; input < inputs; ++input) {
      std::vector<double> mixed = a;
      mixed[input] = b[input];
      design.ab[input].push_back(function(mixed));
    }
  }
  return design;
}

double ishigami(const std::vector<double>& place) {
  const auto angle = [&](std::size_t input) { return kPi * (2.0 * place[input] - 1.0); };
  const double second = std::sin(angle(1));
  return std::sin(angle(0)) + 7.0 * second * second +
         0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

const std::vector<double> kWeights{0, 1, 4.5, 9, 99, 99, 99, 99};

double sobol_g(const std::vector<double>& place) {
  double product = 1.0;
  for (std::size_t input = 0; input < place.size(); ++input) {
    product *= (std::abs(4.0 * place[input] - 2.0) + kWeights[input]) / (1.0 + kWeights[input]);
  }
  return product;
}

/// Within 0.06, some three standard errors of the noisiest of these estimates at 4,096 points, and
/// within 1.6 times its own interval (99.8 % of all draws).
void check_near(const Estimate& estimate, double exact, double bound = 0.06) {
  CHECK(std::abs(estimate.value - exact) <= bound);
  const double slack = 1e-12;
  CHECK(estimate.value - exact <= 1.6 * (estimate.value - estimate.interval.low) + slack);
  CHECK(exact - estimate.value <= 1.6 * (estimate.interval.high - estimate.value) + slack);
  CHECK(estimate.interval.low <= estimate.interval.high);
}

void check_all(const SobolIndices& indices, const std::vector<double>& first,
               const std::vector<double>& total) {
  REQUIRE(indices.first.size() == first.size());
  for (std::size_t input = 0; input < first.size(); ++input) {
    CAPTURE(input);
    check_near(indices.first[input], first[input]);
    check_near(indices.total[input], total[input]);
  }
}

}  // namespace

TEST_CASE("indices of Ishigami's function at 4,096 base points") {
  const auto indices = sobol_indices(design_of(ishigami, 3, 4096).outcomes(), 1);
  REQUIRE(indices);
  check_all(*indices, {0.3139, 0.4424, 0.0}, {0.5576, 0.4424, 0.2437});
  CHECK(indices->mean == doctest::Approx(3.5).epsilon(0.03));
  CHECK(indices->variance == doctest::Approx(13.8446).epsilon(0.05));
  CHECK(indices->first[2].interval.contains(0.0));
  CHECK(indices->base_points == 4096);
}

TEST_CASE("indices of Sobol's G function with eight inputs") {
  std::vector<double> part;
  for (const double weight : kWeights) part.push_back(1.0 / 3.0 / (1.0 + weight) / (1.0 + weight));
  double product = 1.0;
  for (const double one : part) product *= 1.0 + one;
  std::vector<double> first;
  std::vector<double> total;
  for (const double one : part) {
    first.push_back(one / (product - 1.0));
    total.push_back(one * product / (1.0 + one) / (product - 1.0));
  }
  CHECK(first[0] == doctest::Approx(0.7165).epsilon(1e-3));
  const auto indices = sobol_indices(design_of(sobol_g, 8, 4096).outcomes(), 1);
  REQUIRE(indices);
  check_all(*indices, first, total);
}

TEST_CASE("a constant output has no indices, and one input alone has all of it") {
  const auto nothing = [](const std::vector<double>&) { return 0.1 + 0.2; };
  CHECK_FALSE(sobol_indices(design_of(nothing, 3, 64).outcomes(), 1));
  CHECK_FALSE(sobol_indices(design_of(ishigami, 3, 1).outcomes(), 1));
  const auto alone = [](const std::vector<double>& place) { return place[1]; };
  const auto indices = sobol_indices(design_of(alone, 3, 2048).outcomes(), 1);
  REQUIRE(indices);
  check_near(indices->first[1], 1.0);
  check_near(indices->total[1], 1.0);
  for (const std::size_t idle : {0U, 2U}) {
    CHECK(indices->first[idle].value == 0.0);
    CHECK(indices->total[idle].value == 0.0);
    CHECK(indices->total[idle].interval.contains(0.0));
  }
}

TEST_CASE("a sum of two equal inputs is shared in halves, also of a yes or no") {
  const auto sum = [](const std::vector<double>& place) { return place[0] + place[1]; };
  const auto halves = sobol_indices(design_of(sum, 2, 4096).outcomes(), 1);
  REQUIRE(halves);
  check_all(*halves, {0.5, 0.5}, {0.5, 0.5});
  // both must be large: p = 1/4, V = 3/16, V_i = Var(1/2 or 0) = 1/16
  const auto both = [](const std::vector<double>& place) {
    return place[0] > 0.5 && place[1] > 0.5 ? 1.0 : 0.0;
  };
  const auto thirds = sobol_indices(design_of(both, 2, 4096).outcomes(), 1);
  REQUIRE(thirds);
  check_all(*thirds, {1.0 / 3.0, 1.0 / 3.0}, {2.0 / 3.0, 2.0 / 3.0});
}

TEST_CASE("indices move with neither the place nor the scale of the output") {
  const Design plain = design_of(ishigami, 3, 512);
  const Design moved = design_of(
      [](const std::vector<double>& place) { return 1e6 + 1e-3 * ishigami(place); }, 3, 512);
  const auto one = sobol_indices(plain.outcomes(), 1, 50);
  const auto other = sobol_indices(moved.outcomes(), 1, 50);
  REQUIRE(one);
  REQUIRE(other);
  for (std::size_t input = 0; input < 3; ++input) {
    CHECK(one->first[input].value == doctest::Approx(other->first[input].value).epsilon(1e-5));
    CHECK(one->total[input].interval.high ==
          doctest::Approx(other->total[input].interval.high).epsilon(1e-5));
  }
}

TEST_CASE("the bootstrap is a function of its seed alone") {
  const Design design = design_of(ishigami, 3, 256);
  const auto one = sobol_indices(design.outcomes(), 7, 200);
  const auto same = sobol_indices(design.outcomes(), 7, 200);
  const auto other = sobol_indices(design.outcomes(), 8, 200);
  CHECK(one->first[0].interval.low == same->first[0].interval.low);
  CHECK(one->total[2].interval.high == same->total[2].interval.high);
  CHECK(one->first[0].value == other->first[0].value);
  CHECK(one->first[0].interval.low != other->first[0].interval.low);
}

TEST_CASE("more base points than groups are drawn by groups") {
  const auto sum = [](const std::vector<double>& place) { return place[0] + 2.0 * place[1]; };
  const auto indices = sobol_indices(design_of(sum, 2, 9000).outcomes(), 1, 100);
  REQUIRE(indices);
  CHECK(indices->base_points == 9000);
  check_all(*indices, {0.2, 0.8}, {0.2, 0.8});
}
