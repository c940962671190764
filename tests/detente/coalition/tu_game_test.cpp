#include "detente/coalition/tu_game.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

constexpr double kExact = 1e-12;

/// A number, or a text "a/b".
double number_of(const json& value) {
  if (value.is_number()) return value.get<double>();
  const std::string text = value.get<std::string>();
  const std::size_t slash = text.find('/');
  const double top = std::stod(text);
  return slash == std::string::npos ? top : top / std::stod(text.substr(slash + 1));
}

std::vector<double> numbers_of(const json& values) {
  std::vector<double> numbers;
  for (const json& value : values) numbers.push_back(number_of(value));
  return numbers;
}

TuGame game_of(std::vector<double> values) {
  const int players = std::countr_zero(values.size());
  return {.players = players, .value = std::move(values)};
}

/// 1 for every coalition whose weights reach the quota.
TuGame voting(std::int64_t quota, const std::vector<std::int64_t>& weights) {
  std::vector<double> values;
  for (std::uint32_t set = 0; set < 1U << weights.size(); ++set) {
    std::int64_t weight = 0;
    for (std::size_t player = 0; player < weights.size(); ++player) {
      if ((set >> player & 1U) != 0) weight += weights[player];
    }
    values.push_back(weight >= quota ? 1.0 : 0.0);
  }
  return game_of(values);
}

void check_near(const std::vector<double>& found, const std::vector<double>& wanted) {
  REQUIRE(found.size() == wanted.size());
  double scale = 1.0;
  for (const double one : wanted) scale = std::max(scale, std::abs(one));
  for (std::size_t place = 0; place < found.size(); ++place) {
    CAPTURE(place);
    CHECK(std::abs(found[place] - wanted[place]) <= kExact * scale);
  }
}

TuGame random_game(std::uint32_t run, int players) {
  const Rng rng(21, run);
  std::vector<double> values{0.0};
  for (std::uint32_t set = 1; set < 1U << players; ++set) {
    values.push_back(-1.0 + 3.0 * rng.uniform({.draw = set}));
  }
  return game_of(values);
}

/// What players add in every order, averaged; only orders that `allowed` lets pass.
template <typename Allowed>
std::vector<double> over_orders(const TuGame& game, Allowed allowed) {
  std::vector<int> order(game.players);
  std::iota(order.begin(), order.end(), 0);
  std::vector<double> sum(game.players);
  double orders = 0.0;
  do {
    if (!allowed(order)) continue;
    orders += 1.0;
    std::uint32_t before = 0;
    for (const int player : order) {
      sum[player] += game.value[before | 1U << player] - game.value[before];
      before |= 1U << player;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& one : sum) one /= orders;
  return sum;
}

bool any_order(const std::vector<int>& /*order*/) {
  return true;
}

/// Whether the members of every union come one after the other.
bool keeps_together(const std::vector<int>& order, const std::vector<std::vector<int>>& unions) {
  return std::all_of(unions.begin(), unions.end(), [&order](const std::vector<int>& members) {
    std::vector<std::ptrdiff_t> places;
    for (const int member : members) {
      places.push_back(std::find(order.begin(), order.end(), member) - order.begin());
    }
    const auto [first, last] = std::minmax_element(places.begin(), places.end());
    return *last - *first + 1 == static_cast<std::ptrdiff_t>(members.size());
  });
}

/// The best partition of `rest` by trying all, players one by one.
double best_partition(const TuGame& game, std::vector<std::uint32_t>& blocks, int player) {
  if (player == game.players) {
    double worth = 0.0;
    for (const std::uint32_t block : blocks) worth += game.value[block];
    return worth;
  }
  double best = -1e300;
  for (std::size_t place = 0; place < blocks.size(); ++place) {
    blocks[place] |= 1U << player;
    best = std::max(best, best_partition(game, blocks, player + 1));
    blocks[place] &= ~(1U << player);
  }
  blocks.push_back(1U << player);
  best = std::max(best, best_partition(game, blocks, player + 1));
  blocks.pop_back();
  return best;
}

/// The definition, word by word: the first of the best blocks of the lowest player, where shares of
/// the rest run downwards from all of it.
CoalitionStructure literal_structure(const TuGame& game) {
  std::vector<double> best(game.value.size());
  std::vector<std::uint32_t> block(game.value.size());
  for (std::uint32_t set = 1; set < game.value.size(); ++set) {
    const std::uint32_t lowest = set & (~set + 1);
    const std::uint32_t rest = set & ~lowest;
    best[set] = -1e300;
    for (std::uint32_t share = rest;; share = (share - 1) & rest) {
      const double worth = game.value[lowest | share] + best[rest & ~share];
      if (worth > best[set]) {
        best[set] = worth;
        block[set] = lowest | share;
      }
      if (share == 0) break;
    }
  }
  CoalitionStructure structure{.value = best.back(), .coalitions = {}};
  auto left = static_cast<std::uint32_t>(game.value.size() - 1);
  for (; left != 0; left &= ~block[left]) structure.coalitions.push_back(block[left]);
  return structure;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

Links links_of(const json& given) {
  Links links;
  for (const json& link : given) {
    links.emplace_back(link[0].get<int>() - 1, link[1].get<int>() - 1);
  }
  return links;
}

/// [["NL", "BE"], ["FR"]] as places in the list of players.
std::vector<std::vector<int>> unions_of(const json& given, const json& players) {
  std::vector<std::vector<int>> unions;
  for (const json& members : given) {
    unions.emplace_back();
    for (const json& member : members) {
      const auto place = std::find(players.begin(), players.end(), member) - players.begin();
      unions.back().push_back(static_cast<int>(place));
    }
  }
  return unions;
}

}  // namespace

TEST_CASE("published games have their published Shapley and Banzhaf values") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("tu_games")) {
    if (!given.contains("v")) continue;
    CAPTURE(given.at("id").get<std::string>());
    const TuGame game = game_of(numbers_of(given.at("v")));
    check_near(shapley_value(game), numbers_of(given.at("shapley")));
    check_near(banzhaf_value(game), numbers_of(given.at("banzhaf_value")));
  }
}

