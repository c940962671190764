#pragma once

#include <set>
#include <vector>

#include "literal/stage.hpp"

namespace detente::literal {

/// A_i of every party: [place][package].
using Acceptable = std::vector<std::vector<bool>>;

/// A smallest set of actors whose consent is missing.
struct BlockingSet {
  std::set<int> actors{};
  double shortfall = 0.0;  ///< The least equal fall of their thresholds that opens the zone;
                           ///< infinite if their red lines keep it shut.
  int index = -1;          ///< Where it would open: first package within 1e-12 of the least.
};

/// Who could agree now, who blocks, by how much.
struct View {
  std::vector<int> zone{};              ///< Packages that a winning set accepts.
  std::vector<std::set<int>> blocs{};   ///< Maximal m(p), by size, then mask.
  std::set<int> coalition{};            ///< Largest that can agree now, lowest mask on ties.
  std::vector<BlockingSet> blockers{};  ///< While the zone is empty; by size, then mask.
};

/// A_i at thresholds `theta`: within the red lines and u >= theta - 1e-12.
Acceptable acceptable_at(const Table& table, const std::vector<double>& theta);

/// m(p): those of `present` who accept package `index`.
Bloc willing_at(const Acceptable& acceptable, const Bloc& present, int index);

/// How many packages all of `bloc` accept.
int common_packages(const Acceptable& acceptable, const Bloc& bloc);

/// The aspiration view of the parties present.
View look(const Table& table, const Bloc& present, const Acceptable& acceptable,
          const std::vector<double>& theta);

}  // namespace detente::literal
