#pragma once

#include <string>
#include <vector>

#include "ui/compare_view.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// One line about a round of a branch. Lines with the same id say the same thing of both branches,
/// so where their texts differ the branches do.
struct SideRow {
  enum class Kind { plain, heading, yes, no };

  std::string id{};
  std::string text{};
  Kind kind = Kind::plain;
  std::vector<int> actors{};  ///< Whose marks stand before it.
};

/// What there is to say of the round under a side's playhead: the offer on the table, who answers
/// how, who stands together, what happened.
/// @pre  the side has a run.
std::vector<SideRow> side_rows(const Ui& ui, const Side& side);

/// Draws the rows; those that `across` (if it has any) has not got alike are framed and bold.
void draw_side_rows(Ui& ui, const std::vector<SideRow>& rows, const std::vector<SideRow>& across);

}  // namespace detente::ui
