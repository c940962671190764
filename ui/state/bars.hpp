#pragma once

#include <string>

namespace detente::ui {

/// What the bars around the panes remember.
struct BarState {
  std::string seed{};    ///< In the field, perhaps half typed.
  int seed_branch = -1;  ///< Id of the branch that it was filled from.
};

}  // namespace detente::ui
