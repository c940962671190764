#pragma once

#include <array>
#include <vector>

namespace detente::literal {

/// Utilities [party][package], walk-aways, and the packages inside everybody's red lines.
struct Domain {
  std::vector<std::vector<double>> utility{};
  std::vector<double> walk_away{};
  std::vector<bool> allowed{};
};

struct Solutions {
  std::vector<int> rational{};
  std::vector<int> frontier{};               ///< By decreasing sum, then index.
  std::array<std::vector<int>, 6> points{};  ///< nash, kalai_smorodinsky, ks_spread,
                                             ///< egalitarian, utilitarian, relative.
  double opposition = 0.0;
};

/// Packages that no other one of `packages` dominates, one per utility vector: every pair compared.
std::vector<int> frontier(const std::vector<std::vector<double>>& utility,
                          const std::vector<int>& packages);

/// The definitions as they stand, with every pair of packages compared.
Solutions solutions(const Domain& domain);

}  // namespace detente::literal
