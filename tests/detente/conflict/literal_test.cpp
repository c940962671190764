#include "detente/conflict/literal.hpp"

#include <doctest/doctest.h>

#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;
using nlohmann::json;

namespace {

// actor by actor, as the data name them: a map by name, or a list
std::vector<int> expected_of(const PublishedConflict& published, const json& expected, int actor) {
  const json& stable = expected.at("stable");
  return stable.is_object() ? stable.at(published.actors[actor]) : stable.at(actor);
}

void check_table(const PublishedConflict& published, Sanctions sanctions) {
  const json expected = published.expected(std::string(sanctions_name(sanctions)));
  if (expected.is_null()) return;
  StabilityOptions options;
  options.sanctions = sanctions;
  const Stability table = literal_stability(published.conflict, options);
  for (const Concept solution : kConcepts) {
    CAPTURE(concept_name(solution));
    const std::string name{concept_name(solution)};
    REQUIRE(table.has(solution) == expected.contains(name));
    if (!table.has(solution)) continue;
    StateSet everybody = published.conflict.feasible;
    for (int actor = 0; actor < published.conflict.actors; ++actor) {
      const StateSet& stable = table.of(solution)[actor];
      CHECK(published.printed(members_of(stable)) ==
            expected_of(published, expected.at(name), actor));
      everybody &= stable;
    }
    CHECK(published.printed(members_of(everybody)) == expected.at(name).at("equilibria"));
  }
}

}  // namespace

TEST_CASE("published conflicts solved literally have their printed stability tables") {
  for (const PublishedConflict& published : published_conflicts()) {
    CAPTURE(published.id);
    for (const Sanctions sanctions : {Sanctions::legal, Sanctions::once, Sanctions::direct}) {
      CAPTURE(sanctions_name(sanctions));
      check_table(published, sanctions);
    }
  }
}

TEST_CASE("with one opponent every sanction rule says the same") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Conflict conflict = random_conflict(seed, {2, 5, 0, seed % 2 == 0, true, 2});
    StabilityOptions options;
    const Stability legal = literal_stability(conflict, options);
    options.sanctions = Sanctions::once;
    CHECK(literal_stability(conflict, options).stable == legal.stable);
    options.sanctions = Sanctions::direct;
    CHECK(literal_stability(conflict, options).stable == legal.stable);
  }
}

TEST_CASE("concepts imply one another as their definitions say") {
  const auto within = [](const Stability& table, Concept narrow, Concept wide) {
    for (std::size_t actor = 0; actor < table.of(narrow).size(); ++actor) {
      StateSet both = table.of(narrow)[actor];
      both &= table.of(wide)[actor];
      CHECK(both == table.of(narrow)[actor]);
    }
  };
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const int options_count = seed % 2 == 0 ? 5 : 0;
    const Conflict conflict = random_conflict(seed, {3, options_count, 14, true, true, 1});
    for (const Sanctions sanctions : {Sanctions::legal, Sanctions::once, Sanctions::direct}) {
      StabilityOptions options;
      options.sanctions = sanctions;
      const Stability table = literal_stability(conflict, options);
      within(table, Concept::nash, Concept::sseq);
      within(table, Concept::sseq, Concept::seq);
      within(table, Concept::seq, Concept::gmr);
      within(table, Concept::sseq, Concept::smr);
      within(table, Concept::smr, Concept::gmr);
      if (table.has(Concept::sim)) within(table, Concept::nash, Concept::sim);
    }
  }
}

TEST_CASE("a mover that has moved twice in a row in a listed graph has broken the rule") {
  // 1 -> 2 for the actor; the opponent could come to the bad state 4 only by 2 -> 3 -> 4
  Conflict conflict;
  conflict.actors = 2;
  conflict.feasible = StateSet(4);
  for (StateIndex state = 0; state < 4; ++state) conflict.feasible.add(state);
  conflict.arcs = {{{1}, {}, {}, {}}, {{}, {2}, {3}, {}}};
  conflict.payoff = {{2, 3, 4, 1}, {1, 2, 3, 4}};
  const Stability table = literal_stability(conflict, {});
  CHECK_FALSE(table.is_stable(Concept::gmr, 0, 0));
  // with a third actor in between, who moves to and fro, it may
  conflict.actors = 3;
  conflict.feasible = StateSet(5);
  for (StateIndex state = 0; state < 5; ++state) conflict.feasible.add(state);
  conflict.arcs = {{{1}, {}, {}, {}, {}}, {{}, {2}, {}, {}, {3}}, {{}, {}, {4}, {}, {}}};
  conflict.payoff = {{2, 3, 4, 1, 5}, {1, 2, 3, 4, 5}, {1, 1, 1, 1, 2}};
  CHECK(literal_stability(conflict, {}).is_stable(Concept::gmr, 0, 0));
}
