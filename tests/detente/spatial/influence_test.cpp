#include "detente/spatial/influence.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using doctest::Approx;
using nlohmann::json;

namespace {

/// A number, or a text "a/b".
double number_of(const json& value) {
  if (value.is_number()) return value.get<double>();
  const std::string text = value.get<std::string>();
  const std::size_t slash = text.find('/');
  const double top = std::stod(text.substr(0, slash));
  return slash == std::string::npos ? top : top / std::stod(text.substr(slash + 1));
}

std::vector<double> numbers_of(const json& values) {
  std::vector<double> numbers;
  for (const json& value : values) numbers.push_back(number_of(value));
  return numbers;
}

Weights weights_of(const json& matrix) {
  Weights weights;
  for (const json& row : matrix) {
    weights.row.emplace_back();
    const auto numbers = numbers_of(row);
    for (std::size_t column = 0; column < numbers.size(); ++column) {
      if (numbers[column] != 0.0) {
        weights.row.back().emplace_back(static_cast<int>(column), numbers[column]);
      }
    }
  }
  return weights;
}

const json& case_of(const json& data, const std::string& id) {
  for (const json& one : data.at("cases")) {
    if (one.at("id") == id) return one;
  }
  FAIL("no case " << id);
  return data;
}

void check_near(const std::vector<double>& found, const std::vector<double>& wanted,
                double tolerance) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t place = 0; place < found.size(); ++place) {
    CHECK(std::abs(found[place] - wanted[place]) <= tolerance);
  }
}

/// A network with ties, some negative if asked for, and openness below 1.
struct Example {
  int actors = 0;
  std::vector<Pull> pulls{};
  std::vector<double> first{};
  std::vector<double> openness{};
};

Example random_example(std::uint32_t run, bool negative) {
  const Rng rng(7, run);
  std::uint32_t draws = 0;
  const auto draw = [&] { return rng.uniform({.draw = draws++}); };
  Example example{.actors = 2 + static_cast<int>(draw() * 7)};
  for (int actor = 0; actor < example.actors; ++actor) {
    example.first.push_back(100.0 * draw());
    example.openness.push_back(0.95 * draw());
    for (int other = 0; other < example.actors; ++other) {
      if (other == actor || draw() < 0.5) continue;
      const double sign = negative && draw() < 0.4 ? -1.0 : 1.0;
      example.pulls.push_back({other, actor, sign * draw()});
    }
  }
  return example;
}

std::vector<double> stepped(const Example& example, int steps, double centre) {
  const Weights weights = weights_from(example.actors, example.pulls);
  std::vector<double> now = example.first;
  for (int step = 0; step < steps; ++step) {
    now = influence_step(weights, {now, example.first, example.openness}, 1.0, centre);
  }
  return now;
}

}  // namespace

TEST_CASE("Friedkin and Johnsen's four discussants: published equilibrium, effects and path") {
  const json data = support::read_data("influence");
  const json& one = case_of(data, "friedkin_johnsen_1");
  const Weights weights = weights_of(one.at("W"));
  const auto first = numbers_of(one.at("y0"));
  const auto openness = numbers_of(one.at("susceptibility"));
  const auto solved = equilibrium(weights, first, openness);
  REQUIRE(solved);
  check_near(solved->opinions, numbers_of(one.at("equilibrium")), 1e-11);
  CHECK(solved->residual <= 1e-9 * 85.0);
  for (std::size_t actor = 0; actor < 4; ++actor) {
    check_near(solved->effects[actor], numbers_of(one.at("total_effects")[actor]), 5e-7);
  }
  std::vector<double> now = first;
  for (const json& wanted : one.at("first_steps")) {
    check_near(now, numbers_of(wanted), 5e-7);
    now = influence_step(weights, {now, first, openness}, 1.0, 0.0);
  }
}

TEST_CASE("DeGroot: who weighs how much in the consensus") {
  const json data = support::read_data("influence");
  for (const char* const id : {"degroot_1", "degroot_2"}) {
    const json& one = case_of(data, id);
    const Weights weights = weights_of(one.at("W"));
    const auto classes = closed_classes(weights);
    REQUIRE(classes.size() == 1);
    CHECK(classes.front().period == 1);
    check_near(classes.front().weights, numbers_of(one.at("influence_weights")), 1e-14);
    std::vector<double> now = numbers_of(one.at("y0"));
    const std::vector<double> open(now.size(), 1.0);
    const std::vector<double> first = now;
    for (int step = 0; step < 200; ++step) {
      now = influence_step(weights, {now, first, open}, 1.0, 0.0);
    }
    check_near(now, std::vector<double>(now.size(), number_of(one.at("consensus"))), 1e-9);
    CHECK_FALSE(equilibrium(weights, now, open));
  }
  // two who only listen to each other go round for ever; a third listens to them and is not closed
  const Weights round{{{{1, 1.0}}, {{0, 1.0}}, {{0, 0.5}, {2, 0.5}}}};
  const auto classes = closed_classes(round);
  REQUIRE(classes.size() == 1);
  CHECK(classes.front().actors == std::vector{0, 1});
  CHECK(classes.front().period == 2);
  check_near(classes.front().weights, {0.5, 0.5}, 1e-15);
}

