// From votes, games and negotiations to power.

#include "detente/study/power.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "detente/coalition/rule.hpp"
#include "detente/core/rng.hpp"
#include "detente/scenario/load.hpp"
#include "support/data.hpp"

namespace detente {
namespace {

using nlohmann::json;

Scenario scenario_of(const std::string& sections) {
  auto loaded = parse_scenario("schema: detente/scenario/1\nid: t\ntitle: Test\n" + sections, "t");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

PowerReport weighed(const Scenario& scenario, const PowerQuestion& question = {}) {
  auto report = power(scenario, {.seed = scenario.seed}, question);
  if (!report) FAIL(to_string(report.error().front()));
  return std::move(report).value();
}

bool meets_all(const VotingGame& game, std::uint32_t mask) {
  for (const WeightedRule& rule : game.rules) {
    std::int64_t sum = 0;
    for (int player = 0; player < game.players; ++player) {
      if ((mask >> static_cast<unsigned>(player) & 1U) != 0) sum += rule.weights[player];
    }
    if (sum < rule.quota) return false;
  }
  return true;
}

/// The coalitions on which the voting game and the rule differ.
int differences(const Rule& rule) {
  bool rounded = false;
  const VotingGame game = voting_game_of(rule, rounded);
  CHECK_FALSE(rounded);
  int count = 0;
  for (std::uint32_t mask = 0; mask < (1U << static_cast<unsigned>(rule.parties())); ++mask) {
    ActorSet set;
    for (int party = 0; party < rule.parties(); ++party) {
      if ((mask >> static_cast<unsigned>(party) & 1U) != 0) set |= only(party);
    }
    if (wins(rule, set) != meets_all(game, mask)) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("votes with a priori unions have an Owen value, votes on a graph a Myerson value") {
  // EEC 1958 with the Benelux as one union: Owen 1977, "Values of games with a priori unions"
  const Scenario scenario = scenario_of(
      R"(votes: {rules: [{quota: 12, weights: {fr: 4, de: 4, it: 4, nl: 2, be: 2, lu: 1}}]}
unions: [[nl, be, lu]]
graph: [[fr, de], [de, it], [fr, it], [nl, fr], [be, fr], [lu, fr], [nl, de], [be, de], [lu, de],
        [nl, it], [be, it], [lu, it], [nl, be], [nl, lu], [be, lu]]
)");
  const PowerReport report = weighed(scenario);
  REQUIRE(report.game.has_value());
  const std::vector<double> owen{0.25, 0.25, 0.25, 0.125, 0.125, 0.0};
  for (std::size_t player = 0; player < owen.size(); ++player) {
    CHECK((*report.game->owen)[player] == doctest::Approx(owen[player]).epsilon(1e-12));
    // everybody talks with everybody
    CHECK((*report.game->myerson)[player] ==
          doctest::Approx(report.power->shapley_shubik[player]).epsilon(1e-12));
  }
}

TEST_CASE("a rule of talks as votes: the same coalitions win") {
  const Rng rng(20260307);
  constexpr double kQuorums[] = {0.0, 0.25, 0.5, 0.6, 2.0 / 3.0, 0.66666666666667,
                                 0.7, 0.75, 0.8, 0.9, 1.0};
  for (std::uint32_t draw = 0; draw < 300; ++draw) {
    CAPTURE(draw);
    const auto uniform = [&](std::uint32_t which) {
      return rng.uniform({.purpose = draw, .draw = which});
    };
    const int parties = 1 + static_cast<int>(uniform(0) * 9.0);
    const int decimals = static_cast<int>(uniform(1) * 4.0);
    double scale = 1.0;
    for (int digit = 0; digit < decimals; ++digit) scale *= 10.0;
    Rule rule;
    for (int party = 0; party < parties; ++party) {
      const auto place = static_cast<std::uint32_t>(party);
      const double whole = 1.0 + static_cast<double>(static_cast<int>(uniform(10 + place) * 100.0));
      rule.power.push_back(whole / scale);
      if (uniform(40 + place) < 0.2) rule.required |= only(party);
    }
    rule.quorum = kQuorums[static_cast<std::size_t>(uniform(2) * 11.0)];
    rule.total = power_of(rule, first_actors(parties));
    CHECK(differences(rule) == 0);
  }
}

TEST_CASE("powers with too many decimals are rounded, and it is said") {
  const Rule rule{.power = {1.0 / 3.0, 2.0 / 3.0, 1.0}, .quorum = 0.5};
  bool rounded = false;
  const VotingGame game = voting_game_of(rule, rounded);
  CHECK(rounded);
  CHECK(meets_all(game, 0b100));
  CHECK(meets_all(game, 0b011));
  CHECK_FALSE(meets_all(game, 0b010));
}

TEST_CASE("votes: indices, and who has a veto, is a dictator or a dummy") {
  const PowerReport report = weighed(scenario_of(
      "votes: {rules: [{quota: 12, weights: {fr: 4, de: 4, it: 4, nl: 2, be: 2, lu: 1}}]}\n"));
  const json found = json::parse(to_json(report));
  CHECK(found.at("schema") == "detente/power/1");
  CHECK(found.at("stage").is_null());
  CHECK(found.at("shapley_shubik").at("fr").get<double>() == doctest::Approx(7.0 / 30.0));
  CHECK(found.at("swings").at("nl") == 6);
  CHECK(found.at("exact") == true);
  CHECK(found.at("dummies") == json::array({"lu"}));
  CHECK(found.at("veto") == json::array());
  const json alone = json::parse(
      to_json(weighed(scenario_of("votes: {rules: [{quota: 3, weights: {a: 3, b: 1, c: 1}}]}\n"))));
  CHECK(alone.at("dictator") == "a");
  CHECK(alone.at("dummies") == json::array({"b", "c"}));
}

TEST_CASE("counts above 2^53 are texts") {
  std::string weights;
  for (int voter = 0; voter < 60; ++voter) {
    weights += (voter == 0 ? "v" : ", v") + std::to_string(voter) + ": 1";
  }
  const json found = json::parse(
      to_json(weighed(scenario_of("votes: {rules: [{quota: 31, weights: {" + weights + "}}]}\n"))));
  // 59 choose 30
  CHECK(found.at("swings").at("v0") == "59132290782430712");
  CHECK(found.at("total_swings").is_string());
  CHECK(found.at("banzhaf").at("v59").get<double>() == doctest::Approx(1.0 / 60.0));
}

TEST_CASE("a game: values, links and unions") {
  const PowerReport report =
      weighed(scenario_of("game: {players: [a, b, c], values: {a b: 1, b c: 1, a c: 1, a b c: 1}}\n"
                          "graph: [[a, b], [b, c]]\nunions: [[a, c]]\n"));
  REQUIRE(report.game);
  REQUIRE(report.game->myerson);
  CHECK((*report.game->myerson)[1] == doctest::Approx(2.0 / 3.0));
  const json found = json::parse(to_json(report));
  CHECK(found.at("core").at("empty") == true);
  CHECK(found.at("least_core").get<double>() == doctest::Approx(1.0 / 3.0));
  CHECK(found.at("owen").at("b").get<double>() == doctest::Approx(0.0));
  CHECK(found.at("myerson").at("a").get<double>() == doctest::Approx(1.0 / 6.0));
  CHECK(found.at("best_structure").at("value") == 1);
  CHECK(found.at("blocs") == json::array({json::array({"a", "b", "c"})}));
}

TEST_CASE("a graph without links is not the same as no graph") {
  const std::string game = "game: {players: [a, b], values: {a: 1, b: 2, a b: 9}}\n";
  const PowerReport alone = weighed(scenario_of(game + "graph: []\n"));
  CHECK(alone.game->myerson == std::vector<double>{1.0, 2.0});
  CHECK(alone.blocs == std::vector<std::vector<int>>{{0}, {1}});
  const std::string tied = "actors: {a: {}, b: {}}\nties: [{between: [a, b], strength: 0.5}]\n";
  CHECK(weighed(scenario_of(game + tied)).game->myerson == std::vector<double>{4.0, 5.0});
  CHECK(weighed(scenario_of(game + tied + "graph: []\n")).game->myerson ==
        std::vector<double>{1.0, 2.0});
  CHECK_FALSE(weighed(scenario_of(game)).game->myerson);
}

TEST_CASE("votes on ties have a Myerson value, as those on a graph") {
  // majority of three where only two talk
  const PowerReport report = weighed(
      scenario_of("votes: {rules: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}\n"
                  "actors: {a: {}, b: {}, c: {}}\nties: [{from: b, to: a, strength: 0.5}]\n"));
  REQUIRE(report.game);
  CHECK(report.game->myerson == std::vector<double>{0.5, 0.5, 0.0});
}

TEST_CASE("blocs of more voters than a negotiation has parties") {
  std::string weights;
  for (int voter = 0; voter < 100; ++voter) {
    weights += (voter > 0 ? ", v" : "v") + std::to_string(voter) + ": 1";
  }
  const PowerReport report =
      weighed(scenario_of("votes: {rules: [{quota: 51, weights: {" + weights +
                          "}}]}\ngraph: [[v99, v80], [v80, v3], [v90, v91]]\n"));
  CHECK(report.blocs.size() == 97);
  CHECK(report.blocs[3] == std::vector<int>{3, 80, 99});
  CHECK(report.blocs.back() == std::vector<int>{98});
}

TEST_CASE("votes and a game of others stand side by side") {
  const PowerReport report =
      weighed(scenario_of("votes: {rules: [{quota: 2, weights: {a: 1, b: 1}}]}\n"
                          "game: {players: [u, v, w], values: {u v: 3, u v w: 6}}\n"));
  const json found = json::parse(to_json(report));
  CHECK(found.at("players") == json::array({"a", "b"}));
  CHECK(found.at("game_players") == json::array({"u", "v", "w"}));
  CHECK(found.at("shapley").at("w").get<double>() == doctest::Approx(1.0));
  CHECK(found.at("banzhaf").at("a").get<double>() == doctest::Approx(0.5));
}

TEST_CASE("talks: who is pivotal, with and without the quorum, and what coalitions are worth") {
  Scenario scenario = support::load_shipped("paris");
  scenario.stages.front().quorum = 0.6;
  scenario.stages.front().consent = {scenario.stages.front().parties.front()};
  const PowerReport report = weighed(scenario);
  REQUIRE(report.votes);
  CHECK(report.votes->rules.size() == 2);
  CHECK(report.without_quorum);
  REQUIRE(report.game);
  CHECK(report.game->core);
  REQUIRE(report.plain);
  CHECK_FALSE(report.plain->core);
  // whoever cannot win is worth nothing, and nobody is worth more than as if it decided
  for (std::size_t mask = 0; mask < report.game->game.value.size(); ++mask) {
    const bool winning = meets_all(*report.votes, static_cast<std::uint32_t>(mask));
    const double worth = winning ? report.plain->game.value[mask] : 0.0;
    CHECK(report.game->game.value[mask] == worth);
  }
  const json found = json::parse(to_json(report));
  CHECK(found.at("stage") == scenario.stages.front().id);
  CHECK(found.at("worth") == "winning-only");
  CHECK(found.at("without_quorum").contains("shapley_shubik"));
  CHECK_FALSE(found.at("plain").contains("nucleolus"));
}

TEST_CASE(
    "talks: gains are counted from the walk-away, or from the worst package if that is better") {
  const Scenario scenario = scenario_of(R"(issues: {x: {options: [low, middle, high]}}
actors:
  a: {positions: {x: {values: [0.5, 0.75, 1], salience: 1, red_line: [low, middle]}}}
  b: {walk_away: 0.25, positions: {x: {values: [1, 0.75, 0], salience: 1}}}
)");
  // a: worst 0.5 above a walk-away of 0; best 1, though that is outside its red lines
  CHECK(weighed(scenario).plain->game.value == std::vector<double>{0.0, 0.25, 0.75, 0.75});
  const PowerReport normalised = weighed(scenario, {.normalised = true});
  const std::vector<double> worth{0.0, 0.5, 1.0, 0.5 + 0.5 / 0.75};
  for (std::size_t mask = 0; mask < worth.size(); ++mask) {
    CHECK(normalised.plain->game.value[mask] == doctest::Approx(worth[mask]).epsilon(1e-12));
  }
}

TEST_CASE("talks: the later stage keeps what was agreed, and one that is not reached is refused") {
  const Scenario scenario = support::load_shipped("paris");
  const auto later = power(scenario, {.seed = scenario.seed}, {.stage = 1});
  REQUIRE(later);
  CHECK(later->stage == 1);
  CHECK(later->players.size() == scenario.stages[1].parties.size());
  Scenario stubborn = scenario;
  for (Actor& actor : stubborn.actors) actor.walk_away = 1.0;
  const auto refused = power(stubborn, {.seed = scenario.seed}, {.stage = 1});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == Code::out_of_range);
}

TEST_CASE("nothing to weigh: the sections that would do are named") {
  const auto refused = power(scenario_of("actors: {a: {title: A}}\n"), {}, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == Code::missing_section);
  CHECK(refused.error().front().message.find("'votes'") != std::string::npos);
}

}  // namespace detente
