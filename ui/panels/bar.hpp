#pragma once

#include <string>

#include "ui/widgets.hpp"

namespace detente::ui {

struct Action;
struct Desk;

/// One thing that can be pressed in a bar.
struct BarButton {
  std::string id{};
  std::string label{};    ///< Drawn, and registered.
  std::string tip{};      ///< Beside the mouse.
  std::string why_not{};  ///< Greyed if not empty.
  bool on = false;        ///< Outlined and bold.
  bool quiet = false;     ///< No ground of its own.
};

/// Things side by side in one line, from the left and from the right, each as wide as its text.
class Bar {
 public:
  /// @param area  of the bar; the line stands in its middle.
  Bar(Ui& ui, const Box& area);

  /// How wide a button of that label is.
  float width_of(const std::string& label) const;
  /// What is left between the two sides.
  float room() const { return right_ - left_; }
  Box take_left(float width);
  Box take_right(float width);
  void gap(float units) { left_ += units * ui_->unit(); }

  /// Draws it and tells whether it was pressed; the label is shortened to the box.
  bool button(const BarButton& button, const Box& box);
  bool left(const BarButton& button) {
    return this->button(button, take_left(width_of(button.label)));
  }
  bool right(const BarButton& button) {
    return this->button(button, take_right(width_of(button.label)));
  }
  /// A text without a ground, within the box.
  void text(const std::string& id, const Box& box, const std::string& text, Tone tone);

 private:
  Ui* ui_;
  float top_;
  float bottom_;
  float left_;
  float right_;
};

/// Ground and outline of something that can be pressed; `focused` things get their ring elsewhere.
void draw_ground(Ui& ui, const BarButton& button, const Box& box);

/// Why an action cannot be done now, in words; empty if it can.
std::string obstacle_to(const Ui& ui, const Desk& desk, const Action& action);

}  // namespace detente::ui
