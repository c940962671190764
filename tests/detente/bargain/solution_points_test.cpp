// Frontier and solution points: the recorded domains of tests/data/offers_*.json, and properties on
// random domains against a literal implementation that compares every pair of packages.

#include "detente/bargain/solution_points.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "detente/bargain/packages.hpp"
#include "detente/core/contract.hpp"
#include "literal/solutions.hpp"
#include "support/data.hpp"

using detente::Bargain;
using detente::kPointNames;
using detente::Point;
using detente::SolutionPoints;
using detente::literal::Domain;
using nlohmann::json;

namespace {

constexpr double kClose = 1e-9;

/// The columns of a domain as the solver takes them.
struct Columns {
  explicit Columns(const Domain& domain) : walk_away(domain.walk_away) {
    for (const auto& column : domain.utility) {
      utilities.emplace_back(column);
      masked.push_back(column);
      for (std::size_t package = 0; package < column.size(); ++package) {
        const bool allowed = domain.allowed[package];
        if (!allowed) masked.back()[package] = -std::numeric_limits<double>::infinity();
      }
    }
    for (const auto& column : masked) judged.emplace_back(column);
  }
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  Bargain bargain() const { return {utilities, judged, walk_away}; }

  std::vector<double> walk_away;
  std::vector<std::vector<double>> masked{};
  std::vector<std::span<const double>> utilities{};
  std::vector<std::span<const double>> judged{};
};

SolutionPoints solve(const Domain& domain) {
  const Columns columns(domain);
  return detente::solve(columns.bargain());
}

/// A recorded domain.
Domain domain_of(const json& data) {
  Domain domain;
  std::vector<int> options;
  for (const json& issue : data.at("scenario").at("issues")) {
    options.push_back(static_cast<int>(issue.at("options").size()));
  }
  const detente::PackageGrid grid(options);
  for (const json& actor : data.at("scenario").at("actors")) {
    detente::AdditiveScores scores;
    for (std::size_t issue = 0; issue < options.size(); ++issue) {
      scores.term.emplace_back();
      const double weight = actor.at("weights")[issue];
      for (const double value : actor.at("values")[issue]) {
        scores.term.back().push_back(weight * value);
      }
    }
    domain.utility.push_back(detente::utilities(grid, scores));
    domain.walk_away.push_back(actor.at("walk_away"));
  }
  domain.allowed.assign(grid.packages(), true);
  return domain;
}

void check_close(const std::vector<double>& found, const json& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t party = 0; party < found.size(); ++party) {
    CHECK(std::abs(found[party] - wanted[party].get<double>()) <= kClose);
  }
}

/// What a random domain is like.
struct Shape {
  int parties = 2;
  int packages = 200;
  int levels = 0;  ///< Utilities in so many steps, for ties and duplicates; 0: any double.
  bool opposed = false;
  bool red_lines = false;
};

double draw(std::mt19937_64& source, int levels) {
  const double number = static_cast<double>(source() >> 11U) * 0x1.0p-53;
  return levels == 0 ? number : std::floor(number * levels) / levels;
}

Domain random_domain(std::mt19937_64& source, const Shape& shape) {
  Domain domain;
  for (int party = 0; party < shape.parties; ++party) {
    domain.walk_away.push_back(draw(source, 20) * 0.6);
    domain.utility.emplace_back();
    for (int package = 0; package < shape.packages; ++package) {
      domain.utility.back().push_back(draw(source, shape.levels));
    }
  }
  for (int package = 0; package < shape.packages && shape.opposed; ++package) {
    double sum = 1e-9;
    for (const auto& column : domain.utility) sum += column[package];
    for (auto& column : domain.utility) column[package] /= sum;
  }
  for (int package = 0; package < shape.packages; ++package) {
    domain.allowed.push_back(!shape.red_lines || source() % 4 != 0);
  }
  return domain;
}

Shape random_shape(std::mt19937_64& source) {
  return {.parties = 1 + static_cast<int>(source() % 7),
          .packages = 1 + static_cast<int>(source() % 200),
          .levels = source() % 3 == 0 ? 0 : 2 + static_cast<int>(source() % 12),
          .opposed = source() % 3 == 0,
          .red_lines = source() % 3 == 0};
}

