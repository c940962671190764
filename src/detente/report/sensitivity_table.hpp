#pragma once

#include <string>

#include "detente/batch/sensitivity.hpp"
#include "detente/report/narrate.hpp"

namespace detente {

/// What matters in a batch, for people: for each metric the tornado, shares of variance, rank
/// correlations and thresholds, then the map of outcomes, each with its warnings.
std::string sensitivity_table(const Sensitivity& sensitivity, const NarrationOptions& options);

/// A threshold as a condition: "russia.walk_away > 0.64".
std::string condition_of(const Sensitivity& sensitivity, const Threshold& threshold,
                         Language language);

}  // namespace detente
