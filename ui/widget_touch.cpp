// Places of one's own, the ring around the focused one, and tips.

#include <imgui.h>

#include <algorithm>

#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kTipWidth = 24.0F;  // units
constexpr float kLargeBox = 5.0F;   // units: higher ones are charts

}  // namespace

void Ui::State::finish(const Touch& touch, const Box& box, const std::string& why_not) {
  const bool shown = touch.focused && ring && can_reach();
  if (shown) canvas().frame(box.inset(-1.5F), colours().focus, 2.0F, 5.0F);
  last_box = box;
  if (touch.pressed) keys_last = true;
  last_wanted = (touch.hovered && !keys_last) || shown;
  if (last_wanted && !why_not.empty()) tip = Tip{why_not, box};
}

void Ui::mark(const std::string& id, const Box& box, const std::string& value) {
  State& state = *state_;
  state.building.add(state.path_of(id),
                     {.box = box, .value = value, .pane = state.pane ? state.pane->id : "window"});
}

// NOLINTNEXTLINE(readability-function-size): a place, a text and its looks
void Ui::label(const std::string& id, Point at, const std::string& text, Colour colour,
               Typeface face, float width) {
  Canvas canvas = this->canvas();
  std::string shown = text;
  if (width > 0) {
    shown = canvas.text_within(at, width, text, colour, face);
  } else {
    canvas.text(at, text, colour, face);
  }
  const Point size = measure(shown, face);
  mark(id, {at, {at.x + size.x, at.y + size.y}}, shown);
}

Touch Ui::touch(const std::string& id, const Box& box, const std::string& value,
                const std::string& tip, const std::string& why_not) {
  State& state = *state_;
  const Touch touch =
      state.claim({.path = state.path_of(id)},
                  {.box = box, .value = value, .enabled = why_not.empty(), .why_not = why_not});
  state.finish(touch, box, why_not.empty() ? tip : why_not);
  return touch;
}

GridTouch Ui::grid(const std::string& id, const Box& box, const std::string& value, GridWays ways) {
  State& state = *state_;
  const Spot spot{.path = state.path_of(id), .sideways = true, .up = ways.up, .down = ways.down};
  GridTouch grid{.touch = state.claim(spot, {.box = box, .value = value})};
  state.finish(grid.touch, box, {});
  grid.across = state.sideways_step(grid.touch);
  if (!grid.touch.focused || !state.can_reach() || state.in_text()) return grid;
  for (const Chord& chord : input().pressed) {
    if (chord.ctrl || chord.alt) continue;
    if (chord.key == Key::up && spot.up) ++grid.up;
    if (chord.key == Key::down && spot.down) --grid.up;
  }
  return grid;
}

void Ui::tip(const std::string& text) {
  const State& state = *state_;
  if (!state.last_wanted || text.empty()) return;
  const Point mouse{state.input.mouse_x, state.input.mouse_y};
  // what is said of a chart is said of the place under the mouse
  const bool chart = state.last_box.height() > kLargeBox * unit();
  const bool at_mouse = chart && state.last_box.contains(mouse);
  const Box near{{mouse.x - unit() / 2, mouse.y - unit() / 2},
                 {mouse.x + unit() / 2, mouse.y + unit() / 2}};
  state_->tip = Tip{text, at_mouse ? near : state.last_box};
}

/// Below what it speaks of, or above where there is no room.
void Ui::State::draw_tip() {
  if (!tip || popup) return;
  const float unit = line_height();
  const float pad = unit * 0.45F;
  const float room = std::min(kTipWidth * unit, window.width() - 4 * pad);
  const std::vector<std::string> lines = lines_of(tip->text, room, Typeface::small);
  const Point size = measure(tip->text, Typeface::small, room);
  const float height = size.y + 2 * pad;
  const float width = size.x + 2 * pad;
  Point at{tip->beside.min.x, tip->beside.max.y + pad};
  if (at.y + height > window.max.y) at.y = tip->beside.min.y - pad - height;
  at.x = std::clamp(at.x, window.min.x, std::max(window.min.x, window.max.x - width));
  at.y = std::max(at.y, window.min.y);
  const Box box{at, {at.x + width, at.y + height}};
  Canvas above(*ImGui::GetForegroundDrawList(), &strokes);
  above.rect(box.inset(-2.0F), faded(0xFF000000U, 0.12F), 6.0F);
  above.rect(box, colours().text, 4.0F);
  Point place{at.x + pad, at.y + pad};
  for (const std::string& line : lines) {
    above.text(place, line, colours().pane, Typeface::small);
    place.y += line_height(Typeface::small);
  }
  building.add("window/tip", {.box = box, .value = tip->text, .pane = "window"});
}

}  // namespace detente::ui
