#include "detente/batch/points.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/batch/permutation.hpp"
#include "detente/batch/sobol.hpp"
#include "detente/core/quantiles.hpp"

using detente::Dimension;
using detente::LoadedPlan;
using detente::Points;
using detente::Setting;

namespace {

constexpr auto kScenario = R"(schema: detente/scenario/1
id: t
title: Test
issues: {q: {options: [low, mid, high]}}
actors:
  us: {positions: {q: {ideal: low}}}
  ru: {positions: {q: {ideal: high}}}
uncertain:
  actors.us.walk_away: {uniform: [0.2, 0.4]}
  actors.*.power: {uniform: [1, 2], each: yes}
)";

struct Made {
  LoadedPlan plan;
  std::vector<Dimension> dimensions;
  Points points;
};

Made make(const std::string& yaml) {
  auto plan = detente::parse_plan("schema: detente/batch/1\nscenario: t.yaml\n" + yaml, "p",
                                  kScenario, "t.yaml");
  if (!plan) throw std::runtime_error(detente::to_string(plan.error().front()));
  std::vector<Dimension> dimensions = dimensions_of(*plan);
  Points points(*plan, dimensions);
  return {std::move(plan).value(), std::move(dimensions), std::move(points)};
}

std::vector<Setting> at(const Made& made, std::int64_t point, int repetition = 0) {
  std::vector<Setting> settings;
  made.points.at(point, repetition, settings);
  return settings;
}

/// One point as text: `0.2 high -`, a dash where the scenario stays as it is.
std::string row(const Made& made, std::int64_t point, int repetition = 0) {
  const std::vector<Setting> settings = at(made, point, repetition);
  std::string text;
  for (std::size_t dimension = 0; dimension < settings.size(); ++dimension) {
    if (dimension > 0) text += ' ';
    const bool unset = settings[dimension].choice == Setting::kUnset;
    text += unset ? "-" : to_string(value_of(made.dimensions[dimension], settings[dimension]));
  }
  return text;
}

std::vector<std::string> table(const Made& made) {
  std::vector<std::string> rows;
  for (std::int64_t point = 0; point < made.points.count(); ++point) {
    rows.push_back(row(made, point));
  }
  return rows;
}

using Rows = std::vector<std::string>;

constexpr auto kWalkAways = R"(vary:
  actors.us.walk_away: {range: [0, 1]}
  actors.ru.walk_away: {range: [0, 1]}
)";

}  // namespace

TEST_CASE("a grid crosses ranges and values, the last one fastest") {
  const Made made = make(R"(
vary:
  actors.us.walk_away: {range: [0.1, 0.3], steps: 3}
  actors.ru.tactic: {values: [linear, {kind: time, e: 2}]}
)");
  CHECK(table(made) == Rows{"0.1 linear", "0.1 {kind: time, e: 2}", "0.2 linear",
                            "0.2 {kind: time, e: 2}", "0.3 linear", "0.3 {kind: time, e: 2}"});
}

TEST_CASE("the steps of a range are the decimals that a person would write, its ends as written") {
  const Made made = make("vary: {actors.us.walk_away: {range: [0.2, 0.6], steps: 9}}");
  CHECK(table(made) == Rows{"0.2", "0.25", "0.3", "0.35", "0.4", "0.45", "0.5", "0.55", "0.6"});
  const Made thirds = make("vary: {actors.us.walk_away: {range: [0, 1], steps: 4}}");
  CHECK(table(thirds) == Rows{"0", "0.333333333333333", "0.666666666666667", "1"});
}

TEST_CASE("in a grid, distributions are drawn by the repetition alone") {
  const Made made = make(R"(repetitions: 3
vary:
  actors.us.walk_away: {range: [0.1, 0.3], steps: 2}
  actors.ru.walk_away: {uniform: [0.4, 0.5]}
)");
  REQUIRE(made.points.count() == 2);
  std::set<double> drawn;
  for (int repetition = 0; repetition < 3; ++repetition) {
    const double first = at(made, 0, repetition)[1].number;
    CHECK(first == at(made, 1, repetition)[1].number);
    CHECK(first >= 0.4);
    CHECK(first < 0.5);
    drawn.insert(first);
  }
  CHECK(drawn.size() == 3);
}

TEST_CASE("outside a grid, repetitions repeat the point") {
  for (const char* kind : {"random", "lhs", "sobol", "saltelli"}) {
    CAPTURE(kind);
    const Made made = make("repetitions: 2\ndesign: {kind: " + std::string(kind) + ", n: 5}\n" +
                           "vary: {actors.us.walk_away: {normal: [0.5, 0.2]}}");
    for (std::int64_t point = 0; point < made.points.count(); ++point) {
      CHECK(at(made, point, 0) == at(made, point, 1));
    }
  }
}

