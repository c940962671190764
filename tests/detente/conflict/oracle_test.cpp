// The fast way, the literal engine and plain sets say the same of conflicts drawn at random.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "detente/conflict/literal.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/conflict/stability.hpp"
#include "literal/conflict.hpp"
#include "support/conflicts.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::ConflictSize;
using support::random_conflict;

namespace {

constexpr std::uint64_t kSeeds = 600;
constexpr std::array kRules{Sanctions::legal, Sanctions::once, Sanctions::direct};

/// 2 to 5 actors, up to 6 options, now and then 7; ties, infeasible patterns and irreversible
/// options in every mix.
ConflictSize size_of(std::uint64_t seed) {
  ConflictSize size;
  size.actors = 2 + static_cast<int>(seed % 4);
  size.options = std::min(size.actors + static_cast<int>(seed / 4 % 3), seed % 40 == 7 ? 7 : 6);
  size.ties = seed % 2 == 0;
  size.locked = seed % 3 != 0;
  size.patterns = static_cast<int>(seed % 5);
  return size;
}

std::vector<StateIndex> listed(const literal::States& states) {
  return {states.begin(), states.end()};
}

void check_against_sets(const literal::Sets& sets, const Stability& fast, Concept solution) {
  for (int actor = 0; actor < sets.conflict.actors; ++actor) {
    CAPTURE(actor);
    const auto expected = literal::stable_states(sets, actor, solution, fast.sanctions);
    CHECK(members_of(fast.of(solution)[actor]) == listed(expected));
  }
}

}  // namespace

TEST_CASE("six hundred random conflicts: the fast way says what the definitions say") {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Conflict conflict = random_conflict(seed, size_of(seed));
    const literal::Sets sets(conflict);
    for (const Sanctions sanctions : kRules) {
      // the other rules of the small ones, and every third of the others
      if (sanctions != Sanctions::legal && conflict.options > 4 && seed % 3 != 0) continue;
      CAPTURE(std::string(sanctions_name(sanctions)));
      StabilityOptions options;
      options.sanctions = sanctions;
      const Stability fast = stability(conflict, options);
      CHECK(fast.sanctions == sanctions);
      const Stability literally = literal_stability(conflict, options);
      for (const Concept solution : kConcepts) {
        CAPTURE(std::string(concept_name(solution)));
        REQUIRE(fast.has(solution));
        CHECK(fast.of(solution) == literally.of(solution));
        check_against_sets(sets, fast, solution);
      }
    }
  }
}

TEST_CASE("larger random conflicts: the fast way says what the literal engine says") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const ConflictSize size{3 + static_cast<int>(seed % 3), 9, 0, seed % 2 == 0, seed % 3 != 0,
                            static_cast<int>(seed % 4)};
    const Conflict conflict = random_conflict(1000 + seed, size);
    for (const Sanctions sanctions : kRules) {
      CAPTURE(std::string(sanctions_name(sanctions)));
      StabilityOptions options;
      options.sanctions = sanctions;
      options.concepts = {Concept::gmr, Concept::smr, Concept::seq, Concept::sseq};
      const Stability fast = propagated_stability(conflict, options);
      const Stability literally = literal_stability(conflict, options);
      CHECK(fast.stable == literally.stable);
    }
  }
}

TEST_CASE("listed moves that are not transitive: plain sets agree") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const ConflictSize size{2 + static_cast<int>(seed % 4), 0, 12, seed % 2 == 0, false, 0};
    const Conflict conflict = random_conflict(5000 + seed, size);
    const literal::Sets sets(conflict);
    for (const Sanctions sanctions : kRules) {
      CAPTURE(std::string(sanctions_name(sanctions)));
      StabilityOptions options;
      options.sanctions = sanctions;
      const Stability table = stability(conflict, options);
      CHECK_FALSE(table.has(Concept::sim));
      for (const Concept solution : kConcepts) {
        CAPTURE(std::string(concept_name(solution)));
        if (table.has(solution)) check_against_sets(sets, table, solution);
      }
    }
  }
}
