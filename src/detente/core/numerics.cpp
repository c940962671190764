#include "detente/core/numerics.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr double kSqrt2 = 1.4142135623730951;
// ln 2 in two parts: the first has so many zero bits that a multiple of it is exact
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kInverseLn2 = 1.44269504088896338700;
constexpr std::uint64_t kMantissa = 0x000FFFFFFFFFFFFF;
constexpr std::uint64_t kExponentOfOne = 0x3FF0000000000000;
constexpr int kBias = 1023;

/// x = fraction * 2^exponent with fraction in (1/sqrt 2, sqrt 2].
struct Split {
  double fraction;
  double exponent;
};

Split split(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int exponent = static_cast<int>(bits >> 52U) - kBias;
  auto fraction = std::bit_cast<double>((bits & kMantissa) | kExponentOfOne);
  if (fraction > kSqrt2) {
    fraction *= 0.5;
    ++exponent;
  }
  return {fraction, static_cast<double>(exponent)};
}

}  // namespace

double portable_log(double x) {
  expects(std::numeric_limits<double>::min() <= x && x <= std::numeric_limits<double>::max(),
          "portable_log: a positive normal number");
  const auto [fraction, exponent] = split(x);
  const double f = fraction - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double even = w * (3.999999999940941908e-01 +
                           w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd = z * (6.666666666666735130e-01 +
                          w * (2.857142874366239149e-01 +
                               w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double half_square = 0.5 * f * f;
  const double tail = s * (half_square + (odd + even)) + exponent * kLn2Low;
  return exponent * kLn2High - ((half_square - tail) - f);
}

double portable_exp(double x) {
  expects(-700.0 <= x && x <= 700.0, "portable_exp: |x| <= 700");
  const auto exponent = static_cast<std::int64_t>(x * kInverseLn2 + (x < 0 ? -0.5 : 0.5));
  const auto multiple = static_cast<double>(exponent);
  const double high = x - multiple * kLn2High;
  const double low = multiple * kLn2Low;
  const double r = high - low;
  const double t = r * r;
  const double c =
      r - t * (1.66666666666666019037e-01 +
               t * (-2.77777777770155933842e-03 +
                    t * (6.61375632143793436117e-05 +
                         t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  return y * std::bit_cast<double>(static_cast<std::uint64_t>(exponent + kBias) << 52U);
}

double power_of_unit(double t, double e) {
  expects(0.0 <= t && t <= 1.0 && e > 0.0, "power_of_unit: 0 <= t <= 1 and e > 0");
  if (e == 1.0) return t;
  if (e == 2.0) return t * t;
  if (e == 4.0) return (t * t) * (t * t);
  if (e == 0.5) return std::sqrt(t);
  if (e == 0.25) return std::sqrt(std::sqrt(t));
  if (t < std::numeric_limits<double>::min()) return 0.0;
  const double exponent = e * portable_log(t);
  return exponent < -700.0 ? 0.0 : portable_exp(exponent);
}

}  // namespace detente
