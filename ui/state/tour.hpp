#pragma once

namespace detente::ui {

enum class Prediction { none, yes, no, unsure, skipped };

/// The cards of the first sixty seconds.
struct TourState {
  bool open = false;
  int card = 0;  ///< 0: the question; 1: press Space; 2: why; 3: change one thing; 4: your own.
  Prediction prediction = Prediction::none;
};

}  // namespace detente::ui
