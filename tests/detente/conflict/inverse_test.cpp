#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "detente/conflict/robustness.hpp"
#include "support/conflicts.hpp"
#include "support/data.hpp"

using namespace detente;
using namespace detente::support;

namespace {

// every strict ranking, solved whole
std::array<std::uint64_t, kConcepts.size()> by_trying(Conflict conflict, int actor,
                                                      StateIndex state, Sanctions sanctions) {
  const std::vector<StateIndex> states = members_of(conflict.feasible);
  std::vector<std::uint32_t> ranks(states.size());
  std::iota(ranks.begin(), ranks.end(), 1U);
  std::array<std::uint64_t, kConcepts.size()> fitting{};
  StabilityOptions options;
  options.sanctions = sanctions;
  do {
    for (std::size_t place = 0; place < states.size(); ++place) {
      conflict.payoff[actor][states[place]] = ranks[place];
    }
    const Stability table = stability(conflict, options);
    for (const Concept solution : kConcepts) {
      if (!table.has(solution)) continue;
      if (equilibria(table, solution).contains(state)) {
        ++fitting[static_cast<std::size_t>(solution)];
      }
    }
  } while (std::next_permutation(ranks.begin(), ranks.end()));
  return fitting;
}

}  // namespace

TEST_CASE("384 of Syria's rankings make the release of water sequentially stable, not 420") {
  const nlohmann::json asked = read_data("conflict_cases").at("inverse").at(0);
  const PublishedConflict published = published_conflict(asked.at("model"));
  const auto counts =
      inverse(published.conflict, published.actor("syria"), asked.at("code"), Sanctions::legal);
  for (const Concept solution : kConcepts) {
    CAPTURE(concept_name(solution));
    const InverseCount& count = counts[static_cast<std::size_t>(solution)];
    CHECK(count.exact);
    CHECK(count.rankings == 720);
    CHECK(count.fitting == asked.at("expected").at(std::string(concept_name(solution))));
  }
}

TEST_CASE("rankings that fit are as many as trying them all finds") {
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    CAPTURE(seed);
    const bool graph = seed % 3 == 0;
    const Conflict conflict =
        random_conflict(seed, {2 + static_cast<int>(seed % 2), graph ? 0 : 3, 6, seed % 4 == 0,
                               seed % 5 == 0, graph ? 0 : static_cast<int>(1 + seed % 2)});
    const Sanctions sanctions =
        std::array{Sanctions::legal, Sanctions::once, Sanctions::direct}[seed / 3 % 3];
    const std::vector<StateIndex> states = members_of(conflict.feasible);
    const StateIndex state = states[seed % states.size()];
    const int actor = static_cast<int>(seed % static_cast<std::uint64_t>(conflict.actors));
    if (states.size() > 7) continue;
    const auto expected = by_trying(conflict, actor, state, sanctions);
    const auto counts = inverse(conflict, actor, state, sanctions);
    for (const Concept solution : kConcepts) {
      CAPTURE(concept_name(solution));
      const InverseCount& count = counts[static_cast<std::size_t>(solution)];
      CHECK(count.exact);
      CHECK(count.fitting == expected[static_cast<std::size_t>(solution)]);
      CHECK((count.rankings == 0) == (solution == Concept::sim && graph));
    }
  }
}

TEST_CASE("where there are too many rankings some are drawn, and the interval says how many fit") {
  // nobody else stays at every state here, so that credible answers have to be drawn
  const Conflict conflict = random_conflict(11, {3, 5, 0, false, false, 0});
  bool drawn = false;
  each_state(conflict.feasible, [&](StateIndex state) {
    if (state > 3) return;
    const auto counts = inverse(conflict, 0, state, Sanctions::legal);
    for (const InverseCount& count : counts) {
      if (count.exact) continue;
      drawn = true;
      CHECK(count.rankings == 10'000);
      const double share = static_cast<double>(count.fitting) / static_cast<double>(count.rankings);
      CHECK(count.low <= share);
      CHECK(share <= count.high);
      CHECK(count.high - count.low < 0.03);
    }
  });
  CHECK(drawn);
}

TEST_CASE("up to twenty states are counted where only the better states matter") {
  // five states to go to: the state has to be the best of six, whoever else there is
  Conflict conflict;
  conflict.actors = 1;
  conflict.feasible = StateSet(20);
  conflict.arcs.resize(1);
  conflict.arcs[0].resize(20);
  conflict.payoff.assign(1, std::vector<std::uint32_t>(20));
  for (StateIndex state = 0; state < 20; ++state) {
    conflict.feasible.add(state);
    conflict.payoff[0][state] = state + 1;
  }
  conflict.arcs[0][3] = {1, 2, 7, 8, 19};
  const InverseCount count = inverse(conflict, 0, 3, Sanctions::legal)[0];
  CHECK(count.exact);
  CHECK(count.rankings == 2'432'902'008'176'640'000U);
  CHECK(count.fitting == count.rankings / 6);
}
