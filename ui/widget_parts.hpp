#pragma once

#include <string>
#include <vector>

#include "ui/canvas.hpp"

struct ImDrawList;

// What class Ui is made of. Only ui_state.hpp includes this.
namespace detente::ui {

/// A place that feels the mouse or the keyboard, as it was drawn.
struct Spot {
  std::string path{};  ///< Empty: the ground of a pane, which only shields what lies below.
  std::string pane{};
  Box box{};  ///< The visible part.
  int layer = 0;
  bool by_mouse = true;
  bool by_keys = true;
  bool sideways = false;  ///< Takes the arrows left and right for itself;
  bool up = false;        ///< the one up,
  bool down = false;      ///< and the one down.
  bool field = false;
};

/// Where the next widget goes.
struct Flow {
  float left = 0.0F;
  float right = 0.0F;
  float bottom = 0.0F;  ///< Of all so far, with the gap behind it.
  Box last{};
  bool beside = false;  ///< The next one goes to the right of the last.
  float gap = 0.0F;
};

/// A row of cells in a flow.
struct Row {
  Flow outer{};
  std::vector<float> fractions{};
  std::size_t cell = 0;
  float top = 0.0F;
  float bottom = 0.0F;
};

struct Pane {
  std::string id{};
  Box area{};
  Box body{};  ///< Where its content is seen.
  Flow flow{};
  std::vector<Row> rows{};
  bool scrolls = false;
};

/// What is kept of a pane from frame to frame.
struct PaneMemory {
  float scroll = 0.0F;
  float content = 0.0F;  ///< Height of all that was drawn in it.
  std::string focus{};   ///< The widget that had the keyboard last.
};

/// The open list of a choice.
struct Popup {
  std::string path{};
  std::string pane{};
  std::vector<std::string> labels{};
  int chosen = 0;
  int marked = 0;  ///< By mouse or keys.
  int first = 0;   ///< Uppermost that is shown.
  Box anchor{};
  bool drawn = false;  ///< Its choice was drawn in this frame.
};

/// What is drawn on: the panes (layer 0), or a layer over them.
struct Sheet {
  ImDrawList* list = nullptr;
  int layer = 0;
};

struct Tip {
  std::string text{};
  Box beside{};
};

}  // namespace detente::ui