TEST_CASE("Shapley values of the Talmud's estates") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("tu_games")) {
    if (given.at("id") != "talmud") continue;
    for (const json& row : given.at("rows")) {
      const std::vector<double> claims = numbers_of(given.at("claims"));
      const double total = sum_of(claims);
      std::vector<double> values;
      for (std::uint32_t set = 0; set < 1U << claims.size(); ++set) {
        double others = total;
        for (std::size_t player = 0; player < claims.size(); ++player) {
          if ((set >> player & 1U) != 0) others -= claims[player];
        }
        values.push_back(std::max(0.0, row.at("estate").get<double>() - others));
      }
      check_near(shapley_value(game_of(values)), numbers_of(row.at("shapley")));
    }
  }
}

TEST_CASE("published games on graphs have their published Myerson values") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("myerson")) {
    CAPTURE(given.at("id").get<std::string>());
    const TuGame game = game_of(numbers_of(given.at("v")));
    check_near(myerson_value(game, links_of(given.at("links"))), numbers_of(given.at("myerson")));
    check_near(shapley_value(game), numbers_of(given.at("shapley")));
  }
}

TEST_CASE("published games with unions have their published Owen values") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("owen")) {
    CAPTURE(given.at("id").get<std::string>());
    const TuGame game = voting(given.at("quota"), given.at("weights"));
    const auto unions = unions_of(given.at("unions"), given.at("players"));
    check_near(owen_value(game, unions), numbers_of(given.at("owen")));
    check_near(shapley_value(game), numbers_of(given.at("shapley")));
  }
}

TEST_CASE("the published coalition structure is the best one") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("coalition_structures")) {
    const CoalitionStructure found = best_structure(game_of(numbers_of(given.at("v"))));
    CHECK(found.value == given.at("optimal_value"));
    std::vector<std::uint32_t> wanted;
    for (const json& block : given.at("optimal").at(0)) {
      wanted.push_back(0);
      for (const int player : block) wanted.back() |= 1U << (player - 1);
    }
    CHECK(found.coalitions == wanted);
  }
}

TEST_CASE("values are the mean over all orders of the players") {
  for (std::uint32_t run = 0; run < 14; ++run) {
    const TuGame game = random_game(run, 1 + static_cast<int>(run % 7));
    check_near(shapley_value(game), over_orders(game, any_order));
  }
}

TEST_CASE("Owen's value is the mean over the orders that keep unions together") {
  const std::vector<std::vector<std::vector<int>>> cases = {
      {{0, 1, 2}, {3}, {4, 5}}, {{5, 0}, {1, 3}, {2, 4}}, {{4}, {1, 2, 3, 0, 5}}};
  for (const auto& unions : cases) {
    const TuGame game = random_game(3, 6);
    check_near(owen_value(game, unions), over_orders(game, [&unions](const auto& order) {
                 return keeps_together(order, unions);
               }));
  }
}

TEST_CASE("without real unions Owen's value is Shapley's") {
  const TuGame game = random_game(4, 5);
  const std::vector<std::vector<int>> single = {{0}, {1}, {2}, {3}, {4}};
  const std::vector<std::vector<int>> whole = {{4, 2, 0, 1, 3}};
  check_near(owen_value(game, single), shapley_value(game));
  check_near(owen_value(game, whole), shapley_value(game));
}

TEST_CASE("if everybody talks with everybody, Myerson's value is Shapley's") {
  const TuGame game = random_game(5, 5);
  Links links;
  for (int one = 0; one < 5; ++one) {
    for (int other = one + 1; other < 5; ++other) links.emplace_back(one, other);
  }
  check_near(myerson_value(game, links), shapley_value(game));
}

TEST_CASE("without links everybody has what it gets alone") {
  const TuGame game = random_game(6, 4);
  check_near(myerson_value(game, {}), {game.value[1], game.value[2], game.value[4], game.value[8]});
}

