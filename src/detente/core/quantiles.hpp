#pragma once

namespace detente {

// The number that a random variable stays below with probability p, 0 <= p < 1: one draw in, one
// number out, rising with p, the same bits on every machine.

/// Triangular on [low, high] with its mode in between.
double triangular_quantile(double p, double low, double mode, double high);

/// Normal, cut to [low, high].
double truncated_normal_quantile(double p, double mean, double deviation, double low, double high);

/// Beta(a, b) stretched to [low, high]; a, b in (0, 1000]. Within about 1e-10 of the range.
/// @source  the continued fraction of the incomplete beta function: Abramowitz & Stegun,
///          Handbook of Mathematical Functions (1964) 26.5.8; log gamma after Lanczos (1964).
double beta_quantile(double p, double a, double b, double low, double high);

/// P(X <= x) for X ~ Beta(a, b) on [0, 1]: the incomplete beta function. Sources as above.
double beta_share_below(double x, double a, double b);

}  // namespace detente
