// Continuous bargaining of two: polygons with exact answers, curves with closed forms, and Nash's
// own barter.

#include "detente/bargain/polygon.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "detente/bargain/solution_points.hpp"
#include "detente/core/contract.hpp"
#include "support/data.hpp"

using detente::UtilityPair;
using nlohmann::json;

namespace {

constexpr double kClose = 1e-9;

/// "363/16"
double number(const json& given) {
  const std::string text = given;
  const std::size_t bar = text.find('/');
  const double top = std::stod(text.substr(0, bar));
  return bar == std::string::npos ? top : top / std::stod(text.substr(bar + 1));
}

UtilityPair pair(const json& given) {
  return {number(given[0]), number(given[1])};
}

void check_close(UtilityPair found, const json& wanted) {
  CHECK(std::abs(found.first - number(wanted[0])) <= kClose);
  CHECK(std::abs(found.second - number(wanted[1])) <= kClose);
}

/// (x, sqrt(1 - x)) by so many corners.
std::vector<UtilityPair> curve(int steps) {
  std::vector<UtilityPair> corners;
  for (int step = steps; step >= 0; --step) {
    const double x = static_cast<double>(step) / steps;
    corners.push_back({x, std::sqrt(1.0 - x)});
  }
  return corners;
}

}  // namespace

TEST_CASE("five polygons, exact answers") {
  const json data = detente::support::read_data("bargaining");
  for (const json& given : data.at("polygons")) {
    CAPTURE(given.at("id"));
    std::vector<UtilityPair> frontier;
    for (const json& corner : given.at("frontier")) frontier.push_back(pair(corner));
    const auto points = detente::solve_polygon(frontier, pair(given.at("disagreement")));
    check_close(points.ideal, given.at("ideal"));
    check_close(points.nash, given.at("nash"));
    CHECK(std::abs(points.nash_product - number(given.at("nash_product"))) <= kClose);
    check_close(points.kalai_smorodinsky, given.at("kalai_smorodinsky"));
    check_close(points.egalitarian, given.at("egalitarian"));
    const json& corners = given.at("utilitarian_vertices");
    REQUIRE(points.utilitarian.size() == corners.size());
    for (std::size_t place = 0; place < corners.size(); ++place) {
      check_close(points.utilitarian[place], corners[place]);
    }
    CHECK(std::abs(points.utilitarian_sum - number(given.at("utilitarian_sum"))) <= kClose);
  }
}

TEST_CASE("the curve (x, sqrt(1 - x)): closed forms") {
  const auto points = detente::solve_polygon(curve(20'000), {0.0, 0.0});
  const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
  CHECK(points.nash.first == doctest::Approx(2.0 / 3.0).epsilon(1e-4));
  CHECK(points.kalai_smorodinsky.first == doctest::Approx(golden).epsilon(1e-6));
  CHECK(points.egalitarian.first == doctest::Approx(golden).epsilon(1e-6));
  CHECK(points.utilitarian.front().first == doctest::Approx(0.75).epsilon(1e-4));
}

TEST_CASE("a single corner: everything below it can be had") {
  const auto points = detente::solve_polygon({{3.0, 2.0}}, {1.0, 1.0});
  CHECK(points.ideal.first == 3.0);
  CHECK(points.ideal.second == 2.0);
  CHECK(points.nash.first == 3.0);
  CHECK(points.nash_product == 2.0);
  CHECK(points.egalitarian.first == 2.0);  // equal gains of 1 each
  CHECK(points.kalai_smorodinsky.first == 3.0);
  CHECK(points.utilitarian.size() == 1);
}

TEST_CASE("d beyond the frontier: nothing but d") {
  const auto points = detente::solve_polygon({{1.0, 0.0}, {0.0, 1.0}}, {2.0, 2.0});
  CHECK(points.nash.first == 2.0);
  CHECK(points.utilitarian.empty());
}

TEST_CASE("alternating offers for ever") {
  CHECK(detente::rubinstein_share(0.5, 0.5) == doctest::Approx(2.0 / 3.0));
  CHECK(detente::rubinstein_share(0.9, 0.8) == doctest::Approx(0.2 / 0.28));
  CHECK(detente::rubinstein_share(0.0, 0.0) == 1.0);
  CHECK(detente::rubinstein_share(0.9999, 0.9999) == doctest::Approx(0.5).epsilon(1e-4));
  CHECK_THROWS_AS(detente::rubinstein_share(1.0, 0.5), detente::ContractViolation);
  CHECK_THROWS_AS(detente::solve_polygon({}, {}), detente::ContractViolation);
  CHECK_THROWS_AS(detente::solve_polygon({{0.0, 0.0}, {1.0, 1.0}}, {}), detente::ContractViolation);
}

TEST_CASE("Nash 1950: nine goods of Bill and Jack") {
  const json barter = detente::support::read_data("bargaining").at("nash_barter");
  const json& goods = barter.at("goods");
  const int packages = 1 << goods.size();  // bit = Jack has it
  std::vector<std::vector<double>> utility(2, std::vector<double>(packages, 0.0));
  for (int package = 0; package < packages; ++package) {
    for (std::size_t good = 0; good < goods.size(); ++good) {
      const bool to_jack = (package >> good & 1) != 0;
      utility[to_jack ? 1 : 0][package] +=
          goods[good].at(to_jack ? "utility_jack" : "utility_bill").get<double>();
    }
  }
  const std::vector<std::span<const double>> columns(utility.begin(), utility.end());
  const std::vector<double> d = barter.at("disagreement");
  const auto solved = detente::solve({columns, columns, d});
  CHECK(packages == barter.at("packages").get<int>());
  for (const int package : solved.at(detente::Point::nash)) {
    CHECK(utility[0][package] == barter.at("final_utilities")[0].get<double>());
    CHECK(utility[1][package] == barter.at("final_utilities")[1].get<double>());
  }
  double next = 0.0;
  for (int package = 0; package < packages; ++package) {
    const bool rational = utility[0][package] >= d[0] && utility[1][package] >= d[1];
    const double product = (utility[0][package] - d[0]) * (utility[1][package] - d[1]);
    if (rational && product < 60.0) next = std::max(next, product);
  }
  CHECK(next == barter.at("runner_up_product").get<double>());
}
