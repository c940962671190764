#include "detente/core/numerics.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "detente/core/contract.hpp"
#include "detente/core/quantiles.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// How many doubles lie between two positive ones.
std::int64_t steps_apart(double a, double b) {
  return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

}  // namespace

TEST_CASE("log and exp stay within two steps of the C library's") {
  for (int place = 1; place < 2000; ++place) {
    const double x = 0.001 * place;
    CAPTURE(x);
    if (std::abs(x - 1.0) > 0.01) {
      CHECK(steps_apart(std::abs(portable_log(x)), std::abs(std::log(x))) <= 2);
    }
    CHECK(steps_apart(portable_exp(x * 30 - 30), std::exp(x * 30 - 30)) <= 2);
  }
  CHECK(portable_log(1.0) == 0.0);
  CHECK(portable_exp(0.0) == 1.0);
  CHECK_THROWS_AS(portable_log(0.0), ContractViolation);
  CHECK_THROWS_AS(portable_exp(701.0), ContractViolation);
}

TEST_CASE("powers are exact where they can be and close elsewhere") {
  CHECK(power_of_unit(0.3, 2.0) == 0.3 * 0.3);
  CHECK(power_of_unit(0.3, 0.25) == std::sqrt(std::sqrt(0.3)));
  CHECK(power_of_unit(0.0, 3.0) == 0.0);
  CHECK(power_of_unit(1.0, 3.7) == 1.0);
  for (const double e : {0.1, 0.7, 1.5, 3.0, 10.0}) {
    for (int place = 1; place < 100; ++place) {
      CHECK(power_of_unit(0.01 * place, e) == doctest::Approx(std::pow(0.01 * place, e)));
    }
  }
}

TEST_CASE("quantiles of the triangular and the truncated normal distribution") {
  CHECK(triangular_quantile(0.0, 1.0, 2.0, 4.0) == 1.0);
  CHECK(triangular_quantile(1.0 / 3.0, 1.0, 2.0, 4.0) == doctest::Approx(2.0));
  CHECK(triangular_quantile(0.5, 0.0, 0.5, 1.0) == doctest::Approx(0.5));
  CHECK(triangular_quantile(0.7, 3.0, 3.0, 3.0) == 3.0);
  CHECK(truncated_normal_quantile(0.5, 0.5, 0.1, 0.0, 1.0) == doctest::Approx(0.5));
  CHECK(truncated_normal_quantile(0.5, 0.0, 1.0, 0.0, 100.0) == doctest::Approx(0.6744897502));
  CHECK(truncated_normal_quantile(0.3, 7.0, 0.0, 0.0, 1.0) == 1.0);
}

TEST_CASE("quantiles of the beta distribution, against closed forms") {
  for (int place = 1; place < 20; ++place) {
    const double p = 0.05 * place;
    CHECK(beta_quantile(p, 1.0, 1.0, 0.0, 1.0) == doctest::Approx(p));
    CHECK(beta_quantile(p, 2.0, 1.0, 0.0, 1.0) == doctest::Approx(std::sqrt(p)));
    CHECK(beta_quantile(p, 1.0, 3.0, 0.0, 1.0) == doctest::Approx(1.0 - std::cbrt(1.0 - p)));
    const double arc = std::sin(p * std::acos(-1.0) / 2.0);
    CHECK(beta_quantile(p, 0.5, 0.5, 0.0, 1.0) == doctest::Approx(arc * arc));
  }
  CHECK(beta_quantile(0.5, 4.0, 4.0, 10.0, 30.0) == doctest::Approx(20.0));
}