TEST_CASE("what a connected part is worth goes to its members") {
  const TuGame game = random_game(7, 6);
  const auto value = myerson_value(game, {{0, 3}, {3, 5}, {1, 4}});
  CHECK(std::abs(value[0] + value[3] + value[5] - game.value[0b101001]) < kExact);
  CHECK(std::abs(value[1] + value[4] - game.value[0b010010]) < kExact);
  CHECK(std::abs(value[2] - game.value[0b000100]) < kExact);
}

TEST_CASE("Shapley values share what everybody is worth, and nothing goes to who adds nothing") {
  for (std::uint32_t run = 0; run < 12; ++run) {
    TuGame game = random_game(run, 12);
    // player 11 adds nothing, player 10 what it has alone, 8 and 9 are alike
    for (std::uint32_t set = 0; set < game.value.size(); ++set) {
      if ((set >> 9 & 1U) != 0 && (set >> 8 & 1U) == 0) game.value[set] = game.value[set ^ 0x300U];
    }
    for (std::uint32_t set = 1U << 10; set < 1U << 11; ++set) {
      game.value[set] = game.value[set ^ 1U << 10] + 0.5;
    }
    for (std::uint32_t set = 1U << 11; set < 1U << 12; ++set) {
      game.value[set] = game.value[set ^ 1U << 11];
    }
    const std::vector<double> value = shapley_value(game);
    CHECK(std::abs(sum_of(value) - game.value.back()) < kExact);
    CHECK(value[11] == 0.0);
    CHECK(std::abs(value[10] - 0.5) < kExact);
    CHECK(std::abs(value[8] - value[9]) < kExact);
    CHECK(banzhaf_value(game)[11] == 0.0);
  }
}

TEST_CASE("Shapley values of a sum are the sum of Shapley values") {
  const TuGame one = random_game(1, 8);
  const TuGame other = random_game(2, 8);
  TuGame both = one;
  for (std::size_t set = 0; set < both.value.size(); ++set) both.value[set] += other.value[set];
  std::vector<double> sums = shapley_value(one);
  const std::vector<double> more = shapley_value(other);
  for (std::size_t player = 0; player < sums.size(); ++player) sums[player] += more[player];
  check_near(shapley_value(both), sums);
}

TEST_CASE("the best structure is the best of all partitions") {
  for (std::uint32_t run = 0; run < 24; ++run) {
    const TuGame game = random_game(run, 1 + static_cast<int>(run % 8));
    const CoalitionStructure found = best_structure(game);
    std::vector<std::uint32_t> blocks;
    CHECK(std::abs(found.value - best_partition(game, blocks, 0)) < kExact);
    double worth = 0.0;
    std::uint32_t seen = 0;
    int lowest = -1;
    for (const std::uint32_t block : found.coalitions) {
      CHECK((seen & block) == 0);
      CHECK(std::countr_zero(block) > lowest);
      lowest = std::countr_zero(block);
      seen |= block;
      worth += game.value[block];
    }
    CHECK(seen + std::size_t{1} == game.value.size());
    CHECK(std::abs(found.value - worth) < kExact);
  }
}

TEST_CASE("of many equal structures the first is found") {
  for (std::uint32_t run = 0; run < 60; ++run) {
    CAPTURE(run);
    TuGame game = random_game(run, 1 + static_cast<int>(run % 10));
    for (double& value : game.value) value = std::floor(value + 0.5);
    const CoalitionStructure wanted = literal_structure(game);
    for (const int threads : {1, 2}) {
      const CoalitionStructure found = best_structure(game, threads);
      CHECK(found.value == wanted.value);
      CHECK(found.coalitions == wanted.coalitions);
    }
  }
}

TEST_CASE("of equal structures the one with the larger first blocks is best") {
  // worth a tenth a head, so that sums only differ by rounding
  std::vector<double> values;
  for (std::uint32_t set = 0; set < 1U << 7; ++set) values.push_back(0.1 * std::popcount(set));
  CHECK(best_structure(game_of(values)).coalitions == std::vector<std::uint32_t>{0b1111111});
  values.back() = 0.0;
  CHECK(best_structure(game_of(values)).coalitions ==
        std::vector<std::uint32_t>{0b1111101, 0b0000010});
}

TEST_CASE("threads do not change what comes out") {
  const TuGame game = random_game(8, 14);
  CHECK(shapley_value(game, 1) == shapley_value(game, 3));
  const CoalitionStructure one = best_structure(game, 1);
  const CoalitionStructure three = best_structure(game, 3);
  CHECK(one.value == three.value);
  CHECK(one.coalitions == three.coalitions);
}

TEST_CASE("a broken promise about games is a contract violation") {
  CHECK_THROWS_AS(shapley_value({.players = 2, .value = {0, 1}}), ContractViolation);
  CHECK_THROWS_AS(shapley_value({.players = 21, .value = {}}), ContractViolation);
  const TuGame game = random_game(1, 3);
  CHECK_THROWS_AS(myerson_value(game, {{0, 3}}), ContractViolation);
  const std::vector<std::vector<int>> missing = {{0, 1}};
  const std::vector<std::vector<int>> twice = {{0, 1}, {1, 2}};
  CHECK_THROWS_AS(owen_value(game, missing), ContractViolation);
  CHECK_THROWS_AS(owen_value(game, twice), ContractViolation);
}
