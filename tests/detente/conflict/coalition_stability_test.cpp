#include "detente/conflict/coalition_stability.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "detente/conflict/literal.hpp"
#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;
using nlohmann::json;

namespace {

bool breaks(const CoalitionStability& table, CoalitionConcept solution, StateIndex state) {
  return table.broken_by[static_cast<std::size_t>(solution)][state].has_value();
}

// the definition with plain sets: where sequences of some actors lead
std::set<StateIndex> ends(const Conflict& conflict, std::uint32_t movers, StateIndex from,
                          bool credible) {
  std::set<std::pair<StateIndex, int>> seen;
  std::vector<std::pair<StateIndex, int>> open{{from, -1}};
  while (!open.empty()) {
    const auto [state, last] = open.back();
    open.pop_back();
    for (int actor = 0; actor < conflict.actors; ++actor) {
      if (actor == last || (movers >> actor & 1U) == 0) continue;
      const auto targets =
          credible ? improvements(conflict, actor, state) : moves(conflict, actor, state);
      for (const StateIndex target : targets) {
        if (seen.insert({target, actor}).second) open.emplace_back(target, actor);
      }
    }
  }
  std::set<StateIndex> result;
  for (const auto& node : seen) result.insert(node.first);
  return result;
}

bool all_better(const Conflict& conflict, std::uint32_t coalition, StateIndex now,
                StateIndex before) {
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const auto& payoff = conflict.payoff[actor];
    if ((coalition >> actor & 1U) != 0 && payoff[now] <= payoff[before]) return false;
  }
  return true;
}

std::optional<CoalitionMove> literal_break(const Conflict& conflict, CoalitionConcept solution,
                                           StateIndex state) {
  const std::uint32_t everybody = (1U << conflict.actors) - 1;
  for (std::uint32_t coalition = 1; coalition <= everybody; ++coalition) {
    for (const StateIndex target : ends(conflict, coalition, state, false)) {
      if (!all_better(conflict, coalition, target, state)) continue;
      std::set<StateIndex> answers;
      if (solution != CoalitionConcept::nash) {
        answers = ends(conflict, everybody & ~coalition, target, solution == CoalitionConcept::seq);
      }
      const bool answered = std::any_of(answers.begin(), answers.end(), [&](StateIndex end) {
        return !all_better(conflict, coalition, end, state);
      });
      if (!answered) return CoalitionMove{coalition, target};
    }
  }
  return std::nullopt;
}

void check_against_literal(const Conflict& conflict) {
  const auto table = coalition_stability(conflict);
  REQUIRE(table);
  for (const CoalitionConcept solution :
       {CoalitionConcept::nash, CoalitionConcept::gmr, CoalitionConcept::seq}) {
    CAPTURE(static_cast<int>(solution));
    const auto at = static_cast<std::size_t>(solution);
    each_state(conflict.feasible, [&](StateIndex state) {
      CAPTURE(state);
      const auto expected = literal_break(conflict, solution, state);
      const auto& found = table->broken_by[at][state];
      REQUIRE(found.has_value() == expected.has_value());
      CHECK(table->stable[at].contains(state) == !expected.has_value());
      if (!expected) return;
      CHECK(found->coalition == expected->coalition);
      CHECK(found->target == expected->target);
    });
  }
}

}  // namespace

TEST_CASE("coalitions improve on the published states as printed") {
  for (const PublishedConflict& published : published_conflicts()) {
    if (!published.data.contains("coalition_improvements")) continue;
    CAPTURE(published.id);
    const Conflict& conflict = published.conflict;
    const json& printed = published.data.at("coalition_improvements");
    each_state(conflict.feasible, [&](StateIndex state) {
      const json& by_names = printed.at(std::to_string(state + published.first));
      std::vector<std::vector<int>> expected(std::size_t{1} << conflict.actors);
      for (const auto& [names, targets] : by_names.items()) {
        expected[published.coalition(names)] = targets.get<std::vector<int>>();
      }
      for (std::uint32_t coalition = 1; coalition < expected.size(); ++coalition) {
        CAPTURE(state);
        CAPTURE(coalition);
        CHECK(published.printed(coalition_improvements(conflict, coalition, state)) ==
              expected[coalition]);
      }
    });
    const auto table = coalition_stability(conflict);
    REQUIRE(table);
    CHECK(published.printed(members_of(table->stable[0])) ==
          published.data.at("coalitionally_nash_stable").get<std::vector<int>>());
  }
}

TEST_CASE("ministry and company leave state 5 of Elmira for state 8") {
  // Kilgour, Hipel, Fang & Peng 2001; states are numbered from 1 there
  const PublishedConflict elmira = published_conflict("elmira_9");
  const auto table = coalition_stability(elmira.conflict);
  REQUIRE(table);
  const auto& move = table->broken_by[static_cast<std::size_t>(CoalitionConcept::nash)][4];
  REQUIRE(move);
  CHECK(move->coalition == elmira.coalition("ministry+company"));
  CHECK(move->target == 7);
  CHECK_FALSE(breaks(*table, CoalitionConcept::nash, 7));
  CHECK_FALSE(breaks(*table, CoalitionConcept::nash, 8));
}

TEST_CASE("random conflicts are broken by the coalition that the definition finds first") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    ConflictSize size;
    size.actors = 2 + static_cast<int>(seed % 3);
    size.options = seed % 2 == 0 ? 5 : 0;
    size.ties = seed % 3 == 0;
    size.locked = seed % 4 == 0;
    size.patterns = static_cast<int>(seed % 3);
    check_against_literal(random_conflict(seed, size));
  }
}

TEST_CASE("what coalitions would not leave no single actor would leave") {
  for (std::uint64_t seed = 100; seed < 130; ++seed) {
    const Conflict conflict = random_conflict(seed, {3, 6, 0, true, true, 2});
    const auto table = coalition_stability(conflict);
    const Stability alone = literal_stability(conflict, {});
    const std::array pairs{std::pair{CoalitionConcept::nash, Concept::nash},
                           std::pair{CoalitionConcept::gmr, Concept::gmr},
                           std::pair{CoalitionConcept::seq, Concept::seq}};
    for (const auto& [together, single] : pairs) {
      StateSet both = table->stable[static_cast<std::size_t>(together)];
      both &= equilibria(alone, single);
      CHECK(both == table->stable[static_cast<std::size_t>(together)]);
    }
  }
}

TEST_CASE("coalitions of more than twelve are not looked at") {
  CHECK_FALSE(coalition_stability(random_conflict(1, {13, 13, 0, false, false, 9})));
}
