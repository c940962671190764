#pragma once

#include <optional>
#include <vector>

#include "detente/sim/seat.hpp"
#include "detente/study/debrief.hpp"

namespace detente::ui {

struct Played;

enum class Hints { off, nudge, numbers };

/// What workspace 3 shows.
struct RoleplayState {
  Hints hints = Hints::nudge;
  std::vector<int> proposal{};  ///< Option per open issue of the offer that is being put together.
  const SeatTurn* turn = nullptr;   ///< What `proposal` was begun for; only ever compared.
  std::optional<Forecast> asked{};  ///< Of the package that the turn is about, if there is one.
  Hint idea{};                      ///< What the program would do in this turn.
  int package = -1;                 ///< What `forecast` is about.
  std::optional<Forecast> forecast{};
  const Played* debriefed = nullptr;  ///< What `metrics` are of; only ever compared.
  std::vector<SeatMetrics> metrics{};
};

}  // namespace detente::ui
