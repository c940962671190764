#include "detente/conflict/listed_propagation.hpp"

#include <doctest/doctest.h>

#include "detente/conflict/literal.hpp"
#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;

TEST_CASE("listed graphs solved by propagation are stable where the definitions say") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    ConflictSize size;
    size.actors = 1 + static_cast<int>(seed % 5);
    size.options = 0;
    size.states = 4 + static_cast<int>(seed % 17);
    size.ties = seed % 2 == 0;
    const Conflict conflict = random_conflict(seed, size);
    for (const Sanctions sanctions : {Sanctions::legal, Sanctions::direct}) {
      CAPTURE(sanctions_name(sanctions));
      StabilityOptions options;
      options.sanctions = sanctions;
      CHECK(listed_stability(conflict, options).stable ==
            literal_stability(conflict, options).stable);
    }
  }
}

TEST_CASE("a graph of 100,000 states in a ring is solved") {
  // two actors push one step on in turn of the states; the next state is always better
  constexpr StateIndex kStates = 100'000;
  Conflict conflict;
  conflict.actors = 2;
  conflict.feasible = StateSet(kStates);
  conflict.arcs.assign(2, std::vector<std::vector<StateIndex>>(kStates));
  conflict.payoff.assign(2, std::vector<std::uint32_t>(kStates));
  for (StateIndex state = 0; state < kStates; ++state) {
    conflict.feasible.add(state);
    conflict.arcs[state % 2][state].push_back((state + 1) % kStates);
    for (auto& payoff : conflict.payoff) payoff[state] = state + 1;
  }
  const Stability table = stability(conflict, {});
  CHECK(members_of(equilibria(table, Concept::nash)) == std::vector<StateIndex>{kStates - 1});
  // one step back to the worst state frightens whoever would step onto the last
  CHECK(members_of(equilibria(table, Concept::gmr)) ==
        std::vector<StateIndex>{kStates - 2, kStates - 1});
  CHECK(table.is_stable(Concept::gmr, 0, kStates - 2));
  CHECK(members_of(equilibria(table, Concept::seq)) == std::vector<StateIndex>{kStates - 1});
}
