#pragma once

#include <cstddef>

namespace detente::ui {

enum class Prediction { none, yes, no, unsure, skipped };

/// The cards of the first sixty seconds.
struct TourState {
  bool open = false;
  int card = 0;  ///< 0: the question; 1: press Space; 2: why; 3: change one thing; 4: your own.
  Prediction prediction = Prediction::none;
  int drawn_card = -1;       ///< In the last frame; another one gets the keyboard.
  int from_frame = 0;        ///< Where the playhead was when the card came.
  std::size_t branches = 0;  ///< How many there were then.
  float height = 0.0F;       ///< That the card's words and buttons took, in pixels.
};

}  // namespace detente::ui