void check_literal(const Domain& domain) {
  const SolutionPoints solved = solve(domain);
  const auto literal = detente::literal::solutions(domain);
  CHECK(solved.rational == static_cast<int>(literal.rational.size()));
  CHECK(solved.frontier == literal.frontier);
  CHECK(solved.points == literal.points);
  if (!literal.frontier.empty()) CHECK(solved.opposition == literal.opposition);
}

bool on_frontier(const SolutionPoints& solved, int package) {
  return std::count(solved.frontier.begin(), solved.frontier.end(), package) == 1;
}

}  // namespace

TEST_CASE("the recorded domains: sizes, frontier and every point") {
  for (const char* file : {"offers_ceasefire_1000", "offers_pie101_rv", "offers_treaty_3p_480"}) {
    CAPTURE(file);
    const json data = detente::support::read_data(file);
    const json& wanted = data.at("solutions");
    const SolutionPoints solved = solve(domain_of(data));
    CHECK(solved.rational == wanted.at("rational_packages").get<int>());
    CHECK(solved.frontier == wanted.at("pareto").get<std::vector<int>>());
    CHECK(std::ssize(solved.frontier) == wanted.at("pareto_size").get<int>());
    check_close(solved.best, wanted.at("ideal_whole_space"));
    check_close(solved.ideal, wanted.at("ideal_rational"));
    CHECK(std::abs(solved.opposition - wanted.at("opposition").get<double>()) <= kClose);
    CHECK(std::abs(solved.max_distance - wanted.at("max_distance").get<double>()) <= kClose);
    for (std::size_t point = 0; point < kPointNames.size(); ++point) {
      CAPTURE(kPointNames[point]);
      const json& packages = wanted.at("points").at(std::string(kPointNames[point])).at("packages");
      CHECK(solved.points[point] == packages.get<std::vector<int>>());
    }
  }
}

