#pragma once

#include "ui/panels/conflict_scene.hpp"

// How the table of states is laid out.
namespace detente::ui {

constexpr float kLetterStep = 0.74F;  // units, one letter of a vector or a concept

/// Where the columns stand, in pixels from the left edge of a row.
struct StabilityColumns {
  float vector = 0.0F;
  float words = 0.0F;   ///< And how wide they are:
  float room = 0.0F;    ///< 0 where there is no room for them.
  float actors = 0.0F;  ///< The first actor's letters.
  float cell = 0.0F;    ///< One actor's letters with the gap behind them.
  float equilibrium = 0.0F;
  int first = 0;  ///< Actors of the conflict that are shown.
  int count = 0;
};

struct StabilityScene {
  const SolvedConflict* solved = nullptr;
  const StateList* list = nullptr;
  StabilityColumns columns{};
  Box box{};      ///< Of the rows.
  int fit = 1;    ///< Rows in it.
  int mover = 0;  ///< Selected.
  StateIndex state = 0;

  const StabilityReport& report() const { return solved->report; }
  int rows() const { return static_cast<int>(list->rows.size()); }
};

/// How the first column is called.
std::string number_title(const Ui& ui, const SolvedConflict& solved);

/// As many actors as fit, with the selected one among them; words get what is left.
StabilityColumns stability_columns(const Ui& ui, const SolvedConflict& solved, int mover,
                                   float width);

/// One state: number, vector, words, for whom it is stable, of what it is an equilibrium.
/// @param place  in StateList::rows.
void draw_state_row(Ui& ui, const StabilityScene& scene, int place, const Box& row);

}  // namespace detente::ui
