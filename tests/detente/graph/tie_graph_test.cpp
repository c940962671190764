#include "detente/graph/tie_graph.hpp"

#include <doctest/doctest.h>

#include "detente/core/contract.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// 0 - 1 - 2 - 3, and nothing else.
TieGraph path() {
  TieGraph graph(4);
  graph.add(0, 1, 0.5, true);
  graph.add(1, 2, 0.2, true);
  graph.add(2, 3, 0.5, true);
  return graph;
}

}  // namespace

TEST_CASE("a pair counts as tied by the stronger of its directions, an absent one as 0") {
  TieGraph graph(3);
  graph.add(0, 1, 0.3, false);
  graph.add(1, 0, 0.6, false);
  graph.add(1, 2, -0.4, false);
  CHECK(graph.strength(0, 1) == 0.6);
  CHECK(graph.strength(1, 0) == 0.6);
  CHECK(graph.strength(1, 2) == 0.0);
  graph.add(2, 1, -0.4, false);
  CHECK(graph.strength(1, 2) == -0.4);
}

TEST_CASE("parts hold together inside the given set only") {
  const TieGraph graph = path();
  CHECK(graph.parts(first_actors(4)) == std::vector<ActorSet>{0b1111});
  CHECK(graph.parts(0b1101) == std::vector<ActorSet>{0b0001, 0b1100});
  CHECK(graph.parts(0).empty());
  TieGraph weak(2);
  weak.add(0, 1, 0.05, true);  // not above the threshold
  CHECK(weak.parts(0b11) == std::vector<ActorSet>{0b01, 0b10});
}

TEST_CASE("a channel reaches direct neighbours that are tied strongly enough") {
  const TieGraph graph = path();
  CHECK(graph.reached_from(0b0010, 0.3) == 0b0001);
  CHECK(graph.reached_from(0b0010, 0.2) == 0b0101);
  CHECK(graph.reached_from(0b0010, -1.0) == 0b1101);
}

TEST_CASE("betweenness of a path and of a star (Freeman 1977: ends 0, centre 1)") {
  const auto on_path = betweenness(path());
  CHECK(on_path[0] == doctest::Approx(0.0));
  CHECK(on_path[1] == doctest::Approx(2.0 / 3.0));
  CHECK(on_path[2] == doctest::Approx(2.0 / 3.0));
  TieGraph star(5);
  for (int leaf = 1; leaf < 5; ++leaf) star.add(0, leaf, 0.7, true);
  CHECK(betweenness(star) == std::vector{1.0, 0.0, 0.0, 0.0, 0.0});
  CHECK(betweenness(TieGraph(2)) == std::vector{0.0, 0.0});
}

TEST_CASE("of two ways round the stronger ties are the shorter path") {
  TieGraph square(4);
  square.add(0, 1, 0.9, true);
  square.add(1, 2, 0.9, true);
  square.add(0, 3, 0.2, true);
  square.add(3, 2, 0.2, true);
  const auto share = betweenness(square);
  CHECK(share[1] > share[3]);
}

TEST_CASE("the split line cuts the cheapest ties, the first actor's side first") {
  const SplitLine line = split_line(path());
  CHECK(line.sides == std::vector<ActorSet>{0b0011, 0b1100});
  CHECK(line.strength == doctest::Approx(0.2));
  TieGraph apart(3);
  apart.add(1, 2, 0.5, true);
  const SplitLine fallen = split_line(apart);
  CHECK(fallen.sides == std::vector<ActorSet>{0b001, 0b110});
  CHECK(fallen.strength == 0.0);
  CHECK(split_line(TieGraph(1)).sides.empty());
}

TEST_CASE("connected parts leave negative ties out") {
  TieGraph graph(3);
  graph.add(0, 1, -0.9, true);
  graph.add(1, 2, 0.4, true);
  CHECK(connected_parts(graph) == std::vector<ActorSet>{0b001, 0b110});
}

TEST_CASE("more than 256 actors are a broken promise") {
  CHECK_THROWS_AS(TieGraph(257), ContractViolation);
}
