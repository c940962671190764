#include "detente/conflict/paths.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;
using nlohmann::json;

namespace {

json printed(const PublishedConflict& published, const ImprovementPath& path) {
  json steps = json::array();
  for (const PathStep& step : path) {
    steps.push_back(json::array({published.actors[step.actor], step.to}));
  }
  return steps;
}

bool improves(const Conflict& conflict, const PathStep& step, StateIndex from) {
  const std::vector<StateIndex> targets = improvements(conflict, step.actor, from);
  return std::binary_search(targets.begin(), targets.end(), step.to);
}

// [state]: whether it can be reached; improvements of anybody, in any order
std::vector<bool> reachable(const Conflict& conflict, StateIndex from) {
  std::vector<bool> seen(conflict.places(), false);
  std::vector<StateIndex> open{from};
  seen[from] = true;
  while (!open.empty()) {
    const StateIndex state = open.back();
    open.pop_back();
    for (int actor = 0; actor < conflict.actors; ++actor) {
      for (const StateIndex target : improvements(conflict, actor, state)) {
        if (!seen[target]) open.push_back(target);
        seen[target] = true;
      }
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("the shortest ways from the status quo are the printed ones") {
  int compared = 0;
  for (const PublishedConflict& published : published_conflicts()) {
    if (!published.data.contains("shortest_ui_paths")) continue;
    CAPTURE(published.id);
    const json& expected = published.data.at("shortest_ui_paths");
    const ShortestPaths paths(published.conflict, published.data.at("status_quo"));
    each_state(published.conflict.feasible, [&](StateIndex state) {
      CAPTURE(state);
      const auto path = paths.to(state);
      REQUIRE(path.has_value() == expected.contains(std::to_string(state)));
      if (path) CHECK(printed(published, *path) == expected.at(std::to_string(state)));
      ++compared;
    });
  }
  CHECK(compared > 30);
}

TEST_CASE("every step of a way improves its mover's lot, and nobody moves twice running") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Conflict conflict = random_conflict(seed, {3, seed % 2 == 0 ? 6 : 0, 20, true, true, 2});
    const StateIndex start = members_of(conflict.feasible).front();
    const ShortestPaths paths(conflict, start);
    each_state(paths.reached(), [&](StateIndex target) {
      StateIndex state = start;
      int last = -1;
      const ImprovementPath path = *paths.to(target);
      for (const PathStep& step : path) {
        CHECK(step.actor != last);
        CHECK(improves(conflict, step, state));
        const auto back = moves(conflict, step.actor, step.to);
        CHECK(step.irreversible == !std::binary_search(back.begin(), back.end(), state));
        last = step.actor;
        state = step.to;
      }
      CHECK(state == target);
    });
  }
}

TEST_CASE("of yes/no options all that any order of improvements reaches is reached") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Conflict conflict = random_conflict(seed, {3, 6, 0, true, true, 2});
    const StateIndex start = members_of(conflict.feasible).back();
    const ShortestPaths paths(conflict, start);
    const std::vector<bool> expected = reachable(conflict, start);
    each_state(conflict.feasible, [&](StateIndex state) {
      CHECK(paths.reached().contains(state) == expected[state]);
    });
  }
}

TEST_CASE("an attractor is left by nobody, and is reached from all of itself") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Conflict conflict =
        random_conflict(seed, {2 + static_cast<int>(seed % 3), seed % 2 == 0 ? 5 : 0, 14,
                               seed % 3 == 0, seed % 5 == 0, static_cast<int>(seed % 3)});
    std::vector<std::vector<StateIndex>> expected;
    each_state(conflict.feasible, [&](StateIndex state) {
      const std::vector<bool> reached = reachable(conflict, state);
      std::vector<StateIndex> part;
      for (StateIndex other = 0; other < conflict.places(); ++other) {
        if (reached[other]) part.push_back(other);
      }
      const bool closed = std::all_of(part.begin(), part.end(), [&](StateIndex other) -> bool {
        return reachable(conflict, other)[state];
      });
      if (closed && part.front() == state) expected.push_back(part);
    });
    CHECK(attractors(conflict) == expected);
  }
}

TEST_CASE("a prisoner's dilemma comes to rest where nobody is silent") {
  const Conflict conflict = published_conflict("prisoners").conflict;
  CHECK(attractors(conflict) == std::vector<std::vector<StateIndex>>{{0}});
}
