// The order of a party's packages against a plain sort.

#include "detente/bargain/order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "detente/core/rng.hpp"

namespace {

constexpr double kForbidden = -std::numeric_limits<double>::infinity();

/// How the draws of a case are spread.
enum class Shape { even, few_values, one_value, far_apart, crowded, with_red_lines };

double shaped(Shape shape, double draw) {
  switch (shape) {
    case Shape::even:
      return draw;
    case Shape::few_values:
      return std::floor(draw * 7) / 7;
    case Shape::one_value:
      return 0.25;
    case Shape::far_apart:
      return draw < 0.5 ? draw * 1e-12 : draw;
    case Shape::crowded:
      return std::pow(draw, 12.0);
    case Shape::with_red_lines:
      break;
  }
  return draw < 0.3 ? kForbidden : std::floor(draw * 50) / 50;
}

std::vector<int> sorted(const std::vector<double>& utility) {
  std::vector<int> packages;
  for (int package = 0; package < std::ssize(utility); ++package) {
    if (utility[package] != kForbidden) packages.push_back(package);
  }
  std::stable_sort(packages.begin(), packages.end(),
                   [&](int a, int b) { return utility[a] < utility[b]; });
  return packages;
}

void check(const std::vector<double>& utility) {
  const detente::Order order(utility);
  const std::vector<int> packages = sorted(utility);
  REQUIRE(order.size() == std::ssize(packages));
  bool equal = true;
  for (int place = 0; place < order.size(); ++place) {
    equal = equal && order.package(place) == packages[place] &&
            order.worth(place) == utility[packages[place]];
  }
  CHECK(equal);
  std::vector<int> from_top = packages;
  std::stable_sort(from_top.begin(), from_top.end());
  std::stable_sort(from_top.begin(), from_top.end(),
                   [&](int a, int b) { return utility[a] > utility[b]; });
  bool ranked = true;
  for (int rank = 0; rank < order.size(); ++rank) {
    ranked = ranked && order.from_top(rank) == from_top[rank];
  }
  CHECK(ranked);
  for (const double target : {-1.0, 0.0, 0.2, 0.25, 0.5, 0.9, 2.0}) {
    const auto below = std::count_if(packages.begin(), packages.end(),
                                     [&](int package) { return utility[package] < target; });
    CHECK(order.at_least(target) == below);
    for (int hint = 0; hint <= order.size(); hint += 1 + order.size() / 9) {
      CHECK(order.at_least(target, hint) == below);
    }
  }
}

}  // namespace

TEST_CASE("packages stand in the order of a plain sort, whatever they are worth") {
  const detente::Rng rng(11);
  std::uint32_t draw = 0;
  for (const Shape shape : {Shape::even, Shape::few_values, Shape::one_value, Shape::far_apart,
                            Shape::crowded, Shape::with_red_lines}) {
    for (const int packages : {0, 1, 2, 31, 32, 33, 64, 101, 1000, 4097}) {
      CAPTURE(static_cast<int>(shape));
      CAPTURE(packages);
      std::vector<double> utility;
      while (std::ssize(utility) < packages) {
        utility.push_back(shaped(shape, rng.uniform({.draw = draw++})));
      }
      check(utility);
    }
  }
}

TEST_CASE("a party whose red lines forbid everything has an empty order") {
  check(std::vector<double>(100, kForbidden));
}