TEST_CASE("signed ties: rows of sizes, equilibrium about the centre") {
  const json data = support::read_data("influence");
  const json& one = case_of(data, "signed_3");
  std::vector<Pull> pulls;
  for (int to = 0; to < 3; ++to) {
    for (int from = 0; from < 3; ++from) {
      if (from != to) pulls.push_back({from, to, number_of(one.at("ties")[to][from])});
    }
  }
  const Weights weights = weights_from(3, pulls);
  const Weights wanted = weights_of(one.at("W"));
  for (int actor = 0; actor < 3; ++actor) {
    REQUIRE(weights.row[actor].size() == 3);
    for (int other = 0; other < 3; ++other) {
      CHECK(weights.row[actor][other].second ==
            Approx(wanted.row[actor][other].second).epsilon(1e-15));
    }
  }
  const auto first = numbers_of(one.at("y0"));
  const auto openness = numbers_of(one.at("susceptibility"));
  const auto solved = equilibrium(weights, first, openness);
  REQUIRE(solved);
  check_near(solved->opinions, numbers_of(one.at("equilibrium")), 1e-12);
  // the same on an axis whose centre is 50
  const std::vector<double> shifted{90.0, 40.0, 20.0};
  std::vector<double> now = shifted;
  for (int step = 0; step < 200; ++step) {
    now = influence_step(weights, {now, shifted, openness}, 1.0, 50.0);
  }
  for (std::size_t actor = 0; actor < 3; ++actor) {
    CHECK(now[actor] - 50.0 == Approx(solved->opinions[actor]).epsilon(1e-12));
  }
}

TEST_CASE("opinions stay in range, alike stays alike, and steps lead to the equilibrium") {
  for (std::uint32_t run = 0; run < 200; ++run) {
    CAPTURE(run);
    const bool negative = run % 2 == 1;
    const Example example = random_example(run, negative);
    const double centre = negative ? 50.0 : 0.0;
    const auto last = stepped(example, 2000, centre);
    std::vector<double> about(example.first);
    for (double& opinion : about) opinion -= centre;
    const auto solved =
        equilibrium(weights_from(example.actors, example.pulls), about, example.openness);
    REQUIRE(solved);
    const auto [least, most] = std::minmax_element(example.first.begin(), example.first.end());
    for (int actor = 0; actor < example.actors; ++actor) {
      CHECK(std::abs(last[actor] - centre - solved->opinions[actor]) <= 1e-9);
      CHECK(last[actor] >= (negative ? 0.0 : *least - 1e-9));
      CHECK(last[actor] <= (negative ? 100.0 : *most + 1e-9));
    }
    if (negative) continue;
    Example alike = example;
    alike.first.assign(alike.first.size(), 30.0);
    check_near(stepped(alike, 50, 50.0), alike.first, 1e-12);
    Example stubborn = example;
    stubborn.openness.assign(stubborn.openness.size(), 0.0);
    CHECK(stepped(stubborn, 10, 0.0) == stubborn.first);
  }
}

TEST_CASE("ties of strength 0 are dropped; who is not there neither moves nor is moved") {
  const std::vector<Pull> pulls{{0, 1, 0.6}, {2, 1, 0.0}, {1, 2, 1.0}, {0, 2, 0.5}};
  const Weights all = weights_from(3, pulls);
  CHECK(all.row[0] == std::vector{std::pair(0, 1.0)});
  CHECK(all.row[1] == std::vector{std::pair(0, 0.6 / 1.6), std::pair(1, 1.0 / 1.6)});
  CHECK(all.row[2] == std::vector{std::pair(0, 0.2), std::pair(1, 0.4), std::pair(2, 0.4)});
  const Weights some = weights_from(3, pulls, {true, false, true});
  CHECK(some.row[1] == std::vector{std::pair(1, 1.0)});
  CHECK(some.row[2] == std::vector{std::pair(0, 0.5 / 1.5), std::pair(2, 1.0 / 1.5)});
  CHECK_THROWS_AS(weights_from(2, std::vector<Pull>{{0, 2, 0.1}}), ContractViolation);
  // half a step
  const std::vector<double> now{10.0, 20.0, 30.0};
  const std::vector<double> open{0.5, 0.5, 0.5};
  const auto next = influence_step(all, {now, now, open}, 0.5, 50.0);
  CHECK(next[0] == 10.0);
  CHECK(next[1] == Approx(20.0 + 0.5 * 0.5 * (16.25 - 20.0)));
}
