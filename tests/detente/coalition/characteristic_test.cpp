#include "detente/coalition/characteristic.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "detente/coalition/core.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

constexpr double kPrinted = 1e-7;  // the published numbers have that many digits

/// u(p) of every package: weight * value summed in file order, the last issue fastest.
std::vector<double> utilities_of(const json& actor) {
  std::vector<double> sums{0.0};
  for (std::size_t issue = 0; issue < actor.at("weights").size(); ++issue) {
    std::vector<double> next;
    for (const double sum : sums) {
      for (const double value : actor.at("values")[issue]) {
        next.push_back(sum + actor.at("weights")[issue].get<double>() * value);
      }
    }
    sums = std::move(next);
  }
  return sums;
}

/// Utilities and what judges them.
struct Table {
  std::vector<std::vector<double>> utility{};
  std::vector<double> threshold{};

  std::vector<Judgement> parties() const {
    std::vector<Judgement> judgements;
    for (std::size_t party = 0; party < utility.size(); ++party) {
      judgements.push_back({utility[party], threshold[party]});
    }
    return judgements;
  }
};

Table treaty() {
  const json data = support::read_data("offers_treaty_3p_480");
  Table table;
  for (const json& actor : data.at("scenario").at("actors")) {
    table.utility.push_back(utilities_of(actor));
    table.threshold.push_back(actor.at("walk_away"));
  }
  return table;
}

Rule unanimity(int parties) {
  return {.required = first_actors(parties), .power = std::vector<double>(parties, 1.0)};
}

Rule rule_of(const json& given, int parties) {
  if (given.is_string()) return unanimity(parties);
  Rule rule{.power = given.at("power"), .quorum = given.at("quorum")};
  for (const int party : given.at("consents")) rule.required |= only(party);
  return rule;
}

/// Utilities that some parties share, that some packages repeat, and that red lines cut.
Table random_table(std::uint32_t run, int parties, int packages) {
  const Rng rng(41, run);
  std::uint32_t draws = 0;
  const auto draw = [&] { return rng.uniform({.draw = draws++}); };
  Table table;
  for (int party = 0; party < parties; ++party) {
    table.threshold.push_back(0.6 * draw());
    table.utility.emplace_back();
    for (int package = 0; package < packages; ++package) {
      double utility = draw();
      if (utility < 0.1) utility = -std::numeric_limits<double>::infinity();
      if (utility > 0.7) utility = 0.25 * std::floor(4.0 * utility);
      table.utility.back().push_back(utility);
    }
  }
  return table;
}

/// By definition: every coalition against every package.
double worth_of(const Table& table, std::uint32_t coalition, const std::vector<double>& unit) {
  double best = 0.0;
  for (std::size_t package = 0; package < table.utility.front().size(); ++package) {
    double sum = 0.0;
    for (std::uint32_t rest = coalition; rest != 0; rest &= rest - 1) {
      const int party = std::countr_zero(rest);
      const double utility = table.utility[party][package];
      const bool accepts = utility >= table.threshold[party] - 1e-12;
      double gain = -std::numeric_limits<double>::infinity();
      if (accepts) gain = (utility - table.threshold[party]) / unit[party];
      sum += gain;
    }
    best = std::max(best, sum);
  }
  return best;
}

void check_near(const std::vector<double>& found, const json& wanted, double tolerance) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t place = 0; place < found.size(); ++place) {
    CAPTURE(place);
    CHECK(std::abs(found[place] - wanted[place].get<double>()) <= tolerance);
  }
}

}  // namespace

