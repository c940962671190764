#include "detente/coalition/voting.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "detente/coalition/big_count.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

/// The indices by their definition, over all coalitions.
struct Counted {
  std::vector<BigCount> swings{};
  BigCount winning = 0;
  std::vector<double> shapley_shubik{};
};

bool wins(const VotingGame& game, std::uint32_t coalition) {
  for (const WeightedRule& rule : game.rules) {
    std::int64_t weight = 0;
    for (int player = 0; player < game.players; ++player) {
      if ((coalition >> player & 1U) != 0) weight += rule.weights[player];
    }
    if (weight < rule.quota) return false;
  }
  return true;
}

Counted counted(const VotingGame& game) {
  Counted found{.swings = std::vector<BigCount>(game.players)};
  const std::vector<BigCount> factorial = factorials(game.players);
  std::vector<BigCount> orders(game.players);
  for (std::uint32_t coalition = 0; coalition < 1U << game.players; ++coalition) {
    if (!wins(game, coalition)) continue;
    ++found.winning;
    for (int player = 0; player < game.players; ++player) {
      const std::uint32_t bit = 1U << player;
      if ((coalition & bit) == 0 || wins(game, coalition & ~bit)) continue;
      ++found.swings[player];
      const int before = std::popcount(coalition) - 1;
      orders[player] += factorial[before] * factorial[game.players - 1 - before];
    }
  }
  for (const BigCount& one : orders) {
    found.shapley_shubik.push_back(ratio(one, factorial[game.players]));
  }
  return found;
}

class Draws {
 public:
  explicit Draws(std::uint32_t run) : rng_(11, run) {}
  /// From `low` to `high`, both included.
  std::int64_t whole(std::int64_t low, std::int64_t high) {
    const double u = rng_.uniform({.draw = next_++});
    return low + static_cast<std::int64_t>(u * static_cast<double>(high - low + 1));
  }

 private:
  Rng rng_;
  std::uint32_t next_ = 0;
};

std::int64_t sum_of(const std::vector<std::int64_t>& weights) {
  return std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
}

/// Weights up to `most`, some of them 0 and some alike; a quota that a coalition may or may not
/// reach.
WeightedRule random_rule(Draws& draws, int players, std::int64_t most) {
  WeightedRule rule;
  for (int player = 0; player < players; ++player) rule.weights.push_back(draws.whole(0, most));
  const std::int64_t total = sum_of(rule.weights);
  rule.quota = draws.whole(1, total + 1 + total / 20);
  return rule;
}

VotingGame random_game(std::uint32_t run, int most_players, std::int64_t most_weight) {
  Draws draws(run);
  VotingGame game{.players = static_cast<int>(draws.whole(1, most_players)), .rules = {}};
  const auto rules = draws.whole(1, 3);
  for (int rule = 0; rule < rules; ++rule) {
    const std::int64_t most = draws.whole(0, 3) == 0 ? 1 : most_weight;
    game.rules.push_back(random_rule(draws, game.players, most));
  }
  return game;
}

VotingGame one_rule(std::int64_t quota, std::vector<std::int64_t> weights) {
  const int players = static_cast<int>(weights.size());
  return {.players = players, .rules = {{quota, std::move(weights)}}};
}

void check_equal(const VotingGame& game, const Counted& wanted) {
  const VotingPower found = voting_power(game);
  REQUIRE(found.exact);
  CHECK(found.winning_coalitions == text_of(wanted.winning));
  BigCount total = 0;
  for (const BigCount& one : wanted.swings) total += one;
  CHECK(found.total_swings == text_of(total));
  const BigCount others = BigCount(1) << static_cast<unsigned>(game.players - 1);
  for (int player = 0; player < game.players; ++player) {
    CHECK(found.swings[player] == text_of(wanted.swings[player]));
    CHECK(found.banzhaf[player] == ratio(wanted.swings[player], total));
    CHECK(found.penrose[player] == ratio(wanted.swings[player], others));
    CHECK(found.shapley_shubik[player] == wanted.shapley_shubik[player]);
  }
  CHECK(found.power_to_act == ratio(wanted.winning, 2 * others));
}