TEST_CASE("without `vary`, what is uncertain varies: a wildcard as one, or each of its matches") {
  const Made made = make("design: {kind: random, n: 4}");
  REQUIRE(made.dimensions.size() == 3);
  CHECK(made.dimensions[0].column == "actors.us.walk_away");
  CHECK(made.dimensions[1].column == "actors.us.power");
  CHECK(made.dimensions[2].column == "actors.ru.power");
  CHECK(at(made, 0)[1].number != at(made, 0)[2].number);

  const Made one = make("design: {kind: random, n: 4}\nvary: {actors.*.power: {uniform: [1, 2]}}");
  REQUIRE(one.dimensions.size() == 1);
  CHECK(one.dimensions[0].column == "actors.*.power");
  CHECK(one.dimensions[0].paths == Rows{"actors.us.power", "actors.ru.power"});

  const Made grid = make("vary: {actors.*.power: {values: [1, 2, 3], each: yes}}");
  CHECK(grid.points.count() == 9);
  CHECK(row(grid, 5) == "2 3");
}

TEST_CASE("one-at-a-time begins with the scenario as it stands, then changes one thing") {
  const Made made = make(R"(design: oat
vary:
  actors.us.walk_away: {range: [0.1, 0.3], steps: 3}
  actors.ru.walk_away: {uniform: [0, 1]}
  actors.ru.tactic: {choice: {linear: 2, boulware: 1}}
  actors.us.power: {values: [7]}
)");
  CHECK(table(made) == Rows{"- - - -", "0.1 - - -", "0.2 - - -", "0.3 - - -", "- 0.05 - -",
                            "- 0.95 - -", "- - linear -", "- - boulware -", "- - - 7"});
}

TEST_CASE("a list is its points, in order; what a point does not name stays as it is") {
  const Made made = make(R"(design:
  kind: list
  points:
    - {actors.us.walk_away: 0.3}
    - {actors.ru.walk_away: 0.4, actors.us.walk_away: 0.2}
    - {}
    - {actors.us.walk_away: 0.3}
)");
  CHECK(made.dimensions[0].column == "actors.us.walk_away");
  CHECK(table(made) == Rows{"0.3 -", "0.2 0.4", "- -", "0.3 -"});
}

TEST_CASE("a random design draws by the point, each dimension for itself") {
  const Made made = make("design: {kind: random, n: 1000}\n" + std::string(kWalkAways));
  double sum = 0.0;
  double product = 0.0;
  for (std::int64_t point = 0; point < 1000; ++point) {
    const auto settings = at(made, point);
    sum += settings[0].number;
    product += (settings[0].number - 0.5) * (settings[1].number - 0.5);
  }
  CHECK(std::abs(sum / 1000.0 - 0.5) < 0.03);
  CHECK(std::abs(product / 1000.0) < 0.01);
  // a longer plan has the same points
  const Made longer = make("design: {kind: random, n: 1000000}\n" + std::string(kWalkAways));
  CHECK(at(made, 999) == at(longer, 999));
}

TEST_CASE("another seed, other points") {
  const std::string rest = "design: {kind: lhs, n: 10}\n" + std::string(kWalkAways);
  CHECK(at(make("seed: 1\n" + rest), 3) == at(make(rest), 3));
  CHECK(at(make("seed: 1\n" + rest), 3) != at(make("seed: 2\n" + rest), 3));
}

TEST_CASE("a Latin hypercube hits every stratum of every dimension exactly once") {
  for (const int n : {1, 2, 7, 1000}) {
    CAPTURE(n);
    const Made made =
        make("design: {kind: lhs, n: " + std::to_string(n) + "}\n" + std::string(kWalkAways));
    std::vector<std::set<int>> strata(2);
    for (std::int64_t point = 0; point < n; ++point) {
      const auto settings = at(made, point);
      for (std::size_t dimension = 0; dimension < 2; ++dimension) {
        strata[dimension].insert(static_cast<int>(settings[dimension].number * n));
      }
    }
    CHECK(strata[0].size() == static_cast<std::size_t>(n));
    CHECK(strata[1].size() == static_cast<std::size_t>(n));
    CHECK(*strata[0].rbegin() == n - 1);
  }
}

TEST_CASE("a permutation is a bijection, for any number and key") {
  for (std::uint64_t n = 1; n <= 70; ++n) {
    const detente::Permutation shuffle(n, 17 * n, static_cast<std::uint32_t>(n % 3));
    std::set<std::uint64_t> seen;
    for (std::uint64_t place = 0; place < n; ++place) seen.insert(shuffle(place));
    CHECK(seen.size() == n);
    CHECK(*seen.rbegin() == n - 1);
  }
  const detente::Permutation one(1000, 1, 0);
  const detente::Permutation other(1000, 1, 1);
  int alike = 0;
  for (std::uint64_t place = 0; place < 1000; ++place) alike += one(place) == other(place) ? 1 : 0;
  CHECK(alike < 12);
}

