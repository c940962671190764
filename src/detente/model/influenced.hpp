#pragma once

#include <optional>
#include <string_view>

#include "detente/scenario/scenario.hpp"

namespace detente {

/// How far talking along the ties has moved one actor's ideal on one issue.
struct Shift {
  int actor = -1;
  int issue = -1;
  double from = 0.0;
  double to = 0.0;
};

/// Moves everybody's ideals one step along the ties. Who listens to whom on an issue is a matter of
/// those who have an ideal there: an actor with `values` or without a position neither moves others
/// nor is moved. Saliences play no part.
/// @param first  the scenario with the ideals that everybody began with.
/// @param now    the same with the ideals of the round before; becomes that of the round to come.
/// @param share  of the whole step y := L W y + (I - L) y(0), in [0, 1]; see spatial/influence.hpp.
/// @return  the largest shift in parts of its axis, the first on ties; nothing if nobody moved.
std::optional<Shift> influence(const Scenario& first, Scenario& now, double share);

/// Whether a path of ModelInfo::not_read is read after all: openness, where there is influence.
bool reads_all_the_same(const Scenario& scenario, std::string_view model, std::string_view pattern);

/// The parameter `influence` of a model, 0 where it has none.
double influence_of(const Scenario& scenario, std::string_view model);

}  // namespace detente
