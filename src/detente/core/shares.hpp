#pragma once

namespace detente {

// P(X <= x) of some random variables, the same bits on every machine. Where the ends meet, X is
// that number.

/// Uniform on [low, high].
double uniform_share_below(double x, double low, double high);

/// Triangular on [low, high] with its mode in between.
double triangular_share_below(double x, double low, double mode, double high);

/// Normal, cut to [low, infinity); deviation 0: the mean, or `low` if that is above.
double cut_normal_share_below(double x, double mean, double deviation, double low);

/// P(Z > z) for a standard normal, within about 1e-15.
/// @source  the series of the integral around 0 (Abramowitz & Stegun, Handbook of Mathematical
///          Functions, 1964, 26.2.11) and the continued fraction of its tail (ibid. 26.2.14).
double normal_share_above(double z);

}  // namespace detente
