#include "detente/core/shares.hpp"

#include <algorithm>
#include <cmath>

#include "detente/core/contract.hpp"
#include "detente/core/numerics.hpp"

namespace detente {
namespace {

constexpr double kRootTwoPi = 2.50662827463100050242;
constexpr double kTail = 3.0;            // from here the continued fraction converges fast
constexpr int kFractionTerms = 100;      // more than double precision needs at kTail
constexpr double kLeastExponent = -700;  // what portable_exp() takes

double falling_exp(double exponent) {
  return exponent < kLeastExponent ? 0.0 : portable_exp(exponent);
}

double density(double z) {
  return falling_exp(-z * z / 2.0) / kRootTwoPi;
}

/// P(Z > z) over the density at z, for z >= kTail.
double mills_ratio(double z) {
  double below = z;
  for (int term = kFractionTerms; term > 0; --term) below = z + term / below;
  return 1.0 / below;
}

/// P(0 < Z <= z) for 0 <= z < kTail.
double share_from_zero(double z) {
  double term = z;
  double sum = z;
  for (int odd = 3; term > sum * 1e-17; odd += 2) {
    term *= z * z / odd;
    sum += term;
  }
  return sum * density(z);
}

/// P(Z > b) / P(Z > a) for a <= b, without losing digits far out.
double tail_ratio(double a, double b) {
  if (a < kTail) return normal_share_above(b) / normal_share_above(a);
  return falling_exp((a - b) * (a + b) / 2.0) * mills_ratio(b) / mills_ratio(a);
}

}  // namespace

double uniform_share_below(double x, double low, double high) {
  expects(low <= high, "uniform_share_below: low <= high");
  if (low == high) return x >= low ? 1.0 : 0.0;
  return std::clamp((x - low) / (high - low), 0.0, 1.0);
}

double triangular_share_below(double x, double low, double mode, double high) {
  expects(low <= mode && mode <= high, "triangular_share_below: low <= mode <= high");
  if (x >= high) return 1.0;
  if (x < low) return 0.0;
  const double width = high - low;
  if (x < mode) return (x - low) * (x - low) / (width * (mode - low));
  return 1.0 - (high - x) * (high - x) / (width * (high - mode));
}

double cut_normal_share_below(double x, double mean, double deviation, double low) {
  expects(deviation >= 0.0, "cut_normal_share_below: deviation >= 0");
  if (deviation == 0.0) return x >= std::max(mean, low) ? 1.0 : 0.0;
  if (x <= low) return 0.0;
  return 1.0 - tail_ratio((low - mean) / deviation, (x - mean) / deviation);
}

double normal_share_above(double z) {
  if (z < 0.0) return 1.0 - normal_share_above(-z);
  return z < kTail ? 0.5 - share_from_zero(z) : density(z) * mills_ratio(z);
}

}  // namespace detente
