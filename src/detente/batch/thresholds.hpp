#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "detente/batch/sensitivity_sample.hpp"

namespace detente {

/// "Never beyond this": one cut through an input that leaves a yes-or-no metric (nearly) settled on
/// one side.
struct Threshold {
  int input = 0;          ///< Place in Sample::inputs.
  bool above = true;      ///< The settled side is input > cut; else input < cut.
  double cut = 0.0;       ///< The plainest decimal that parts the same runs.
  bool yes = false;       ///< What holds on the settled side.
  double share = 0.0;     ///< Of the runs on the settled side, those where it does (>= 0.95).
  std::int64_t runs = 0;  ///< On the settled side.
  double share_elsewhere = 0.0;  ///< Of the runs on the other side, those where it does.
  std::int64_t runs_elsewhere = 0;
  double base = 0.0;  ///< Of all runs, those where it does.
  double gain = 0.0;  ///< Share of the variance of yes and no that the cut takes away.
};

/// For each numeric input the best cut with its settled side above, and the best with it below;
/// the sharpest first. Said only if the settled side has at least 30 runs or one in a hundred (and
/// never fewer than 5), at least 95 % of them agree, and that is more than chance (one in a
/// thousand, by Wilson's interval) makes of the share in all runs.
/// @param metric  0 or 1 for each unit; NaN is left out.
std::vector<Threshold> thresholds_of(const Sample& sample, std::span<const double> metric);

/// A decimal with as few digits as can be in [low, high), the lowest of them; in (low, high] the
/// highest, if `open_below`.
/// @pre  low < high.
double plainest_between(double low, double high, bool open_below);

}  // namespace detente
