#pragma once

#include <array>
#include <optional>

#include "ui/desk.hpp"

// The two branches of workspace 2 as they stand side by side.
namespace detente::ui {

/// One of the two branches that are compared, with its own playhead.
struct Side {
  const Branch* branch = nullptr;
  const Played* run = nullptr;  ///< nullptr while it is computed.
  int frame = 0;                ///< Within the run.
};

/// Left and right: the older branch stands left unless a person has swapped them. Nothing while
/// there is no second branch.
std::optional<std::array<Side, 2>> sides_of(const Desk& desk);

/// Puts a branch on the left or right; one that stands on the other side changes places with it.
void put_on_side(Desk& desk, bool right, int branch);
void swap_sides(Desk& desk);

/// Moves the playhead of one branch, and of the other if they are linked.
void move_side(Desk& desk, int branch, int frame);

/// Moves both playheads to the first difference, if there is one.
void go_to_first_difference(Desk& desk);

/// The comparison of the two sides, or nullptr while it is computed.
const Comparison* comparison_of(const Desk& desk);

}  // namespace detente::ui