TEST_CASE("the treaty's games are the recorded ones") {
  const Table table = treaty();
  const json data = support::read_data("coalition_games");
  for (const json& given : data.at("scenario_games").at(0).at("cases")) {
    CAPTURE(given.dump());
    const bool plain = given.at("variant") == "plain";
    const TuGame game = characteristic(table.parties(), rule_of(given.at("rule"), 3),
                                       plain ? Worth::plain : Worth::winning_only);
    check_near(game.value, given.at("v"), 1e-8);
    check_near(shapley_value(game), given.at("shapley"), 1e-8);
    CHECK(std::abs(best_structure(game).value - given.at("best_structure_value").get<double>()) <
          1e-8);
    if (!plain) check_near(nucleolus(game).payoff, given.at("nucleolus"), kPrinted);
  }
}

TEST_CASE("coalitions are worth what their best package brings them") {
  for (std::uint32_t run = 0; run < 30; ++run) {
    CAPTURE(run);
    const int parties = 1 + static_cast<int>(run % 8);
    const Table table = random_table(run, parties, 60);
    const TuGame game = characteristic(table.parties(), unanimity(parties), Worth::plain);
    const std::vector<double> unit(parties, 1.0);
    for (std::uint32_t set = 0; set < game.value.size(); ++set) {
      CHECK(game.value[set] == worth_of(table, set, unit));
    }
  }
}

TEST_CASE("many parties and packages are sifted without a loss") {
  const Table table = random_table(77, 12, 3'000);
  Table modest = table;
  modest.threshold.assign(12, 0.0);
  for (auto& column : modest.utility) {
    for (double& utility : column) utility = std::max(utility, 0.0);
  }
  const std::vector<double> unit(12, 1.0);
  for (const Table& one : {table, modest}) {
    const TuGame game = characteristic(one.parties(), unanimity(12), Worth::plain);
    CHECK(characteristic(one.parties(), unanimity(12), Worth::plain, {}, 3).value == game.value);
    for (std::uint32_t set = 0; set < game.value.size(); set += 37) {
      CHECK(game.value[set] == worth_of(one, set, unit));
    }
  }
}

TEST_CASE("only winning coalitions are worth something if the rule is asked") {
  const Table table = random_table(3, 4, 50);
  const Rule rule{.required = only(1), .power = {3, 1, 2, 2}, .quorum = 0.5};
  const TuGame plain = characteristic(table.parties(), rule, Worth::plain);
  const TuGame game = characteristic(table.parties(), rule, Worth::winning_only);
  for (std::uint32_t set = 0; set < 16; ++set) {
    CHECK(game.value[set] == (wins(rule, ActorSet(set)) ? plain.value[set] : 0.0));
  }
}

TEST_CASE("surpluses in units of the largest: each party alone has 1 at its best") {
  const Table table = random_table(5, 5, 80);
  std::vector<double> unit;
  for (std::size_t party = 0; party < 5; ++party) {
    const auto& column = table.utility[party];
    unit.push_back(*std::max_element(column.begin(), column.end()) - table.threshold[party]);
  }
  const TuGame game = characteristic(table.parties(), unanimity(5), Worth::plain, unit);
  for (std::uint32_t set = 0; set < 32; ++set) CHECK(game.value[set] == worth_of(table, set, unit));
  for (std::uint32_t party = 0; party < 5; ++party) CHECK(game.value[1U << party] == 1.0);
}

TEST_CASE("who accepts nothing adds nothing, in whatever units") {
  Table table = random_table(6, 3, 40);
  table.threshold[1] = std::numeric_limits<double>::infinity();
  const std::vector<double> none;
  const std::vector<double> halves(3, 0.5);
  for (const std::vector<double>& units : {none, halves}) {
    const TuGame game = characteristic(table.parties(), unanimity(3), Worth::plain, units);
    CHECK(game.value[0b010] == 0.0);
    CHECK(game.value[0b111] == 0.0);
    CHECK(game.value[0b101] > 0.0);
  }
}

TEST_CASE("a rule for other parties is a contract violation") {
  const Table table = random_table(1, 3, 10);
  CHECK_THROWS_AS(characteristic(table.parties(), unanimity(2), Worth::plain), ContractViolation);
}
