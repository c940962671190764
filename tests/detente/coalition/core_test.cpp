#include "detente/coalition/core.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "detente/coalition/equations.hpp"
#include "detente/coalition/linear_program.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

constexpr double kExact = 1e-9;

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

double sum_over(std::uint32_t set, const std::vector<double>& values) {
  double sum = 0.0;
  for (; set != 0; set &= set - 1) sum += values[std::countr_zero(set)];
  return sum;
}

/// max(0, estate - claims of the others)
TuGame bankruptcy(double estate, const std::vector<double>& claims) {
  std::vector<double> values;
  const std::uint32_t all = (1U << claims.size()) - 1;
  for (std::uint32_t set = 0; set <= all; ++set) {
    values.push_back(std::max(0.0, estate - sum_over(all & ~set, claims)));
  }
  return game_of(values);
}

double largest_of(const TuGame& game) {
  double largest = 0.0;
  for (const double value : game.value) largest = std::max(largest, std::abs(value));
  return largest;
}

void check_near(const std::vector<double>& found, const std::vector<double>& wanted) {
  REQUIRE(found.size() == wanted.size());
  double scale = 0.0;
  for (const double one : wanted) scale = std::max(scale, std::abs(one));
  for (std::size_t place = 0; place < found.size(); ++place) {
    CAPTURE(place);
    CHECK(std::abs(found[place] - wanted[place]) <= kExact * scale);
  }
}

/// Whether everybody and the coalitions are balanced, the first `level` of them with weights that
/// are positive: if a change of payoffs that keeps their sum takes from none of the coalitions, it
/// gives to none of these (Kohlberg 1971). The largest gift is a linear program.
bool is_balanced(int players, const std::vector<std::uint32_t>& coalitions, std::size_t level) {
  // change = up - 1, so that nothing is below 0 and the program is bounded
  const int rows = 1 + static_cast<int>(coalitions.size()) + players;
  LinearProgram program{.rows = rows, .columns = players};
  program.row_least.push_back(players);
  program.row_most.push_back(players);
  for (const std::uint32_t coalition : coalitions) {
    program.row_least.push_back(std::popcount(coalition));
    program.row_most.push_back(kNoBound);
  }
  for (int player = 0; player < players; ++player) {
    program.row_least.push_back(-kNoBound);
    program.row_most.push_back(2.0);
  }
  program.column_least.assign(players, 0.0);
  double before = 0.0;
  for (int player = 0; player < players; ++player) {
    double in = 0.0;
    program.coefficient.push_back(1.0);
    for (std::size_t place = 0; place < coalitions.size(); ++place) {
      program.coefficient.push_back((coalitions[place] >> player & 1U) != 0 ? 1.0 : 0.0);
      if (place < level) in += program.coefficient.back();
    }
    for (int other = 0; other < players; ++other) {
      program.coefficient.push_back(other == player ? 1.0 : 0.0);
    }
    program.cost.push_back(-in);
    before += in;
  }
  const auto optimum = minimise(program);
  REQUIRE(optimum.has_value());
  double after = 0.0;
  for (int player = 0; player < players; ++player) {
    after -= program.cost[player] * optimum->x[player];
  }
  return std::abs(after - before) < 1e-7;
}

std::vector<double> members_of(int players, std::uint32_t coalition) {
  std::vector<double> members;
  for (int player = 0; player < players; ++player) {
    members.push_back((coalition >> player & 1U) != 0 ? 1.0 : 0.0);
  }
  return members;
}

