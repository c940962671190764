#include "ui/panels/bar.hpp"

#include <algorithm>

#include "ui/actions.hpp"

namespace detente::ui {
namespace {

constexpr float kHeight = 1.5F;  // of a line, in units
constexpr float kPad = 0.5F;     // beside a label
constexpr float kGap = 0.3F;     // between two buttons

bool is_over(const Ui& ui, const Box& box) {
  return box.contains({ui.input().mouse_x, ui.input().mouse_y});
}

}  // namespace

Bar::Bar(Ui& ui, const Box& area) : ui_(&ui) {
  const float half = ui.unit() * kHeight / 2;
  top_ = area.centre().y - half;
  bottom_ = area.centre().y + half;
  left_ = area.min.x + kPad * ui.unit();
  right_ = area.max.x - kPad * ui.unit();
}

float Bar::width_of(const std::string& label) const {
  return measure(label, Typeface::strong).x + 2 * kPad * ui_->unit();
}

Box Bar::take_left(float width) {
  const Box box{{left_, top_}, {left_ + width, bottom_}};
  left_ += width + kGap * ui_->unit();
  return box;
}

Box Bar::take_right(float width) {
  const Box box{{right_ - width, top_}, {right_, bottom_}};
  right_ -= width + kGap * ui_->unit();
  return box;
}

bool Bar::button(const BarButton& button, const Box& box) {
  draw_ground(*ui_, button, box);
  const Typeface face = button.on ? Typeface::strong : Typeface::body;
  const Theme& theme = ui_->theme();
  const float pad = kPad * ui_->unit();
  const float room = box.width() - 2 * pad;
  const float wide = std::min(measure(button.label, face).x, room);
  const Point at{box.centre().x - wide / 2, box.centre().y - line_height(face) / 2};
  const std::string drawn = ui_->canvas().text_within(
      at, room + 1, button.label, button.why_not.empty() ? theme.text : theme.quiet, face);
  return ui_->touch(button.id, box, drawn, button.tip, button.why_not).pressed;
}

void Bar::text(const std::string& id, const Box& box, const std::string& text, Tone tone) {
  const Colour colour = tone == Tone::quiet ? ui_->theme().quiet : ui_->theme().text;
  const Typeface face = tone == Tone::strong ? Typeface::strong : Typeface::body;
  ui_->label(id, {box.min.x, box.centre().y - line_height(face) / 2}, text, colour, face,
             box.width());
}

void draw_ground(Ui& ui, const BarButton& button, const Box& box) {
  const Theme& theme = ui.theme();
  const float round = 0.2F * ui.unit();
  const bool hovered = button.why_not.empty() && is_over(ui, box);
  if (hovered || !button.quiet) {
    ui.canvas().rect(box, hovered ? theme.hovered : theme.raised, round);
  }
  if (button.on) {
    ui.canvas().frame(box, theme.accent, 2.0F, round);
  } else if (!button.quiet) {
    ui.canvas().frame(box, theme.edge, 1.0F, round);
  }
}

std::string obstacle_to(const Ui& ui, const Desk& desk, const Action& action) {
  const std::string_view key = action.obstacle(desk);
  return key.empty() ? std::string() : ui.say(key);
}

}  // namespace detente::ui
