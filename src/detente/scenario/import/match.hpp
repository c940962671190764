#pragma once

#include <string>
#include <vector>

#include "detente/scenario/import/imported.hpp"

namespace detente::detail {

/// What one party thinks of a domain, by the domain's order.
struct MatchedProfile {
  std::string title{};
  std::vector<double> weights{};              ///< By issue.
  std::vector<std::vector<double>> values{};  ///< By issue and value, in [0, 1].
  double walk_away = 0.0;
};

/// Reports what is wrong with the issues of a file by themselves: names that come twice, no value.
void check_domain(const ImportedFile& file, Faults& faults);

/// A profile in the order of `domain`. Reports issues and values that differ, what has no weight or
/// no evaluation, numbers outside [0, 1] and weights that do not sum to 1.
MatchedProfile match(const ImportedFile& profile, const ImportedFile& domain, Faults& faults);

}  // namespace detente::detail
