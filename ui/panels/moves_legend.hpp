#pragma once

#include "ui/conflict_view.hpp"
#include "ui/widgets.hpp"

// What the marks, boxes and lines of the graph of moves mean.
namespace detente::ui {

void draw_moves_legend(Ui& ui, const SolvedConflict& solved);

/// How high it is.
float moves_legend_units(const Ui& ui, const SolvedConflict& solved);

}  // namespace detente::ui
