#include "detente/conflict/certificate.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "detente/conflict/literal.hpp"
#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;

namespace {

constexpr std::array kRules{Sanctions::legal, Sanctions::once, Sanctions::direct};

void check_all(const Conflict& conflict, Sanctions sanctions) {
  StabilityOptions options;
  options.sanctions = sanctions;
  const Stability table = literal_stability(conflict, options);
  for (const Concept solution : kConcepts) {
    if (!table.has(solution)) continue;
    CAPTURE(concept_name(solution));
    each_state(conflict.feasible, [&](StateIndex state) {
      CAPTURE(state);
      for (int actor = 0; actor < conflict.actors; ++actor) {
        const Certificate why = certify(conflict, solution, sanctions, actor, state);
        CHECK(why.stable == table.is_stable(solution, actor, state));
        CHECK(check(conflict, sanctions, why));
      }
    });
  }
}

// Code 1 is stable for actor 0 only because actor 2 moves again after actor 1.
PublishedConflict returning() {
  return published_conflict("seq_mover_returns");
}

}  // namespace

TEST_CASE("certificates of published conflicts agree with the tables and can be replayed") {
  for (const PublishedConflict& published : published_conflicts()) {
    CAPTURE(published.id);
    for (const Sanctions sanctions : kRules) {
      CAPTURE(sanctions_name(sanctions));
      check_all(published.conflict, sanctions);
    }
  }
}

TEST_CASE("certificates of random conflicts agree with the tables and can be replayed") {
  for (std::uint64_t seed = 0; seed < 45; ++seed) {
    CAPTURE(seed);
    ConflictSize size;
    size.actors = 2 + static_cast<int>(seed % 3);
    size.options = seed % 3 == 0 ? 0 : 5;
    size.ties = seed % 2 == 0;
    size.locked = seed % 4 == 0;
    size.patterns = static_cast<int>(seed % 3);
    check_all(random_conflict(seed, size), kRules[seed / 3 % 3]);
  }
}

TEST_CASE("the answer of one who moves again after another is told step by step") {
  const Conflict conflict = returning().conflict;
  const Certificate why = certify(conflict, Concept::seq, Sanctions::legal, 0, 1);
  REQUIRE(why.stable);
  REQUIRE(why.answers.size() == 1);
  CHECK(why.answers[0].improvement == 0);
  std::vector<StateIndex> states;
  std::vector<int> movers;
  for (const PathStep& step : why.answers[0].answer) {
    states.push_back(step.to);
    movers.push_back(step.actor);
  }
  CHECK(states == std::vector<StateIndex>{4, 6, 2});
  CHECK(movers == std::vector<int>{2, 1, 2});
  // each at most once: nobody can answer
  const Certificate once = certify(conflict, Concept::seq, Sanctions::once, 0, 1);
  CHECK_FALSE(once.stable);
  CHECK(once.unanswered == 0);
  CHECK_FALSE(check(conflict, Sanctions::once, why));
  CHECK_FALSE(check(conflict, Sanctions::legal, once));
}

TEST_CASE("a certificate that was tampered with is refused") {
  const Conflict conflict = returning().conflict;
  const Certificate why = certify(conflict, Concept::seq, Sanctions::legal, 0, 1);
  REQUIRE(check(conflict, Sanctions::legal, why));

  SUBCASE("an improvement is missing") {
    Certificate changed = why;
    changed.answers.clear();
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("a step is missing") {
    Certificate changed = why;
    changed.answers[0].answer.pop_back();
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("a step is somebody else's") {
    Certificate changed = why;
    changed.answers[0].answer[1].actor = 2;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("the end is another state") {
    Certificate changed = why;
    changed.answers[0].end = 6;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("it answers another concept") {
    Certificate changed = why;
    changed.solution = Concept::nash;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("a step is said to be final") {
    Certificate changed = why;
    changed.answers[0].answer[0].irreversible = true;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("the state is said to be unstable") {
    Certificate changed = why;
    changed.stable = false;
    changed.answers.clear();
    changed.unanswered = 0;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
  SUBCASE("there is no such actor or state") {
    Certificate changed = why;
    changed.actor = 3;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
    changed = why;
    changed.state = 8;
    CHECK_FALSE(check(conflict, Sanctions::legal, changed));
  }
}

TEST_CASE("a symmetric certificate names the best way out, and no other will do") {
  int refused = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Conflict conflict = random_conflict(seed, {3, 6, 0, false, false, 0});
    each_state(conflict.feasible, [&](StateIndex state) {
      Certificate why = certify(conflict, Concept::smr, Sanctions::legal, 0, state);
      if (!why.stable || why.answers.empty()) return;
      Answered& answered = why.answers.front();
      const auto& payoff = conflict.payoff[0];
      for (const StateIndex escape : moves(conflict, 0, answered.end)) {
        CHECK(payoff[escape] <= payoff[answered.escapes.front()]);
        if (escape == answered.escapes.front()) continue;
        Certificate changed = why;
        changed.answers.front().escapes = {escape};
        CHECK_FALSE(check(conflict, Sanctions::legal, changed));
        ++refused;
      }
    });
  }
  CHECK(refused > 100);
}

TEST_CASE("all combinations of the others are tried for every improvement") {
  const PublishedConflict trap = published_conflict("sim_all_improvements");
  const Certificate why = certify(trap.conflict, Concept::sim, Sanctions::legal, 0, 1);
  REQUIRE(why.stable);
  CHECK(why.answers.size() > 1);
  CHECK(check(trap.conflict, Sanctions::legal, why));
  Certificate changed = why;
  changed.answers.back().end ^= 1U;
  CHECK_FALSE(check(trap.conflict, Sanctions::legal, changed));
}