/// "7/30"
double fraction(const std::string& text) {
  const std::size_t slash = text.find('/');
  const double top = std::stod(text);
  return slash == std::string::npos ? top : top / std::stod(text.substr(slash + 1));
}

}  // namespace

TEST_CASE("published voting games give their published numbers") {
  const json data = support::read_data("power_indices");
  for (const json& given : data.at("games")) {
    CAPTURE(given.at("id").get<std::string>());
    const VotingPower found = voting_power(one_rule(given.at("quota"), given.at("weights")));
    CHECK(found.exact);
    CHECK(found.swings == given.at("swings").get<std::vector<std::string>>());
    CHECK(found.total_swings == given.at("total_swings"));
    CHECK(found.winning_coalitions == given.at("winning_coalitions"));
    CHECK(found.power_to_act == given.at("power_to_act").get<double>());
    for (std::size_t player = 0; player < found.swings.size(); ++player) {
      CHECK(std::abs(found.banzhaf[player] - given.at("banzhaf")[player].get<double>()) < 1e-10);
      CHECK(std::abs(found.penrose[player] - given.at("penrose")[player].get<double>()) < 1e-12);
      const double exact = fraction(given.at("shapley_shubik_exact")[player]);
      CHECK(std::abs(found.shapley_shubik[player] - exact) < 1e-16);
    }
  }
}

TEST_CASE("with small weights counts are those over all coalitions") {
  for (std::uint32_t run = 0; run < 300; ++run) {
    CAPTURE(run);
    const VotingGame game = random_game(run, 9, 12);
    check_equal(game, counted(game));
  }
}

TEST_CASE("with weights far beyond any table counts are those over all coalitions") {
  for (std::uint32_t run = 0; run < 60; ++run) {
    CAPTURE(run);
    const VotingGame game = random_game(run, 11, 1'000'000'000'000);
    check_equal(game, counted(game));
  }
}

TEST_CASE("a party whose consent is needed has a say in every winning coalition") {
  // two of three must agree, and the first of them in any case
  const VotingPower found = voting_power({.players = 3, .rules = {{2, {1, 1, 1}}, {1, {1, 0, 0}}}});
  CHECK(found.swings == std::vector<std::string>{"3", "1", "1"});
  CHECK(found.winning_coalitions == "3");
  CHECK(found.shapley_shubik[0] == 4.0 / 6.0);
  CHECK(found.shapley_shubik[1] == 1.0 / 6.0);
}

TEST_CASE("a dictator has all power, others none") {
  const VotingPower found = voting_power(one_rule(10, {10, 3, 3, 3, 0}));
  CHECK(found.banzhaf == std::vector<double>{1, 0, 0, 0, 0});
  CHECK(found.shapley_shubik == found.banzhaf);
  CHECK(found.penrose[0] == 1.0);
  CHECK(found.swings[0] == "16");
  CHECK(found.power_to_act == 0.5);
}

TEST_CASE("where no coalition wins, nobody has power") {
  const VotingPower found = voting_power(one_rule(11, {4, 3, 3}));
  CHECK(found.exact);
  CHECK(found.winning_coalitions == "0");
  CHECK(found.total_swings == "0");
  CHECK(found.swings == std::vector<std::string>{"0", "0", "0"});
  CHECK(found.banzhaf == std::vector<double>{0, 0, 0});
  CHECK(found.shapley_shubik == found.banzhaf);
  CHECK(found.power_to_act == 0.0);
}

TEST_CASE("a single player has all power or none") {
  CHECK(voting_power(one_rule(1, {1})).shapley_shubik == std::vector<double>{1.0});
  CHECK(voting_power(one_rule(2, {1})).shapley_shubik == std::vector<double>{0.0});
}