TEST_CASE("the recorded negotiations: how far they ended from frontier and nash") {
  int compared = 0;
  for (const char* file : {"offers_ceasefire_1000", "offers_pie101_rv", "offers_treaty_3p_480"}) {
    const json data = detente::support::read_data(file);
    const Domain domain = domain_of(data);
    const Columns columns(domain);
    const SolutionPoints solved = detente::solve(columns.bargain());
    for (const json& recorded : data.at("cases")) {
      if (!recorded.contains("distance") || recorded.at("distance").is_null()) continue;
      CAPTURE(recorded.at("id"));
      const json& result = recorded.at("result");
      const bool agreed = result.at("status") == "agreement";
      const auto scores =
          detente::score(columns.bargain(), solved, agreed ? result.at("package").get<int>() : -1);
      const json& distance = recorded.at("distance");
      CHECK(std::abs(scores.to_frontier - distance.at("pareto").get<double>()) <= kClose);
      CHECK(std::abs(scores.distance[0] - distance.at("nash").get<double>()) <= kClose);
      ++compared;
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("random domains of 1 to 7 parties, with ties and duplicates, against every pair") {
  std::mt19937_64 source(20260106);
  for (int trial = 0; trial < 1500; ++trial) {
    CAPTURE(trial);
    check_literal(random_domain(source, random_shape(source)));
  }
}

TEST_CASE("a frontier of thousands, dealt into buckets and cells") {
  std::mt19937_64 source(7);
  for (const int parties : {2, 3, 4, 5}) {
    CAPTURE(parties);
    const Domain large = random_domain(
        source, {.parties = parties, .packages = 30'000, .levels = 0, .opposed = true});
    const Columns columns(large);
    std::vector<int> all(30'000);
    std::iota(all.begin(), all.end(), 0);
    const auto frontier = detente::pareto_frontier(columns.utilities, all);
    CHECK(frontier.size() > 5'000);
    // every package is covered by one of the frontier, and none of the frontier by another: seen
    // from every 101st, so that the test stays short
    for (std::size_t place = 0; place < all.size(); place += 101) {
      const auto covers = [&](int one) {
        return std::all_of(columns.utilities.begin(), columns.utilities.end(),
                           [&](const auto& column) { return column[one] >= column[all[place]]; });
      };
      const bool is_on = std::count(frontier.begin(), frontier.end(), all[place]) == 1;
      CHECK(std::count_if(frontier.begin(), frontier.end(), covers) >= 1);
      if (is_on) CHECK(std::count_if(frontier.begin(), frontier.end(), covers) == 1);
    }
    CHECK(detente::pareto_frontier(columns.utilities, [&] {
            auto sorted = frontier;
            std::sort(sorted.begin(), sorted.end());
            return sorted;
          }()) == frontier);
  }
}

TEST_CASE("every point lies on the frontier, and the frontier of the frontier is itself") {
  std::mt19937_64 source(3);
  for (int trial = 0; trial < 300; ++trial) {
    CAPTURE(trial);
    const Domain domain = random_domain(source, random_shape(source));
    const Columns columns(domain);
    const SolutionPoints solved = detente::solve(columns.bargain());
    for (const auto& packages : solved.points) {
      CHECK(packages.empty() == solved.frontier.empty());
      for (const int package : packages) CHECK(on_frontier(solved, package));
    }
    auto again = solved.frontier;
    std::sort(again.begin(), again.end());
    CHECK(detente::pareto_frontier(columns.utilities, again) == solved.frontier);
  }
}

TEST_CASE("nash and kalai_smorodinsky do not change with one actor's scale") {
  std::mt19937_64 source(11);
  for (int trial = 0; trial < 300; ++trial) {
    CAPTURE(trial);
    Domain domain = random_domain(source, {.parties = 2 + trial % 4, .packages = 120});
    const SolutionPoints before = solve(domain);
    // a power of two and a small shift: no two products change places by rounding
    for (double& utility : domain.utility.front()) utility = utility * 4.0 + 0.25;
    domain.walk_away.front() = domain.walk_away.front() * 4.0 + 0.25;
    const SolutionPoints after = solve(domain);
    CHECK(after.at(Point::nash) == before.at(Point::nash));
    CHECK(after.at(Point::kalai_smorodinsky) == before.at(Point::kalai_smorodinsky));
  }
}

TEST_CASE("parties in another order: the same packages") {
  std::mt19937_64 source(13);
  for (int trial = 0; trial < 200; ++trial) {
    CAPTURE(trial);
    Domain domain = random_domain(source, {.parties = 2 + trial % 4, .packages = 150});
    const SolutionPoints before = solve(domain);
    std::reverse(domain.utility.begin(), domain.utility.end());
    std::reverse(domain.walk_away.begin(), domain.walk_away.end());
    const SolutionPoints after = solve(domain);
    CHECK(after.points == before.points);
    auto one = before.frontier;
    auto other = after.frontier;
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    CHECK(one == other);
  }
}

TEST_CASE("a dominated package more changes no point but ks_spread and relative_utilitarian") {
  std::mt19937_64 source(17);
  for (int trial = 0; trial < 200; ++trial) {
    CAPTURE(trial);
    Domain domain = random_domain(source, {.parties = 2 + trial % 4, .packages = 100});
    const SolutionPoints before = solve(domain);
    if (before.frontier.empty()) continue;
    // just below one of the frontier, so that no least and no largest utility moves
    const int model = before.frontier[source() % before.frontier.size()];
    for (std::size_t party = 0; party < domain.utility.size(); ++party) {
      const double own = domain.utility[party][model];
      domain.utility[party].push_back((own + before.disagreement[party]) / 2.0);
    }
    domain.allowed.push_back(true);
    const SolutionPoints after = solve(domain);
    CHECK(after.frontier == before.frontier);
    CHECK(after.points == before.points);
  }
}

TEST_CASE("the frontier of a coalition: its columns alone") {
  std::mt19937_64 source(19);
  const Domain domain = random_domain(source, {.parties = 5, .packages = 150, .levels = 8});
  const Columns columns(domain);
  std::vector<int> all(150);
  std::iota(all.begin(), all.end(), 0);
  for (int first = 0; first < 5; ++first) {
    for (int last = first + 1; last <= 5; ++last) {
      const auto part = std::span(columns.utilities).subspan(first, last - first);
      const std::vector<std::vector<double>> own(domain.utility.begin() + first,
                                                 domain.utility.begin() + last);
      CHECK(detente::pareto_frontier(part, all) == detente::literal::frontier(own, all));
    }
  }
}

TEST_CASE("no zone at walk-away: all sets are empty; nothing to gain: a share of 1 and a warning") {
  const Domain apart{{{1.0, 0.0}, {0.0, 1.0}}, {0.5, 0.5}, {true, true}};
  const SolutionPoints none = solve(apart);
  CHECK(none.rational == 0);
  CHECK(none.frontier.empty());
  for (const auto& packages : none.points) CHECK(packages.empty());
  // an exact comparison: 0.1 + 0.2 is worth 0.3, and 0.7 - 0.4 is not
  const Domain edge{{{0.1 + 0.2, 0.7 - 0.4}}, {0.3}, {true, true}};
  CHECK(solve(edge).rational == 1);
  // the second has its walk-away at best
  const Domain flat{{{0.2, 0.6}, {0.5, 0.5}}, {0.1, 0.5}, {true, true}};
  const SolutionPoints solved = solve(flat);
  CHECK(solved.no_gain == std::vector<int>{1});
  CHECK(solved.at(Point::kalai_smorodinsky) == std::vector<int>{1});
  CHECK(solved.at(Point::nash) == std::vector<int>{1});
}

TEST_CASE("scores of an outcome, by hand") {
  // three packages on a line and one below it; walk-aways 0.2
  const Domain domain{
      {{1.0, 0.6, 0.2, 0.3}, {0.2, 0.6, 1.0, 0.3}}, {0.2, 0.2}, {true, true, true, true}};
  const Columns columns(domain);
  const SolutionPoints solved = detente::solve(columns.bargain());
  CHECK(solved.at(Point::nash) == std::vector<int>{1});
  CHECK(solved.at(Point::utilitarian) == std::vector<int>{0, 1, 2});
  const auto scores = detente::score(columns.bargain(), solved, 3);
  CHECK(scores.to_frontier == doctest::Approx(std::sqrt(0.18)));
  CHECK(scores.distance[0] == doctest::Approx(std::sqrt(0.18)));
  CHECK(scores.optimality[0] == doctest::Approx(1.0 - std::sqrt(0.18 / 1.28)));
  CHECK(scores.welfare_optimality == doctest::Approx(0.5));
  CHECK(scores.fairness == scores.optimality[0]);
  CHECK(scores.surplus[0] == doctest::Approx(0.1));
  CHECK(scores.regret[1] == doctest::Approx(0.3));
  CHECK(detente::score(columns.bargain(), solved, -1).utilities == domain.walk_away);
}

TEST_CASE("weighted nash: equal power is nash; who has more gets more") {
  std::vector<double> first;
  std::vector<double> second;
  for (int step = 0; step <= 100; ++step) {
    first.push_back(step / 100.0);
    second.push_back(1.0 - step / 100.0);
  }
  const Domain domain{{first, second}, {0.0, 0.0}, std::vector<bool>(101, true)};
  const Columns columns(domain);
  const SolutionPoints solved = detente::solve(columns.bargain());
  const auto shares = [&](std::vector<double> power) {
    return detente::weighted_nash(columns.bargain(), solved, power);
  };
  CHECK(shares({5.0, 5.0}) == solved.at(Point::nash));
  // x^1 (1-x)^(1/3): the largest at 3/4
  CHECK(shares({3.0, 1.0}) == std::vector<int>{75});
}

TEST_CASE("a broken promise is told") {
  CHECK_THROWS_AS(detente::solve({}), detente::ContractViolation);
  CHECK_THROWS_AS(detente::pareto_frontier({}, {}), detente::ContractViolation);
}
