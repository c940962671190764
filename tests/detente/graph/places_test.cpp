#include "detente/graph/places.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "detente/core/contract.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

double distance(const PlanePlace& a, const PlanePlace& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool inside(const std::vector<PlanePlace>& places) {
  return std::all_of(places.begin(), places.end(), [](const PlanePlace& place) {
    return place.x >= 0.0 && place.x <= 1.0 && place.y >= 0.0 && place.y <= 1.0;
  });
}

}  // namespace

TEST_CASE("vectors that lie in a plane keep their distances, up to one scale") {
  // a rectangle, turned into four dimensions
  const std::vector<std::vector<double>> rectangle = {
      {0, 0, 0, 0}, {3, 0, 3, 0}, {3, 2, 3, 2}, {0, 2, 0, 2}};
  const auto found = places(rectangle);
  REQUIRE(found.size() == 4);
  CHECK(inside(found));
  CHECK(std::abs(found[0].x - found[1].x) == doctest::Approx(1.0));
  CHECK(std::abs(found[1].y - found[2].y) == doctest::Approx(1.0));  // the short side fills up
  CHECK(found[0].x == doctest::Approx(found[3].x));
  CHECK(distance(found[0], found[1]) == doctest::Approx(distance(found[3], found[2])));
}

TEST_CASE("an axis on which hardly anything differs is not blown up") {
  const auto found = places({{0.0, 0.0}, {1.0, 0.01}, {0.5, -0.01}});
  double low = 1.0;
  double high = 0.0;
  for (const PlanePlace& place : found) {
    low = std::min(low, place.y);
    high = std::max(high, place.y);
  }
  CHECK(high - low < 0.1);
}

TEST_CASE("places are the same every time, and for equal wishes equal") {
  const std::vector<std::vector<double>> vectors = {
      {0.1, 0.9, 0.3}, {0.4, 0.2, 0.8}, {0.1, 0.9, 0.3}, {0.7, 0.7, 0.0}};
  CHECK(places(vectors) == places(vectors));
  CHECK(places(vectors)[0] == places(vectors)[2]);
}

TEST_CASE("nothing to tell apart: everybody in the middle") {
  CHECK(places({}).empty());
  CHECK(places({{0.3}}) == std::vector<PlanePlace>{{0.5, 0.5}});
  CHECK(places({{0.3}, {0.3}}) == std::vector<PlanePlace>(2, PlanePlace{0.5, 0.5}));
  CHECK_THROWS_AS(places({{0.3}, {0.3, 0.1}}), ContractViolation);
}

TEST_CASE("marks pushed apart do not overlap and stay inside") {
  const auto apart = pushed_apart(std::vector<PlanePlace>(12), {0.12, 0.15});
  CHECK(inside(apart));
  for (std::size_t a = 0; a < apart.size(); ++a) {
    for (std::size_t b = a + 1; b < apart.size(); ++b) {
      CHECK(std::hypot((apart[a].x - apart[b].x) / 0.12, (apart[a].y - apart[b].y) / 0.15) > 0.98);
    }
  }
  const std::vector<PlanePlace> far = {{0.1, 0.1}, {0.9, 0.9}};
  CHECK(pushed_apart(far, {0.1, 0.1}) == far);
}