TEST_CASE("all ways of counting agree") {
  // the same game twice: with small weights by tables, with a weight that hardly counts otherwise
  for (std::uint32_t run = 0; run < 4; ++run) {
    Draws draws(run);
    WeightedRule rule = random_rule(draws, 23, 40);
    rule.quota = sum_of(rule.weights) / 2 + draws.whole(1, 40);
    VotingGame large{.players = 23, .rules = {rule}};
    for (std::int64_t& weight : large.rules[0].weights) weight = weight * 1'000'000'007 + 1;
    large.rules[0].quota *= 1'000'000'007;
    const VotingPower small = voting_power({.players = 23, .rules = {rule}});
    const VotingPower found = voting_power(large);
    CHECK(small.swings == found.swings);
    CHECK(small.shapley_shubik == found.shapley_shubik);
    // a second rule that everybody meets forbids counting by halves
    VotingGame twice = large;
    twice.rules.push_back(twice.rules[0]);
    twice.rules[1].weights[0] += 1;
    twice.rules[1].quota -= 5;
    CHECK(voting_power(twice).swings == found.swings);
  }
}

TEST_CASE("counts of many equal voters are binomials") {
  // simple majority of 101: a voter swings if 50 of the other 100 agree
  const VotingPower majority = voting_power(one_rule(51, std::vector<std::int64_t>(101, 1)));
  CHECK(majority.swings[100] == text_of(subsets_by_size(100)[50]));
  CHECK(majority.shapley_shubik[3] == 1.0 / 101.0);
  CHECK(majority.power_to_act == 0.5);
}

TEST_CASE("two houses and a president, all of whom must agree") {
  // 435 representatives, 100 senators with a vice president, one president
  const int members = 537;
  VotingGame game{.players = members, .rules = {}};
  for (const auto& [first, last, quota] :
       {std::array{0, 435, 218}, std::array{435, 536, 51}, std::array{536, 537, 1}}) {
    WeightedRule rule{.quota = quota, .weights = std::vector<std::int64_t>(members)};
    std::fill(rule.weights.begin() + first, rule.weights.begin() + last, 1);
    game.rules.push_back(std::move(rule));
  }
  const VotingPower found = voting_power(game);
  CHECK(found.exact);
  // a representative decides where 217 others agree, and half of all sets of senators do
  const BigCount houses = BigCount(1) << (434U + 100U);
  CHECK(found.swings[0] == text_of(subsets_by_size(434)[217] << 100U));
  CHECK(found.swings[435] == text_of(subsets_by_size(100)[50] << 434U));
  CHECK(found.swings[536] == text_of(houses));
  CHECK(found.winning_coalitions == text_of(houses));
  const double sum = std::accumulate(found.shapley_shubik.begin(), found.shapley_shubik.end(), 0.0);
  CHECK(std::abs(sum - 1.0) < 1e-13);
}

TEST_CASE("some heavy voters among many light ones are counted, however heavy") {
  // the heavy ones alone decide, but where two of them face two
  const std::int64_t heavy = 1'000'000'007;
  WeightedRule rule{.quota = 2 * heavy + 30, .weights = std::vector<std::int64_t>(63, 1)};
  std::fill(rule.weights.begin(), rule.weights.begin() + 4, heavy);
  WeightedRule modest = rule;
  modest.quota = 2 * 100 + 30;
  std::fill(modest.weights.begin(), modest.weights.begin() + 4, 100);
  const VotingPower found = voting_power({.players = 63, .rules = {rule}});
  const VotingPower wanted = voting_power({.players = 63, .rules = {modest}});
  CHECK(found.swings == wanted.swings);
  CHECK(found.shapley_shubik == wanted.shapley_shubik);
  CHECK(found.swings[62] == text_of(subsets_by_size(58)[29] * 6));
}

