// Adjusted Winner: Camp David as published, and what the procedure promises.

#include "detente/bargain/adjusted_winner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "detente/core/contract.hpp"
#include "support/data.hpp"

using detente::adjusted_winner;
using nlohmann::json;

namespace {

/// Points of a party by its own bids, with the shares as they came out.
double worth(const std::vector<detente::Fraction>& points, const detente::Division& division,
             const std::vector<bool>& shared, bool first) {
  double sum = 0.0;
  for (std::size_t item = 0; item < points.size(); ++item) {
    const double share = division.share_of_first[item].value;
    const double own = shared[item] ? 1.0 : (first ? share : 1.0 - share);
    sum += points[item].value * own;
  }
  return sum;
}

}  // namespace

TEST_CASE("Camp David 1978: each side 65 5/6 points") {
  const json data = detente::support::read_data("bargaining");
  for (const json& given : data.at("adjusted_winner")) {
    CAPTURE(given.at("id"));
    std::vector<double> first;
    std::vector<double> second;
    for (const json& issue : given.at("issues")) {
      first.push_back(issue.at("points")[0]);
      second.push_back(issue.at("points")[1]);
    }
    const auto division = adjusted_winner(first, second);
    CHECK(division.points_each.text == given.at("points_each").get<std::string>());
    for (std::size_t item = 0; item < first.size(); ++item) {
      const std::string id = given.at("issues")[item].at("id");
      CHECK(division.share_of_first[item].text ==
            given.at("share_of_first").at(id).get<std::string>());
    }
    const json& transfers = given.at("transfers");
    REQUIRE(division.transfers.size() == transfers.size());
    for (std::size_t place = 0; place < transfers.size(); ++place) {
      const detente::Transfer& transfer = division.transfers[place];
      CHECK(given.at("issues")[transfer.item].at("id") == transfers[place][0]);
      CHECK(transfer.share.text == transfers[place][1].get<std::string>());
      CHECK(transfer.to == (transfers[place][2] == "A" ? 0 : 1));
    }
  }
}

TEST_CASE("bids are scaled to 100 exactly: saliences give the same division as points") {
  const auto division = adjusted_winner(std::vector<double>{0.35, 0.1, 0.2, 0.1, 0.05, 0.2},
                                        std::vector<double>{0.11, 0.01, 0.02, 0.01, 0.04, 0.01});
  CHECK(division.points_each.text == "395/6");
  CHECK(division.points_first[0].text == "35");
  CHECK(division.start_first.text == "60");
  CHECK(division.start_second.text == "75");
}

TEST_CASE("equal bids go to the first party; equal totals move nothing") {
  const auto division = adjusted_winner(std::vector<double>{1, 2, 1}, std::vector<double>{1, 1, 2});
  // 25 and 50 to the first against 50 of the second: 25 of 25 + 25 moves, half of the first item
  CHECK(division.transfers.size() == 1);
  CHECK(division.share_of_first[0].text == "1/2");
  CHECK(division.points_each.text == "125/2");
  const auto even = adjusted_winner(std::vector<double>{3, 1}, std::vector<double>{1, 3});
  CHECK(even.transfers.empty());
  CHECK(even.points_each.text == "75");
}

TEST_CASE("what the other does not want moves last; issues both have in full do not move") {
  const auto division =
      adjusted_winner(std::vector<double>{50, 30, 20}, std::vector<double>{0, 20, 80});
  CHECK(division.start_first.text == "80");
  CHECK(division.transfers.empty());  // 80 each
  const auto shared =
      adjusted_winner(std::vector<double>{60, 40}, std::vector<double>{10, 90}, {true, false});
  CHECK(shared.share_of_first[0].text == "1");
  CHECK(shared.start_first.text == "60");
  CHECK(shared.start_second.text == "100");
  // 40 of 40 + 90 moves back: 60 + 40 * 4/13 = 10 + 90 * 9/13
  CHECK(shared.share_of_first[1].text == "4/13");
  CHECK(shared.points_each.text == "940/13");
}

TEST_CASE("random bids: equal points, at most one issue divided, nobody envies") {
  std::mt19937_64 source(5);
  for (int trial = 0; trial < 500; ++trial) {
    CAPTURE(trial);
    const std::size_t items = 1 + source() % 8;
    std::vector<double> first;
    std::vector<double> second;
    std::vector<bool> shared;
    for (std::size_t item = 0; item < items; ++item) {
      first.push_back(static_cast<double>(source() % 11));
      second.push_back(static_cast<double>(source() % 11));
      shared.push_back(source() % 5 == 0);
    }
    first[0] += 1.0;
    second[items - 1] += 1.0;
    const auto division = adjusted_winner(first, second, shared);
    const double one = worth(division.points_first, division, shared, true);
    const double other = worth(division.points_second, division, shared, false);
    CHECK(std::abs(one - other) < 1e-9);
    CHECK(std::abs(one - division.points_each.value) < 1e-9);
    CHECK(one >= 50.0 - 1e-9);
    const auto divided =
        std::count_if(division.share_of_first.begin(), division.share_of_first.end(),
                      [](const auto& share) { return share.value > 0.0 && share.value < 1.0; });
    CHECK(divided <= 1);
  }
}

TEST_CASE("a broken promise is told") {
  const std::vector<double> some{1.0};
  const std::vector<double> none{0.0};
  CHECK_THROWS_AS(adjusted_winner(some, none), detente::ContractViolation);
  CHECK_THROWS_AS(adjusted_winner(some, {}), detente::ContractViolation);
}
