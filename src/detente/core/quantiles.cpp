#include "detente/core/quantiles.hpp"

#include <array>
#include <cmath>

#include "detente/core/contract.hpp"
#include "detente/core/draws.hpp"
#include "detente/core/numerics.hpp"

namespace detente {
namespace {

constexpr double kHalfLog2Pi = 0.91893853320467274178;
constexpr double kTiny = 1e-300;
constexpr double kEnough = 1e-15;
constexpr int kMostTerms = 10'000;
constexpr int kHalvings = 60;

/// Lanczos' approximation with g = 7 and nine terms.
double log_gamma(double x) {
  static constexpr std::array kTerms{
      0.99999999999980993,  676.5203681218851,     -1259.1392167224028,
      771.32342877765313,   -176.61502916214059,   12.507343278686905,
      -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
  const double base = x - 1.0;
  double sum = kTerms[0];
  for (std::size_t term = 1; term < kTerms.size(); ++term) {
    sum += kTerms.at(term) / (base + static_cast<double>(term));
  }
  const double t = base + 7.5;
  return kHalfLog2Pi + (base + 0.5) * portable_log(t) - t + portable_log(sum);
}

double away_from_zero(double x) {
  return std::abs(x) < kTiny ? kTiny : x;
}

/// The continued fraction, evaluated from the front (Lentz).
double beta_fraction(double x, double a, double b) {
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double fraction = d;
  const auto step = [&](double term) {
    d = 1.0 / away_from_zero(1.0 + term * d);
    c = away_from_zero(1.0 + term / c);
    fraction *= c * d;
    return c * d;
  };
  for (int m = 1; m <= kMostTerms; ++m) {
    step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
    const double change = step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
    if (std::abs(change - 1.0) < kEnough) break;
  }
  return fraction;
}

/// P(Beta(a, b) <= x).
double beta_distribution(double x, double a, double b) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double log_front = log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * portable_log(x) +
                           b * portable_log(1.0 - x);
  if (log_front < -690.0) return x < a / (a + b) ? 0.0 : 1.0;
  const double front = portable_exp(log_front);
  // the fraction converges fast on this side of the mean only
  if (x < (a + 1.0) / (a + b + 2.0)) return front * beta_fraction(x, a, b) / a;
  return 1.0 - front * beta_fraction(1.0 - x, b, a) / b;
}

/// Where a rising function of [low, high] passes p.
template <typename Distribution>
double solve(double p, double low, double high, Distribution distribution) {
  for (int halving = 0; halving < kHalvings; ++halving) {
    const double middle = low + (high - low) / 2.0;
    (distribution(middle) < p ? low : high) = middle;
  }
  return low + (high - low) / 2.0;
}

/// P(Z <= z) for a standard normal, by inverting inverse_normal().
double normal_distribution(double z) {
  constexpr double kLeast = 1e-300;
  return solve(z, kLeast, 1.0 - 1e-16, [](double p) { return inverse_normal(p); });
}

}  // namespace

double triangular_quantile(double p, double low, double mode, double high) {
  expects(low <= mode && mode <= high, "triangular_quantile: low <= mode <= high");
  const double width = high - low;
  if (width == 0.0) return low;
  const double at_mode = (mode - low) / width;
  if (p < at_mode) return low + std::sqrt(p * width * (mode - low));
  return high - std::sqrt((1.0 - p) * width * (high - mode));
}

double truncated_normal_quantile(double p, double mean, double deviation, double low, double high) {
  expects(low <= high && deviation >= 0.0, "truncated_normal_quantile: low <= high, sd >= 0");
  if (deviation == 0.0) return std::fmin(std::fmax(mean, low), high);
  const double from = normal_distribution((low - mean) / deviation);
  const double to = normal_distribution((high - mean) / deviation);
  const double part = from + p * (to - from);
  if (!(0.0 < part && part < 1.0)) return std::fmin(std::fmax(mean, low), high);
  return std::fmin(std::fmax(mean + deviation * inverse_normal(part), low), high);
}

double beta_quantile(double p, double a, double b, double low, double high) {
  expects(0.0 < a && a <= 1000.0 && 0.0 < b && b <= 1000.0, "beta_quantile: 0 < a, b <= 1000");
  const double part = solve(p, 0.0, 1.0, [&](double x) { return beta_distribution(x, a, b); });
  return low + part * (high - low);
}

double beta_share_below(double x, double a, double b) {
  expects(0.0 < a && a <= 1000.0 && 0.0 < b && b <= 1000.0, "beta_share_below: 0 < a, b <= 1000");
  return beta_distribution(x, a, b);
}

}  // namespace detente
