#pragma once

#include <vector>

#include "detente/coalition/tu_game.hpp"

namespace detente {

/// Where the complaints of all coalitions, sorted from the largest, are as small as can be.
struct LeastExcess {
  double largest = 0.0;  ///< The largest excess v(S) - x(S) of a coalition that is neither empty
                         ///< nor everybody.
  std::vector<double> payoff{};
};

/// By successive linear programs.
/// @param game         at least two players; worth 0 for single players, at most 1 for any
/// coalition
/// @param individually whether nobody may get less than 0
LeastExcess least_excess(const TuGame& game, bool individually);

}  // namespace detente
