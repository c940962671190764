#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "detente/study/estimate.hpp"

namespace detente {

/// What came out at the points of a design after Saltelli; one entry a base point in each.
struct SaltelliOutcomes {
  std::span<const double> a{};
  std::span<const double> b{};
  std::vector<std::span<const double>> ab{};  ///< By input: at A with that input taken from B.
};

/// Which share of the variance of an output is an input's alone (`first`), and which share would
/// stay if all others were known (`total`).
struct SobolIndices {
  double mean = 0.0;  ///< Over A and B.
  double variance = 0.0;
  std::vector<Estimate> first{};  ///< By input; estimates, so they may lie outside [0, 1].
  std::vector<Estimate> total{};
  int base_points = 0;
  int resamples = 0;
};

/// The indices with percentile bootstrap intervals over the base points; beyond 4,096 of those,
/// over as many groups of neighbours. Nothing for fewer than two base points or a constant output.
/// @pre  no NaN; all of one length.
/// @source  first order: Saltelli et al., "Variance based sensitivity analysis of model output",
///          Computer Physics Communications 181 (2010) 259-270, table 2 (b), with f(B) centred;
///          total: Jansen, "Analysis of variance designs for model output", ibid. 117 (1999) 35-43.
std::optional<SobolIndices> sobol_indices(const SaltelliOutcomes& outcomes, std::uint64_t seed,
                                          int resamples = 1000);

}  // namespace detente