TEST_CASE("Sobol's sequence begins (1/2, 1/2), (3/4, 1/4), (1/4, 3/4)") {
  const Made made = make("design: {kind: sobol, n: 5}\n" + std::string(kWalkAways));
  CHECK(table(made) == Rows{"0.5 0.5", "0.75 0.25", "0.25 0.75", "0.375 0.375", "0.875 0.875"});
}

TEST_CASE("aligned blocks of Sobol's sequence hit every stratum once, in every dimension") {
  const detente::Sobol sobol(30);
  for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{64}, std::uint64_t{1} << 40U}) {
    std::vector<std::set<int>> strata(30);
    std::vector<double> point(30);
    for (std::uint64_t index = first; index < first + 64; ++index) {
      sobol.at(index, point);
      for (std::size_t dimension = 0; dimension < 30; ++dimension) {
        strata[dimension].insert(static_cast<int>(point[dimension] * 64.0));
      }
    }
    for (const auto& hit : strata) CHECK(hit.size() == 64);
  }
}

TEST_CASE("Saltelli's rows are A, A with one column of B each, B") {
  const Made made = make("design: {kind: saltelli, n: 3}\n" + std::string(kWalkAways));
  REQUIRE(made.points.count() == 12);
  for (std::int64_t base = 0; base < 3; ++base) {
    const auto a = at(made, 4 * base);
    const auto b = at(made, 4 * base + 3);
    CHECK(at(made, 4 * base + 1) == std::vector<Setting>{b[0], a[1]});
    CHECK(at(made, 4 * base + 2) == std::vector<Setting>{a[0], b[1]});
    CHECK(a[0] != b[0]);
    CHECK(a[1] != b[1]);
  }
  // the four-dimensional points 4, 5, 6 of the sequence, after Joe and Kuo's direction numbers
  CHECK(row(made, 0) == "0.375 0.375");
  CHECK(row(made, 4) == "0.875 0.875");
}

TEST_CASE("sampled designs read distributions through their quantiles and values by their weight") {
  const Made made = make(R"(design: {kind: sobol, n: 64}
vary:
  actors.us.walk_away: {triangular: [0.2, 0.3, 0.6]}
  actors.ru.walk_away: {normal: [0.9, 0.3]}
  actors.us.tactic: {choice: {linear: 3, boulware: 1}}
  actors.ru.tactic: {values: [linear, boulware]}
  actors.us.power: {range: [1, 4], steps: 4}
)");
  const auto first = at(made, 0);
  CHECK(first[0].number == detente::triangular_quantile(0.5, 0.2, 0.3, 0.6));
  CHECK(first[1].number == detente::truncated_normal_quantile(0.5, 0.9, 0.3, 0.0, 1.0));
  std::vector<int> linear(2);
  std::set<double> powers;
  for (std::int64_t point = 0; point < 64; ++point) {
    const auto settings = at(made, point);
    CHECK(settings[1].number <= 1.0);
    linear[0] += settings[2].choice == 0 ? 1 : 0;
    linear[1] += settings[3].choice == 0 ? 1 : 0;
    powers.insert(settings[4].number);
  }
  CHECK(std::abs(linear[0] - 48) <= 1);
  CHECK(std::abs(linear[1] - 32) <= 1);
  CHECK(powers == std::set<double>{1.0, 2.0, 3.0, 4.0});
}

TEST_CASE("the last point of the longest plans costs no more than the first") {
  constexpr std::int64_t kRuns = std::int64_t{1} << 40U;
  const std::string n = std::to_string(kRuns);
  for (const char* kind : {"random", "lhs", "sobol"}) {
    CAPTURE(kind);
    const Made made =
        make("design: {kind: " + std::string(kind) + ", n: " + n + "}\n" + std::string(kWalkAways));
    REQUIRE(made.points.count() == kRuns);
    const auto last = at(made, kRuns - 1);
    CHECK(last[0].number >= 0.0);
    CHECK(last[0].number < 1.0);
    CHECK(last != at(made, kRuns - 2));
  }
  const Made grid = make(R"(
vary:
  actors.us.walk_away: {range: [0, 1], steps: 1000000}
  actors.ru.walk_away: {range: [0, 1], steps: 1000000}
)");
  CHECK(row(grid, grid.points.count() - 1) == "1 1");
  const Made half = make("design: {kind: saltelli, n: 274877906944}\n" + std::string(kWalkAways));
  REQUIRE(half.points.count() == kRuns);
  CHECK(at(half, kRuns - 1).size() == 2);
}
