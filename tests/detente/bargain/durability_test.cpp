#include "detente/bargain/durability.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "detente/core/shares.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using doctest::Approx;

namespace {

Gain uniform(double low, double high) {
  return {.kind = Gain::Kind::uniform, .numbers = {low, high}};
}

/// What Gauss' rule would give: the midpoint sum of a density on [from, to].
template <typename Density>
double summed(double from, double to, Density density) {
  constexpr int kCells = 200'000;
  const double width = (to - from) / kCells;
  double sum = 0.0;
  for (int cell = 0; cell < kCells; ++cell) sum += density(from + (cell + 0.5) * width) * width;
  return sum;
}

}  // namespace

TEST_CASE("the printed checks of the durability model") {
  const std::vector<double> both{0.4, 0.3};
  const double response = combined_level(both);
  CHECK(response == Approx(0.58).epsilon(1e-15));
  CHECK(combined_level({}) == 0.0);
  const Deterrent deterrent{.detection = 0.75, .credibility = 0.6, .response = response};
  const Life life = life_of({.gains = {uniform(0.1, 0.9)}, .cost = 1.0}, deterrent, 20);
  CHECK(life.deterrence == Approx(0.261).epsilon(1e-14));
  CHECK(life.compliance.at(0) == Approx(0.20125).epsilon(1e-13));

  // two violators with q = 0.9, four opportunities a year
  const Peril two{
      .gains = {uniform(0.0, 1.0), uniform(0.0, 1.0)}, .cost = 0.9, .opportunities_per_year = 4.0};
  const Life pair = life_of(two, {1.0, 1.0, 1.0}, 20);
  CHECK(pair.compliance == std::vector{0.9, 0.9});
  CHECK(pair.survival.at(0) == Approx(0.43046721).epsilon(1e-14));
  CHECK(pair.hazard == Approx(1.0 - 0.43046721).epsilon(1e-14));
  CHECK(pair.median_years == Approx(std::log(0.5) / (4.0 * std::log(0.81))).epsilon(1e-14));
  CHECK(pair.survival.size() == 20);
  CHECK(pair.survival.at(9) == chance_to_last(two, {1.0, 1.0, 1.0}, 10));
  CHECK(pair.survival.at(9) == Approx(std::pow(0.81, 40)).epsilon(1e-12));
}

TEST_CASE("without deterrence nobody complies who could gain") {
  const Deterrent none{};
  CHECK(life_of({.gains = {uniform(0.0, 0.5)}}, none, 1).compliance.at(0) == 0.0);
  CHECK(life_of({.gains = {uniform(0.2, 0.2)}}, none, 1).compliance.at(0) == 0.0);
  const Life idle = life_of({.gains = {uniform(0.0, 0.0)}}, none, 3);
  CHECK(idle.compliance.at(0) == 1.0);
  CHECK(idle.survival == std::vector{1.0, 1.0, 1.0});
  CHECK(std::isinf(idle.median_years));
  const Life broken = life_of({.gains = {uniform(0.1, 0.5)}}, none, 2);
  CHECK(broken.survival == std::vector{0.0, 0.0});
  CHECK(broken.hazard == 1.0);
  CHECK(broken.median_years == 0.0);
  const Life unasked =
      life_of({.gains = {uniform(0.1, 0.5)}, .opportunities_per_year = 0.0}, none, 2);
  CHECK(unasked.survival == std::vector{1.0, 1.0});
  CHECK(unasked.hazard == 0.0);
  CHECK(std::isinf(unasked.median_years));
  for (const Gain::Kind kind : {Gain::Kind::triangular, Gain::Kind::beta, Gain::Kind::normal}) {
    const std::vector<double> numbers = kind == Gain::Kind::beta ? std::vector{2.0, 3.0, 0.0, 1.0}
                                        : kind == Gain::Kind::normal ? std::vector{0.3, 0.2}
                                                                     : std::vector{0.0, 0.4, 1.0};
    CHECK(share_complying({.kind = kind, .numbers = numbers}, 0.0) == 0.0);
  }
}

