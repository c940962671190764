#pragma once

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {

/// Height that the run tree wants: a line for each branch, up to three; more can be scrolled to.
float height_of_runs(const Ui& ui, const Desk& desk);

}  // namespace detente::ui