/// Whether payoffs pass Kohlberg's test at every level of excess. Over imputations those who get
/// what they have alone may be among the balanced, but need not.
bool is_nucleolus(const TuGame& game, const std::vector<double>& payoff, bool imputations) {
  struct Excess {
    double size;
    std::uint32_t coalition;
  };
  const double same = 1e-8 * largest_of(game);
  std::vector<Excess> excesses;
  for (std::uint32_t set = 1; set + 1 < game.value.size(); ++set) {
    excesses.push_back({game.value[set] - sum_over(set, payoff), set});
  }
  std::sort(excesses.begin(), excesses.end(),
            [](const Excess& one, const Excess& other) { return one.size > other.size; });
  std::vector<std::uint32_t> bound;
  for (int player = 0; player < game.players && imputations; ++player) {
    const double alone = game.value[std::size_t{1} << static_cast<unsigned>(player)];
    if (payoff[player] < alone - same) return false;
    if (payoff[player] <= alone + same) bound.push_back(1U << player);
  }
  std::vector<std::uint32_t> level;
  Equations known(game.players);
  // once the payoffs follow from the excesses so far, the others cannot be otherwise
  for (std::size_t place = 0; place < excesses.size() && known.rank() < game.players; ++place) {
    level.push_back(excesses[place].coalition);
    const bool last = place + 1 == excesses.size();
    if (!last && excesses[place].size - excesses[place + 1].size <= same) continue;
    std::vector<std::uint32_t> all = level;
    all.insert(all.end(), bound.begin(), bound.end());
    if (!is_balanced(game.players, all, level.size())) return false;
    for (const std::uint32_t coalition : level) known.add(members_of(game.players, coalition), 0.0);
  }
  return true;
}

/// Whole numbers, so that many excesses are equal.
TuGame random_game(std::uint32_t run, int players, double most) {
  const Rng rng(31, run);
  std::vector<double> values{0.0};
  for (std::uint32_t set = 1; set < 1U << players; ++set) {
    const double u = rng.uniform({.draw = set});
    values.push_back(std::floor(u * most * std::popcount(set)));
  }
  return game_of(values);
}

}  // namespace

TEST_CASE("published games have their published nucleolus and least core") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("tu_games")) {
    if (!given.contains("v")) continue;
    CAPTURE(given.at("id").get<std::string>());
    const TuGame game = game_of(numbers_of(given.at("v")));
    const Nucleolus found = nucleolus(game);
    CHECK(found.imputations);
    check_near(found.payoff, numbers_of(given.at("nucleolus")));
    const LeastCore core = least_core(game);
    CHECK(core.core_empty == given.at("core_empty").get<bool>());
    CHECK(std::abs(core.epsilon - number_of(given.at("least_core_epsilon"))) <=
          kExact * largest_of(game));
  }
}

TEST_CASE("the Talmud's estates are divided by the nucleolus") {
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("tu_games")) {
    if (given.at("id") != "talmud") continue;
    for (const json& row : given.at("rows")) {
      CAPTURE(row.at("estate").get<double>());
      const TuGame game = bankruptcy(row.at("estate"), numbers_of(given.at("claims")));
      check_near(nucleolus(game).payoff, numbers_of(row.at("nucleolus")));
      CHECK_FALSE(least_core(game).core_empty);
    }
  }
}

TEST_CASE("a majority of three leaves the core empty") {
  const LeastCore core = least_core(game_of({0, 0, 0, 1, 0, 1, 1, 1}));
  CHECK(core.core_empty);
  CHECK(std::abs(core.epsilon - 1.0 / 3.0) < kExact);
  check_near(core.payoff, {1.0 / 3, 1.0 / 3, 1.0 / 3});
}

