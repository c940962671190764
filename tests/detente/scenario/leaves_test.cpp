#include "detente/scenario/leaves.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/scenario/load.hpp"
#include "literal/generate.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// All leaves as text, one a line.
std::string listing(const Scenario& scenario) {
  std::string text;
  for (const Leaf& leaf : leaves_of(scenario)) {
    text += leaf.path + '=' + to_string(leaf.value) + '\n';
  }
  return text;
}

std::string value_at(const Scenario& scenario, const std::string& path) {
  for (const Leaf& leaf : leaves_of(scenario)) {
    if (leaf.path == path) return to_string(leaf.value);
  }
  return "nothing";
}

/// Sets every leaf to its own value, one after the other.
void check_that_leaves_change_nothing(const Scenario& scenario) {
  const std::string before = listing(scenario);
  for (const Leaf& leaf : leaves_of(scenario)) {
    CAPTURE(leaf.path);
    const auto same = apply(scenario, Edit{.path = leaf.path, .value = leaf.value});
    REQUIRE(same);
    CHECK(listing(*same) == before);
  }
}

}  // namespace

TEST_CASE("setting a leaf to its value changes nothing, in every scenario that we ship") {
  for (const std::string& file : support::shipped_files()) {
    CAPTURE(file);
    const auto loaded = load_scenario(file);
    REQUIRE(loaded);
    check_that_leaves_change_nothing(loaded->scenario);
  }
}

TEST_CASE("setting a leaf to its value changes nothing, in random scenarios") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    check_that_leaves_change_nothing(literal::random_scenario(seed));
  }
}

TEST_CASE("every number that studies vary has a leaf, and no path stands twice") {
  const Scenario paris = support::load_shipped("paris");
  std::set<std::string> paths;
  for (const Leaf& leaf : leaves_of(paris))
    CHECK_MESSAGE(paths.insert(leaf.path).second, leaf.path);
  for (const Field& field : fields_of(paris)) {
    CHECK_MESSAGE(paths.contains(path_of(paris, field)), path_of(paris, field));
  }
}

TEST_CASE("leaves are written as a file would have them") {
  const auto loaded = parse_scenario(R"(schema: detente/scenario/1
id: t
title: Test
issues: {q: {options: [low, mid, high], supplier: b}}
actors:
  a: {tactic: {kind: hardliner, leave_after: 3}, positions: {q: {ideal: mid, red_line: [low, 60]}}}
  b: {positions: {q: {values: [0, 0.5, 1]}}}
  c: {power: 2}
ties: [{from: a, to: c, strength: -0.5}]
stages:
  - {id: one, parties: [a, b], quorum: 0.5, walk_away: {a: 0.2},
     pressure: [{by: [a], on: b, per_round: 0.01}]}
models: {coalition: {influence: 0}}
)",
                                     "t");
  REQUIRE(loaded);
  const Scenario& scenario = loaded->scenario;
  CHECK(value_at(scenario, "actors.a.positions.q.ideal") == "mid");
  CHECK(value_at(scenario, "actors.a.positions.q.red_line") == "[low, 60]");
  CHECK(value_at(scenario, "actors.a.tactic.kind") == "hardliner");
  CHECK(value_at(scenario, "actors.a.tactic.leave_after") == "3");
  CHECK(value_at(scenario, "actors.a.tactic.e") == "nothing");
  CHECK(value_at(scenario, "actors.b.positions.q.values.mid") == "0.5");
  CHECK(value_at(scenario, "actors.c.positions.q.salience") == "nothing");
  CHECK(value_at(scenario, "ties.a.c.strength") == "-0.5");
  CHECK(value_at(scenario, "issues.q.options.mid.at") == "50");
  CHECK(value_at(scenario, "issues.q.supplier") == "b");
  CHECK(value_at(scenario, "stages.one.parties") == "[a, b]");
  CHECK(value_at(scenario, "stages.one.walk_away.a") == "0.2");
  CHECK(value_at(scenario, "stages.one.pressure") ==
        "[{by: [a], on: b, per_round: 0.01, cost: 0}]");
  CHECK(value_at(scenario, "actors.a.title") == "nothing");
}
