#pragma once

#include <string>

#include "detente/scenario/text.hpp"
#include "ui/canvas.hpp"
#include "ui/theme.hpp"

namespace detente::ui {

/// How a text or a control looks.
enum class Tone { plain, quiet, strong, accepts, refuses, warning, link, primary };

/// What became of a slider or a field in this frame.
struct Edited {
  bool changed = false;    ///< The value moves under the hand.
  bool committed = false;  ///< It was let go: now it counts.
};

/// What became of a place that can be pressed.
struct Touch {
  bool hovered = false;
  bool pressed = false;  ///< By mouse or by Enter.
  bool held = false;     ///< The mouse is down on it; `at` follows it.
  bool released = false;
  bool focused = false;  ///< The keyboard acts on it.
  Point at{};            ///< The mouse.
};

/// Whether a grid has a further row that way; without one, the arrow leaves it.
struct GridWays {
  bool up = false;
  bool down = false;
};

/// What became of a grid, and which way the arrows moved inside it.
struct GridTouch {
  Touch touch{};
  int across = 0;  ///< To the right.
  int up = 0;
};

/// What was asked of a pane by the small buttons in its title bar.
struct PaneAsk {
  enum class Kind { help, maximise, export_picture, close };

  std::string pane{};
  Kind kind{};
};

/// How everything looks in a frame.
struct Look {
  Language language = Language::en;
  ThemeName theme = ThemeName::light;
  float scale = 1.0F;
  float stretch = 1.0F;  ///< Tests: words grow by this factor.
  bool reduce_motion = false;
  bool presenting = false;
};

}  // namespace detente::ui