TEST_CASE("Banzhaf is exact for a thousand voters, Shapley-Shubik by quadrature") {
  const VotingGame game = one_rule(501, std::vector<std::int64_t>(1'000, 1));
  const VotingPower found = voting_power(game);
  CHECK_FALSE(found.exact);
  CHECK(found.swings[999] == text_of(subsets_by_size(999)[500]));
  CHECK(std::abs(found.shapley_shubik[0] - 0.001) < 1e-13);
}

TEST_CASE("quadrature agrees with exact counts") {
  // null players are no part of any sum, but make the game one of more than 200
  for (std::uint32_t run = 0; run < 12; ++run) {
    Draws draws(100 + run);
    WeightedRule rule = random_rule(draws, 60, 30);
    rule.quota = 1 + sum_of(rule.weights) * draws.whole(1, 9) / 10;
    // one voter without whom nothing goes
    if (run % 3 == 0) rule.weights[0] = sum_of(rule.weights) - rule.weights[0];
    const VotingPower exact = voting_power({.players = 60, .rules = {rule}});
    rule.weights.resize(201);
    const VotingPower found = voting_power({.players = 201, .rules = {rule}});
    REQUIRE(exact.exact);
    REQUIRE_FALSE(found.exact);
    for (int player = 0; player < 60; ++player) {
      const double wanted = exact.shapley_shubik[player];
      CHECK(std::abs(found.shapley_shubik[player] - wanted) <= 1e-12);
      CHECK(std::abs(found.penrose[player] - exact.penrose[player]) <= 1e-16);
    }
  }
}

TEST_CASE("equal quota and blocking quota give the same indices") {
  for (std::uint32_t run = 0; run < 20; ++run) {
    Draws draws(run);
    WeightedRule rule = random_rule(draws, 40, 25);
    rule.quota = draws.whole(1, sum_of(rule.weights));
    WeightedRule blocking = rule;
    blocking.quota = sum_of(rule.weights) - rule.quota + 1;
    const VotingPower one = voting_power({.players = 40, .rules = {rule}});
    const VotingPower other = voting_power({.players = 40, .rules = {blocking}});
    CHECK(one.swings == other.swings);
    CHECK(one.shapley_shubik == other.shapley_shubik);
  }
}

TEST_CASE("the number of threads changes nothing") {
  Draws draws(5);
  const VotingGame votes{.players = 300, .rules = {random_rule(draws, 300, 40)}};
  CHECK(voting_power(votes, {.threads = 1}).shapley_shubik ==
        voting_power(votes, {.threads = 3}).shapley_shubik);
  const VotingGame rules = {
      .players = 22,
      .rules = {random_rule(draws, 22, 1'000'000'000), random_rule(draws, 22, 1'000'000'000)}};
  CHECK(voting_power(rules, {.threads = 1}).shapley_shubik ==
        voting_power(rules, {.threads = 3}).shapley_shubik);
}

TEST_CASE("a game of many voters with many weights does not fit") {
  Draws draws(9);
  const VotingGame game{.players = 300, .rules = {random_rule(draws, 300, 1'000'000'000'000)}};
  CHECK_FALSE(fits(game));
  CHECK_THROWS_AS(voting_power(game), ContractViolation);
}

TEST_CASE("rules whose weights cannot be added up do not fit") {
  const std::int64_t huge = std::int64_t{1} << 62U;
  CHECK_FALSE(fits(one_rule(5, {huge, huge, huge})));
  CHECK(fits(one_rule(5, {huge, 5, 3})));
}

TEST_CASE("a broken promise about votes is a contract violation") {
  CHECK_THROWS_AS(voting_power(one_rule(0, {1, 1})), ContractViolation);
  CHECK_THROWS_AS(voting_power(one_rule(1, {1, -1})), ContractViolation);
  CHECK_THROWS_AS(voting_power({.players = 3, .rules = {{1, {1, 1}}}}), ContractViolation);
  CHECK_THROWS_AS(voting_power({.players = 2, .rules = {}}), ContractViolation);
}
