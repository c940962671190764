#include "detente/conflict/robustness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/conflicts.hpp"

using namespace detente;
using namespace detente::support;
using nlohmann::json;

namespace {

// the same words as the data: swaps that change something, by actor, then group
json printed(const PublishedConflict& published, const RobustnessReport& report) {
  std::map<std::pair<int, int>, json> by_swap;
  for (const SwapEffect& effect : report.effects) {
    json& entry = by_swap[{effect.swap.actor, effect.swap.group}];
    entry["actor"] = published.actors[effect.swap.actor];
    entry["swap_groups"] = {effect.swap.group, effect.swap.group + 1};
    entry["changes"][std::string(concept_name(effect.solution))] = {{"lost", effect.lost},
                                                                    {"gained", effect.gained}};
  }
  json result = json::array();
  for (const auto& entry : by_swap) result.push_back(entry.second);
  return result;
}

Conflict swapped(const Conflict& conflict, const Swap& swap) {
  Conflict changed = conflict;
  auto& payoff = changed.payoff[swap.actor];
  const std::uint32_t better =
      *std::max_element(payoff.begin(), payoff.end()) - static_cast<std::uint32_t>(swap.group);
  for (std::uint32_t& worth : payoff) {
    if (worth == better) {
      worth = better - 1;
    } else if (worth == better - 1) {
      worth = better;
    }
  }
  return changed;
}

std::vector<Swap> all_swaps(const Conflict& conflict) {
  std::vector<Swap> swaps;
  for (int actor = 0; actor < conflict.actors; ++actor) {
    const auto& payoff = conflict.payoff[actor];
    const auto groups = static_cast<int>(*std::max_element(payoff.begin(), payoff.end()));
    for (int group = 0; group + 1 < groups; ++group) swaps.push_back({actor, group});
  }
  return swaps;
}

bool is_equilibrium(const Conflict& conflict, const Robustness& one) {
  StabilityOptions options;
  options.concepts = {one.solution};
  return equilibria(stability(conflict, options), one.solution).contains(one.state);
}

// the fewest swaps by trying all sequences; -1: more than `most`
int fewest_swaps(const Conflict& conflict, const Robustness& one, int most) {
  std::vector<Conflict> reached{conflict};
  for (int length = 1; length <= most; ++length) {
    std::vector<Conflict> next;
    for (const Conflict& before : reached) {
      for (const Swap& swap : all_swaps(before)) {
        next.push_back(swapped(before, swap));
        if (!is_equilibrium(next.back(), one)) return length;
      }
    }
    reached = std::move(next);
  }
  return -1;
}

}  // namespace

TEST_CASE("swaps of neighbours lose and gain the printed equilibria") {
  int compared = 0;
  for (const PublishedConflict& published : published_conflicts()) {
    if (!published.data.contains("adjacent_swap_effects")) continue;
    CAPTURE(published.id);
    const auto report = robustness(published.conflict, {});
    REQUIRE(report);
    CHECK(report->swaps == published.data.at("swaps_tested"));
    CHECK(report->swaps_tried == report->swaps);
    CHECK(printed(published, *report) == published.data.at("adjacent_swap_effects"));
    ++compared;
  }
  CHECK(compared == 5);
}

TEST_CASE("an equilibrium keeps its place in as many swaps as do not lose it") {
  const PublishedConflict elmira = published_conflict("elmira_12");
  const auto report = robustness(elmira.conflict, {});
  REQUIRE(report);
  for (const Robustness& one : report->equilibria) {
    CHECK(one.swaps == report->swaps);
    int lost = 0;
    for (const SwapEffect& effect : report->effects) {
      const bool falls = std::binary_search(effect.lost.begin(), effect.lost.end(), one.state);
      if (effect.solution == one.solution && falls) ++lost;
    }
    CHECK(one.kept == one.swaps - lost);
    CHECK((lost > 0) == (one.breaking.size() == 1));
    CHECK(one.draws == 200);
    CHECK(one.low <= static_cast<double>(one.survived) / one.draws);
    CHECK(one.high >= static_cast<double>(one.survived) / one.draws);
  }
}

TEST_CASE("the swaps that break an equilibrium do, and fewer do not") {
  int lengths[4] = {0, 0, 0, 0};
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    CAPTURE(seed);
    const Conflict conflict =
        random_conflict(seed, {2, seed % 3 == 0 ? 0 : 3, 6, seed % 2 == 0, false, 0});
    const auto report = robustness(conflict, {});
    REQUIRE(report);
    for (const Robustness& one : report->equilibria) {
      CAPTURE(concept_name(one.solution));
      CAPTURE(one.state);
      const int expected = fewest_swaps(conflict, one, 3);
      CHECK(static_cast<int>(one.breaking.size()) == std::max(0, expected));
      CHECK(one.looked == (expected < 0 ? 3 : one.solution == Concept::nash ? 3 : expected));
      ++lengths[std::max(0, expected)];
      if (expected < 0) continue;
      Conflict changed = conflict;
      for (const Swap& swap : one.breaking) changed = swapped(changed, swap);
      CHECK_FALSE(is_equilibrium(changed, one));
    }
  }
  for (const int count : lengths) CHECK(count > 0);
}

TEST_CASE("what is drawn depends on the seed and not on the threads") {
  const Conflict conflict = random_conflict(3, {3, 6, 0, true, false, 2});
  RobustnessOptions options;
  const auto one = robustness(conflict, options);
  options.threads = 3;
  const auto three = robustness(conflict, options);
  options.seed = 2;
  const auto other = robustness(conflict, options);
  REQUIRE(one->equilibria.size() == three->equilibria.size());
  bool differs = false;
  for (std::size_t number = 0; number < one->equilibria.size(); ++number) {
    CHECK(one->equilibria[number].survived == three->equilibria[number].survived);
    CHECK(one->equilibria[number].kept == three->equilibria[number].kept);
    differs = differs || one->equilibria[number].survived != other->equilibria[number].survived;
  }
  CHECK(differs);
  CHECK(one->effects.size() == three->effects.size());
}

TEST_CASE("who is indifferent between all states has nothing to swap, only ties to break") {
  Conflict conflict = published_conflict("prisoners").conflict;
  for (auto& payoff : conflict.payoff) payoff.assign(payoff.size(), 1);
  const auto report = robustness(conflict, {});
  REQUIRE(report);
  CHECK(report->swaps == 0);
  CHECK(report->effects.empty());
  REQUIRE(report->equilibria.size() == 24);
  CHECK(report->equilibria.front().breaking.empty());
  CHECK(report->equilibria.front().survived >= 100);
  CHECK(report->equilibria.front().survived < 200);
}

TEST_CASE("robustness can be stopped") {
  std::atomic<bool> asked{true};
  CHECK_FALSE(robustness(published_conflict("elmira_12").conflict, {}, Stop(&asked)));
}

TEST_CASE("large conflicts are swapped in part, evenly, and say so") {
  const Conflict conflict = random_conflict(5, {2, 10, 0, false, false, 0});
  RobustnessOptions options;
  options.draws = 4;
  const auto report = robustness(conflict, options);
  REQUIRE(report);
  CHECK(report->swaps == 2 * 1023);
  CHECK(report->swaps_tried == 1024);
  CHECK(report->equilibria.front().draws == 4);
}
