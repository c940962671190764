// What is told of a conflict: which states hold, how they come about, what small changes do.

#include "detente/study/stability.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "detente/scenario/load.hpp"
#include "support/data.hpp"

namespace detente {
namespace {

using nlohmann::json;

const std::string kCuba = "published/fraser1984/cuban-missiles";

Scenario scenario_of(const std::string& yaml) {
  auto loaded = parse_scenario(yaml, "t");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

/// Two actors with three options; the statements of the first are in the order given.
Scenario with_statements(const std::vector<std::string>& first) {
  std::string list;
  for (const std::string& one : first) {
    list += list.empty() ? "" : ", ";
    list += '"' + one + '"';
  }
  return scenario_of(R"(schema: detente/scenario/1
id: t
title: Test
actors: {north: {title: North}, south: {title: South}}
conflict:
  options: {north: [talk, march], south: [wait]}
  preferences:
    north: {statements: [)" +
                     list + R"(]}
    south: {statements: ["!march", "talk iff wait", "wait"]}
)");
}

StabilityReport solved(const Scenario& scenario, const StabilityQuestion& question = {}) {
  auto report = stability(scenario, question);
  if (!report) FAIL(to_string(report.error().front()));
  return std::move(report).value();
}

json document(const StabilityReport& report, StateDetail detail) {
  return json::parse(to_json(report, detail));
}

std::string options_of_size(int options) {
  std::string list;
  for (int option = 0; option < options; ++option) {
    list += (option == 0 ? "o" : ", o") + std::to_string(option);
  }
  return list;
}

}  // namespace

TEST_CASE("stability: the Cuban missile crisis, and how each equilibrium comes about") {
  const StabilityReport report = solved(support::load_shipped(kCuba), {.coalitions = true});
  const json found = document(report, StateDetail::none);
  CHECK(found.at("schema") == "detente/stability/1");
  CHECK(found.at("sanctions") == "legal");
  CHECK(found.at("feasible") == 12);
  CHECK(found.at("equilibria").at("nash") == json::array({5}));
  CHECK(found.at("equilibria").at("seq") == json::array({4, 5, 6}));
  CHECK(found.at("coalition_stable").at("nash") == json::array({5}));
  CHECK_FALSE(found.contains("states"));
  const auto path = std::find_if(found.at("paths").begin(), found.at("paths").end(),
                                 [](const json& one) { return one.at("code") == 6; });
  REQUIRE(path != found.at("paths").end());
  CHECK(path->at("vector") == "NYYN");
  CHECK(path->at("length") == 2);
  CHECK(path->at("moves")[0].at("actor") == "us");
  CHECK(path->at("moves")[0].at("to") == 2);
  CHECK(path->at("moves")[1].at("to") == 6);
  // both would rather stop the blockade
  const auto& broken = found.at("broken_by");
  const auto six = std::find_if(broken.begin(), broken.end(), [](const json& one) {
    return one.at("code") == 6 && one.at("concept") == "seq";
  });
  REQUIRE(six != broken.end());
  CHECK(six->at("coalition") == json::array({"us", "ussr"}));
  CHECK(six->at("target") == 4);
}

TEST_CASE("stability --summary counts, --states lists every state with its certificates") {
  const StabilityReport report = solved(support::load_shipped(kCuba), {.coalitions = true});
  const json counts = document(report, StateDetail::counts);
  CHECK(counts.at("equilibria").at("gmr") == 7);
  CHECK(counts.at("coalition_stable").at("seq") == 2);
  CHECK_FALSE(counts.contains("paths"));
  const json full = document(report, StateDetail::full);
  REQUIRE(full.at("states").size() == 12);
  CHECK(full.at("truncated") == false);
  for (const json& state : full.at("states")) {
    CAPTURE(state.at("code"));
    for (const auto& [actor, stable] : state.at("stable").items()) {
      const std::set<std::string> names(stable.begin(), stable.end());
      for (const auto& [solution, why] : state.at("certificate").at(actor).items()) {
        CHECK(why.at("stable") == (names.count(solution) == 1));
        CHECK(why.contains("unanswered") == !why.at("stable").get<bool>());
      }
    }
  }
  const json few = json::parse(to_json(report, StateDetail::full, 5));
  CHECK(few.at("states").size() == 5);
  CHECK(few.at("truncated") == true);
}

TEST_CASE("stability: a graph counts from one, and sim is not defined for it") {
  const StabilityReport report = solved(support::load_shipped("published/fang1993/chicken"));
  const json found = document(report, StateDetail::full);
  CHECK(found.at("form") == "graph");
  CHECK(found.at("equilibria").at("nash") == json::array({2, 3}));
  CHECK(found.at("equilibria").at("sim").is_null());
  CHECK(found.at("states")[0].at("code") == 1);
  CHECK(found.at("states")[1].at("vector") == "DC");
  CHECK(find_state(report, "DC") == StateIndex{1});
  CHECK(find_state(report, "2") == StateIndex{1});
  CHECK_FALSE(find_state(report, "0"));
  CHECK_FALSE(find_state(report, "5"));
}

TEST_CASE("a state is found by its code or by its letters, and only if it can be") {
  const auto report = open_conflict(support::load_shipped(kCuba));
  REQUIRE(report);
  CHECK(find_state(*report, "6") == StateIndex{6});
  CHECK(find_state(*report, "NYYN") == StateIndex{6});
  CHECK_FALSE(find_state(*report, "NNYY"));  // withdraw and escalate
  CHECK_FALSE(find_state(*report, "12"));
  CHECK_FALSE(find_state(*report, "16"));
  CHECK_FALSE(find_state(*report, "NYY"));
  CHECK_FALSE(find_state(*report, "1.5"));
  CHECK_FALSE(find_state(*report, "-1"));
  CHECK_FALSE(find_state(*report, "six"));
}

TEST_CASE("a statement moved: the same equilibria as of a file with the statements so ordered") {
  const std::vector<std::string> order{"wait", "talk | march", "!march if talk", "!talk"};
  const StabilityReport report = solved(with_statements(order), {.robustness = true});
  REQUIRE(report.statements);
  CHECK(report.statements->moves == 4 * 3 + 3 * 2);
  CHECK_FALSE(report.statements->effects.empty());
  for (int from = 0; from < 4; ++from) {
    for (int to = 0; to < 4; ++to) {
      if (from == to) continue;
      CAPTURE(from);
      CAPTURE(to);
      std::vector<std::string> moved = order;
      moved.erase(moved.begin() + from);
      moved.insert(moved.begin() + to, order[from]);
      const StabilityReport other = solved(with_statements(moved));
      for (const Concept solution : kConcepts) {
        StateSet expected = equilibria(report.table, solution);
        for (const StatementEffect& effect : report.statements->effects) {
          const StatementMove& move = effect.move;
          const bool this_one = move.actor == 0 && move.from == from && move.to == to;
          if (!this_one || effect.solution != solution) continue;
          for (const StateIndex state : effect.lost) expected.remove(state);
          for (const StateIndex state : effect.gained) expected.add(state);
        }
        CHECK(expected == equilibria(other.table, solution));
      }
    }
  }
}

TEST_CASE("stability does not depend on the number of threads") {
  const Scenario scenario = with_statements({"wait", "talk | march", "!march if talk", "!talk"});
  const auto told = [&](int threads) {
    return to_json(solved(scenario, {.coalitions = true, .robustness = true, .threads = threads}),
                   StateDetail::full);
  };
  CHECK(told(1) == told(3));
}

TEST_CASE("only the concepts asked for") {
  const StabilityReport report =
      solved(support::load_shipped(kCuba), {.concepts = {Concept::nash, Concept::seq}});
  const json found = document(report, StateDetail::none);
  CHECK(found.at("equilibria").at("nash") == json::array({5}));
  CHECK(found.at("equilibria").at("gmr").is_null());
  CHECK(found.at("paths").size() == 3);
}

TEST_CASE("more equilibria than can be told: those of most concepts, and a word about it") {
  // nobody wants anything, so every one of 2,048 states holds
  const Scenario scenario = scenario_of(R"(schema: detente/scenario/1
id: t
title: Test
actors: {north: {title: North}}
conflict:
  options: {north: [)" + options_of_size(11) +
                                        R"(]}
  preferences: {north: {statements: ["o0 | !o0"]}}
)");
  const StabilityReport report = solved(scenario);
  CHECK(report.equilibria.size() == kMostEquilibria);
  CHECK(report.cut);
  const json found = document(report, StateDetail::none);
  CHECK(found.at("equilibria").at("nash").size() == 2048);
  CHECK(found.at("paths_cut") == true);
}

TEST_CASE("of too many equilibria, all of the firmest are told, then the first of the others") {
  const Scenario scenario = scenario_of(R"(schema: detente/scenario/1
id: t
title: Test
actors: {north: {title: North}, south: {title: South}}
conflict:
  options: {north: [)" + options_of_size(8) +
                                        R"(], south: [p0, p1, p2, p3]}
  preferences: {north: {statements: ["p0", "o0"]}, south: {statements: ["o1", "p1"]}}
)");
  const StabilityReport report = solved(scenario);
  REQUIRE(report.cut);
  REQUIRE(report.equilibria.size() == kMostEquilibria);
  std::size_t fewest = kConcepts.size();
  for (const auto& one : report.equilibria) fewest = std::min(fewest, one.concepts.size());
  std::set<StateIndex> told;
  for (const auto& one : report.equilibria) told.insert(one.state);
  each_state(report.conflict->feasible, [&](StateIndex state) {
    std::size_t concepts = 0;
    for (const Concept solution : kConcepts) {
      concepts += equilibria(report.table, solution).contains(state) ? 1 : 0;
    }
    if (concepts > fewest) CHECK(told.count(state) == 1);
  });
}

TEST_CASE("what is too large is refused with a way out") {
  const Scenario large = scenario_of(R"(schema: detente/scenario/1
id: t
title: Test
actors: {north: {title: North}}
conflict:
  options: {north: [)" + options_of_size(13) +
                                     R"(]}
  preferences: {north: {statements: ["o0"]}}
)");
  for (const StabilityQuestion& question :
       {StabilityQuestion{.coalitions = true}, StabilityQuestion{.robustness = true}}) {
    const auto refused = stability(large, question);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == Code::too_many);
    CHECK_FALSE(refused.error().front().hint.empty());
  }
  CHECK(stability(large, {}));
}

TEST_CASE("a scenario without a conflict names the section") {
  Scenario scenario = support::load_shipped("paris");
  scenario.conflict.reset();
  const auto refused = stability(scenario, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == Code::missing_section);
  CHECK(refused.error().front().message.find("conflict") != std::string::npos);
}

}  // namespace detente