TEST_CASE("Kohlberg's balanced weights certify every nucleolus") {
  for (std::uint32_t run = 0; run < 150; ++run) {
    CAPTURE(run);
    const int players = 2 + static_cast<int>(run % 7);
    const TuGame game = random_game(run, players, run % 2 == 0 ? 3.0 : 1'000.0);
    const Nucleolus found = nucleolus(game);
    const double total = sum_over(static_cast<std::uint32_t>(game.value.size() - 1), found.payoff);
    CHECK(std::abs(total - game.value.back()) <= kExact * largest_of(game));
    CHECK(is_nucleolus(game, found.payoff, found.imputations));
  }
}

TEST_CASE("the nucleolus lies in the core where there is one") {
  int with_core = 0;
  for (std::uint32_t run = 0; run < 60; ++run) {
    CAPTURE(run);
    // larger coalitions gain more than in proportion
    TuGame game = random_game(run, 2 + static_cast<int>(run % 6), 10.0);
    for (std::uint32_t set = 0; set < game.value.size(); ++set) {
      game.value[set] *= std::popcount(set);
    }
    const LeastCore core = least_core(game);
    const double slack = kExact * largest_of(game);
    const auto largest = [&game](const std::vector<double>& payoff) {
      double excess = -1e300;
      for (std::uint32_t set = 1; set + 1 < game.value.size(); ++set) {
        excess = std::max(excess, game.value[set] - sum_over(set, payoff));
      }
      return excess;
    };
    CHECK(std::abs(largest(core.payoff) - core.epsilon) <= slack);
    if (core.core_empty) continue;
    ++with_core;
    CHECK(largest(nucleolus(game).payoff) <= slack);
  }
  CHECK(with_core > 10);
}

TEST_CASE("without an imputation the prenucleolus is offered") {
  // together they lose what each has alone
  const TuGame game = game_of({0, 5, 4, 6, 3, 9, 8, 6});
  const Nucleolus found = nucleolus(game);
  CHECK_FALSE(found.imputations);
  CHECK(is_nucleolus(game, found.payoff, false));
}

TEST_CASE("of a single imputation nothing is left to choose") {
  check_near(nucleolus(game_of({0, 1, 2, 9, 3, 9, 9, 6})).payoff, {1, 2, 3});
}

TEST_CASE("where coalitions add nothing, each keeps its own") {
  const std::vector<double> own = {0.1, 0.2, 0.7, 1.3};
  std::vector<double> values;
  for (std::uint32_t set = 0; set < 16; ++set) values.push_back(sum_over(set, own));
  check_near(nucleolus(game_of(values)).payoff, own);
  const LeastCore core = least_core(game_of(values));
  CHECK_FALSE(core.core_empty);
  CHECK(core.epsilon == 0.0);
  check_near(core.payoff, own);
}

TEST_CASE("games of nothing, of one player and of two") {
  check_near(nucleolus(game_of(std::vector<double>(8, 0.0))).payoff, {0, 0, 0});
  check_near(nucleolus(game_of({0, 7})).payoff, {7});
  CHECK_FALSE(least_core(game_of({0, 7})).core_empty);
  check_near(nucleolus(game_of({0, 1, 3, 10})).payoff, {4, 6});
  CHECK(std::abs(least_core(game_of({0, 1, 3, 10})).epsilon + 3.0) < kExact);
  // one of them alone has more than both
  const Nucleolus split = nucleolus(game_of({0, 8, 3, 10}));
  CHECK_FALSE(split.imputations);
  check_near(split.payoff, {7.5, 2.5});
  CHECK(least_core(game_of({0, 8, 3, 10})).core_empty);
}

TEST_CASE("a constant game is shared alike") {
  std::vector<double> values(16, 5.0);
  values[0] = 0.0;
  const Nucleolus found = nucleolus(game_of(values));
  CHECK_FALSE(found.imputations);
  check_near(found.payoff, {1.25, 1.25, 1.25, 1.25});
}

TEST_CASE("the unit of worth changes nothing, nor does what each has alone") {
  for (std::uint32_t run = 0; run < 10; ++run) {
    CAPTURE(run);
    const TuGame game = random_game(run, 5, 20.0);
    const Nucleolus wanted = nucleolus(game);
    for (const double factor : {1e-9, 1e9}) {
      TuGame other = game;
      for (double& value : other.value) value *= factor;
      const std::vector<double> found = nucleolus(other).payoff;
      for (int player = 0; player < 5; ++player) {
        CHECK(std::abs(found[player] / factor - wanted.payoff[player]) < 1e-8);
      }
    }
    TuGame richer = game;
    for (std::uint32_t set = 0; set < 32; ++set) richer.value[set] += 1e6 * std::popcount(set);
    const std::vector<double> found = nucleolus(richer).payoff;
    for (int player = 0; player < 5; ++player) {
      CHECK(std::abs(found[player] - 1e6 - wanted.payoff[player]) < 1e-7);
    }
  }
}

TEST_CASE("twelve players are the most") {
  const TuGame game = random_game(3, 12, 50.0);
  const Nucleolus found = nucleolus(game);
  CHECK(is_nucleolus(game, found.payoff, found.imputations));
  CHECK_THROWS_AS(nucleolus({.players = 13, .value = std::vector<double>(1U << 13)}),
                  ContractViolation);
}
