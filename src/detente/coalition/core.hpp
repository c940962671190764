#pragma once

#include <optional>
#include <vector>

#include "detente/coalition/tu_game.hpp"

namespace detente {

/// The most players of a game whose core and nucleolus are looked for.
constexpr int kMostCorePlayers = 12;

/// The least core: the payoffs that make the unhappiest coalition as happy as can be.
struct LeastCore {
  double epsilon = 0.0;  ///< The largest excess there; <= 1e-9 times the scale: the core is
                         ///< not empty.
  bool core_empty = false;
  std::vector<double> payoff{};  ///< One point of it.
};

/// @pre  1 <= players <= kMostCorePlayers
LeastCore least_core(const TuGame& game);

/// The payoffs whose excesses are lexicographically smallest (Schmeidler 1969).
struct Nucleolus {
  bool imputations = true;  ///< False: v(N) does not cover what each gets alone, so `payoff` is
                            ///< the prenucleolus.
  std::vector<double> payoff{};
};

/// By successive linear programs (Maschler, Peleg & Shapley 1979).
/// @pre  1 <= players <= kMostCorePlayers
Nucleolus nucleolus(const TuGame& game);

}  // namespace detente