TEST_CASE("compliance is the distribution function of the gain") {
  const Gain triangle{.kind = Gain::Kind::triangular, .numbers = {0.1, 0.4, 0.9}};
  CHECK(share_complying(triangle, 0.4) == Approx(0.3 / 0.8));
  CHECK(share_complying(triangle, 0.05) == 0.0);
  CHECK(share_complying(triangle, 0.9) == 1.0);
  const Gain beta{.kind = Gain::Kind::beta, .numbers = {2.0, 3.0, 0.0, 2.0}};
  // 6 x^2 - 8 x^3 + 3 x^4 at x = 0.25
  CHECK(share_complying(beta, 0.5) == Approx(0.26171875).epsilon(1e-12));
  const Gain choice{
      .kind = Gain::Kind::choice, .numbers = {1.0, 2.0, 1.0}, .choices = {0.1, 0.5, 0.8}};
  CHECK(share_complying(choice, 0.5) == 0.75);
  CHECK(share_complying(choice, 0.49) == 0.25);
  CHECK(share_complying(choice, 0.0) == 0.0);
  const auto bell = [](double x) { return std::exp(-(x - 0.3) * (x - 0.3) / (2 * 0.04)); };
  const Gain normal{.kind = Gain::Kind::normal, .numbers = {0.3, 0.2}};
  const double whole = summed(0.0, 3.0, bell);
  for (const double gain : {0.05, 0.3, 0.5, 1.1}) {
    CHECK(share_complying(normal, gain) == Approx(summed(0.0, gain, bell) / whole).epsilon(1e-8));
  }
  CHECK(normal_share_above(0.0) == 0.5);
  CHECK(normal_share_above(1.0) == Approx(0.15865525393145707).epsilon(1e-14));
  CHECK(normal_share_above(-2.5) == Approx(0.99379033467422384).epsilon(1e-14));
  CHECK(normal_share_above(5.0) == Approx(2.8665157187919391e-07).epsilon(1e-13));
  // far out the two tails are compared without falling to 0 / 0
  CHECK(cut_normal_share_below(0.1, -50.0, 1.0, 0.0) ==
        Approx(1.0 - std::exp(-5.005) * 50.0 / 50.1).epsilon(1e-4));
}

TEST_CASE("firmer levels never shorten a peace; who is named first does not matter") {
  const std::vector<Gain> gains{uniform(0.1, 0.9),
                                {.kind = Gain::Kind::normal, .numbers = {0.3, 0.2}},
                                {.kind = Gain::Kind::beta, .numbers = {2.0, 3.0, 0.0, 1.0}}};
  const Peril peril{.gains = gains, .cost = 1.5, .opportunities_per_year = 0.5, .fatigue = 0.05};
  Peril turned = peril;
  std::swap(turned.gains.front(), turned.gains.back());
  double before = -1.0;
  for (int step = 0; step <= 20; ++step) {
    const double level = step / 20.0;
    const double lasts = chance_to_last(peril, {0.9, level, 0.8}, 10);
    CHECK(lasts >= before);
    CHECK(chance_to_last(peril, {level, 0.9, 0.8}, 10) ==
          Approx(chance_to_last(peril, {0.8, 0.9, level}, 10)).epsilon(1e-12));
    CHECK(chance_to_last(turned, {0.9, level, 0.8}, 10) == Approx(lasts).epsilon(1e-12));
    before = lasts;
  }
}

TEST_CASE("fatigue wears the credibility down year by year") {
  const Peril peril{
      .gains = {uniform(0.0, 1.0)}, .cost = 1.0, .opportunities_per_year = 2.0, .fatigue = 0.1};
  const Life life = life_of(peril, {1.0, 0.8, 1.0}, 20);
  double product = 1.0;
  double credibility = 0.8;
  for (const double survival : life.survival) {
    product *= credibility * credibility;  // gain uniform on [0, 1]: q = K
    CHECK(survival == Approx(product).epsilon(1e-12));
    credibility *= 0.9;
  }
  CHECK(life.hazard == Approx(1.0 - 0.64));
  // 0.64 after the first year: the second, with 0.72 squared, passes the middle
  CHECK(life.median_years == Approx(1.0 + std::log(0.5 / 0.64) / (2.0 * std::log(0.72))));
  const Life spent = life_of({.gains = {uniform(0.1, 0.2)}, .fatigue = 1.0}, {1.0, 1.0, 1.0}, 3);
  CHECK(spent.survival == std::vector{1.0, 0.0, 0.0});
  CHECK(spent.median_years == 1.0);
}
