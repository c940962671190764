#include "detente/bargain/packages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "detente/bargain/aspiration.hpp"
#include "detente/core/contract.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

TEST_CASE("package indices count the last issue fastest") {
  const PackageGrid grid({2, 3, 4});
  CHECK(grid.packages() == 24);
  CHECK(grid.index(std::vector{1, 2, 3}) == 23);
  CHECK(grid.index(std::vector{0, 1, 2}) == 6);
  CHECK(grid.option(6, 0) == 0);
  CHECK(grid.option(6, 1) == 1);
  CHECK(grid.option(6, 2) == 2);
  CHECK(grid.with(6, 0, 1) == 18);
  CHECK(grid.with(18, 2, 0) == 16);
  CHECK(PackageGrid({}).packages() == 1);
  CHECK_THROWS_AS(PackageGrid({5000, 5000}), ContractViolation);
  CHECK_THROWS_AS(PackageGrid({3, 0}), ContractViolation);
}

TEST_CASE("utilities sum the terms in order, fixed issues included") {
  const AdditiveScores scores{{{0.1, 0.2}, {0.3}, {0.0, 0.05, 0.4}}};
  const PackageGrid grid({2, 3});
  const auto sums = utilities(grid, scores);
  REQUIRE(sums.size() == 6);
  CHECK(sums[0] == (0.1 + 0.3) + 0.0);
  CHECK(sums[4] == (0.2 + 0.3) + 0.05);
  CHECK(sums[5] == (0.2 + 0.3) + 0.4);
  const Extremes range = extremes(scores);
  CHECK(range.least == *std::min_element(sums.begin(), sums.end()));
  CHECK(range.most == *std::max_element(sums.begin(), sums.end()));
  CHECK_THROWS_AS(utilities(PackageGrid({2, 2}), scores), ContractViolation);
}

TEST_CASE("the aspiration curve (Faratin, Sierra & Jennings 1998): ends and middle") {
  const TimeCurve steady{.e = 1.0, .start = 1.0, .margin = 0.0};
  CHECK(aspiration(steady, 0.0, 0.4, 0.9) == 0.9);
  CHECK(aspiration(steady, 0.5, 0.4, 0.9) == doctest::Approx(0.65));
  CHECK(aspiration(steady, 1.0, 0.4, 0.9) == 0.4);
  CHECK(aspiration({.e = 4.0, .start = 1.0, .margin = 0.0}, 0.5, 0.0, 1.0) == 1.0 - 0.0625);
  CHECK(aspiration({.e = 0.25, .start = 1.0, .margin = 0.0}, 0.0625, 0.0, 1.0) == 0.5);
  CHECK(aspiration({.e = 1.0, .start = 0.9, .margin = 0.001}, 0.0, 0.0, 1.0) ==
        doctest::Approx(0.899));
}
