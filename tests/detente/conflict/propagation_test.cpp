#include "detente/conflict/propagation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "detente/core/contract.hpp"
#include "support/conflicts.hpp"
#include "support/synthetic.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using support::PublishedConflict;
using support::SyntheticFamily;

namespace {

constexpr std::array kRules{Sanctions::legal, Sanctions::once, Sanctions::direct};

std::vector<int> expected_of(const PublishedConflict& published, const nlohmann::json& stable,
                             int actor) {
  return stable.is_object() ? stable.at(published.actors[actor]) : stable.at(actor);
}

void check_table(const PublishedConflict& published, const Stability& table) {
  const auto expected = published.expected(std::string(sanctions_name(table.sanctions)));
  if (expected.is_null()) return;
  for (const Concept solution : kConcepts) {
    const std::string name(concept_name(solution));
    CAPTURE(name);
    REQUIRE(table.has(solution) == expected.contains(name));
    if (!table.has(solution)) continue;
    const auto& stable = expected.at(name).at("stable");
    for (int actor = 0; actor < published.conflict.actors; ++actor) {
      CAPTURE(actor);
      CHECK(published.printed(members_of(table.of(solution)[actor])) ==
            expected_of(published, stable, actor));
    }
    CHECK(published.printed(members_of(equilibria(table, solution))) ==
          expected.at(name).at("equilibria"));
  }
}

bool is_within(const Stability& table, Concept narrow, Concept wide) {
  for (std::size_t actor = 0; actor < table.of(narrow).size(); ++actor) {
    StateSet both = table.of(narrow)[actor];
    both &= table.of(wide)[actor];
    if (!(both == table.of(narrow)[actor])) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("published conflicts and traps have their printed tables under every rule") {
  for (const PublishedConflict& published : support::published_conflicts()) {
    CAPTURE(published.id);
    for (const Sanctions sanctions : kRules) {
      CAPTURE(std::string(sanctions_name(sanctions)));
      StabilityOptions options;
      options.sanctions = sanctions;
      check_table(published, stability(published.conflict, options));
    }
  }
}

TEST_CASE("the probes of the traps are stable under the rule that they are about") {
  for (const PublishedConflict& published : support::published_conflicts()) {
    if (!published.data.contains("probe")) continue;
    CAPTURE(published.id);
    const auto& probe = published.data.at("probe");
    const Stability table = stability(published.conflict);
    for (const std::string name : probe.at("concepts")) {
      const auto* const solution =
          std::find_if(kConcepts.begin(), kConcepts.end(),
                       [&](Concept one) { return concept_name(one) == name; });
      REQUIRE(solution != kConcepts.end());
      CHECK(table.is_stable(*solution, probe.at("actor"), probe.at("code")));
    }
  }
}

TEST_CASE("concepts imply one another as their definitions say") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const support::ConflictSize size{
        2 + static_cast<int>(seed % 4), 7, 0, seed % 2 == 0, seed % 3 == 0, 2};
    const Conflict conflict = support::random_conflict(seed, size);
    for (const Sanctions sanctions : kRules) {
      StabilityOptions options;
      options.sanctions = sanctions;
      const Stability table = stability(conflict, options);
      CHECK(is_within(table, Concept::nash, Concept::sseq));
      CHECK(is_within(table, Concept::sseq, Concept::seq));
      CHECK(is_within(table, Concept::seq, Concept::gmr));
      CHECK(is_within(table, Concept::sseq, Concept::smr));
      CHECK(is_within(table, Concept::smr, Concept::gmr));
      CHECK(is_within(table, Concept::nash, Concept::smr));
      CHECK(is_within(table, Concept::nash, Concept::sim));
    }
  }
}

TEST_CASE("more threads change nothing") {
  for (const SyntheticFamily family : {SyntheticFamily::rankings, SyntheticFamily::statements}) {
    const Conflict conflict = support::synthetic_conflict(family, 12, 4);
    const Stability one = stability(conflict);
    for (const int threads : {2, 3}) {
      StabilityOptions options;
      options.threads = threads;
      CHECK(stability(conflict, options).stable == one.stable);
    }
  }
}

TEST_CASE("only what was asked for is there") {
  const Conflict conflict = support::synthetic_conflict(SyntheticFamily::rankings, 6, 3);
  StabilityOptions options;
  options.concepts = {Concept::smr, Concept::sim};
  const Stability some = stability(conflict, options);
  const Stability all = stability(conflict);
  for (const Concept solution : kConcepts) {
    const bool asked = solution == Concept::smr || solution == Concept::sim;
    CHECK(some.has(solution) == asked);
    if (asked) CHECK(some.of(solution) == all.of(solution));
  }
  CHECK_THROWS_AS(equilibria(some, Concept::nash), ContractViolation);
}

TEST_CASE("who has no options stays everywhere, and who has no opponents is never answered") {
  Conflict conflict = support::synthetic_conflict(SyntheticFamily::rankings, 5, 1);
  const Stability alone = stability(conflict);
  for (const Concept solution : kConcepts) CHECK(alone.of(solution)[0].count() == 1);
  // a second actor that only looks on
  conflict.actors = 2;
  conflict.own.push_back(0);
  conflict.payoff.push_back(conflict.payoff.front());
  const Stability watched = stability(conflict);
  for (const Concept solution : kConcepts) {
    CHECK(watched.of(solution)[0] == alone.of(solution)[0]);
    CHECK(watched.of(solution)[1] == conflict.feasible);
  }
}

TEST_CASE(
    "under `once` a crowd of movers is answered for nash alone, under the other rules wholly") {
  const Conflict crowd = support::synthetic_conflict(SyntheticFamily::statements, 17, 17);
  StabilityOptions options;
  options.concepts = {Concept::nash, Concept::seq};
  options.sanctions = Sanctions::once;
  const Stability once = propagated_stability(crowd, options);
  CHECK(once.has(Concept::nash));
  CHECK_FALSE(once.has(Concept::seq));
  options.sanctions = Sanctions::direct;
  CHECK(propagated_stability(crowd, options).has(Concept::seq));
}
