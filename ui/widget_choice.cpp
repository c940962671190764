// A choice, and the list that it opens.

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kHeight = 1.6F;  // units, of the choice and of a row of its list
constexpr float kPad = 0.6F;
constexpr int kMostRows = 12;

float widest(const std::vector<std::string>& labels) {
  float width = 0;
  for (const std::string& label : labels) width = std::max(width, measure(label).x);
  return width;
}

void draw_chevron(Canvas& canvas, Point centre, float reach, Colour colour) {
  const std::vector<Point> points{{centre.x - reach, centre.y - reach / 2},
                                  {centre.x, centre.y + reach / 2},
                                  {centre.x + reach, centre.y - reach / 2}};
  canvas.polyline(points, colour, 1.5F);
}

/// Below the choice, or above it where there is no room.
Box list_box(const Popup& popup, const Box& window, float row) {
  const int rows = std::min(static_cast<int>(popup.labels.size()), kMostRows);
  const float height = row * static_cast<float>(rows) + row * 0.3F;
  const float width = std::max(popup.anchor.width(), widest(popup.labels) + row * 1.2F);
  Point at{popup.anchor.min.x, popup.anchor.max.y + 2};
  if (at.y + height > window.max.y) at.y = popup.anchor.min.y - 2 - height;
  at.y = std::max(at.y, window.min.y);
  at.x = std::clamp(at.x, window.min.x, std::max(window.min.x, window.max.x - width));
  return {at, {at.x + width, at.y + height}};
}

}  // namespace

int Ui::State::sideways_step(const Touch& touch) const {
  if (!touch.focused || !can_reach() || in_text()) return 0;
  int step = 0;
  for (const Chord& chord : input.pressed) {
    if (chord.ctrl || chord.alt) continue;
    if (chord.key == Key::right) ++step;
    if (chord.key == Key::left) --step;
  }
  return step;
}

std::optional<int> Ui::choice(const std::string& id, const std::vector<std::string>& labels,
                              int chosen, const std::string& why_not) {
  State& state = *state_;
  const float unit = this->unit();
  const std::string path = state.path_of(id);
  const Box box = take(unit * kHeight, widest(labels) + unit * (2 * kPad + 1.2F));
  const int count = static_cast<int>(labels.size());
  const bool known = chosen >= 0 && chosen < count;
  const std::string label = known ? labels[static_cast<std::size_t>(chosen)] : "";
  const std::string shown = fitted(label, box.width() - unit * (2 * kPad + 1.0F));
  const bool enabled = why_not.empty();
  const Touch touch =
      state.claim({.path = path, .sideways = true},
                  {.box = box, .value = shown, .enabled = enabled, .why_not = why_not});
  Canvas canvas = this->canvas();
  canvas.rect(box, touch.hovered && enabled ? theme().hovered : theme().raised, 4.0F);
  canvas.frame(box, theme().edge, 1.0F, 4.0F);
  const Colour colour = enabled ? theme().text : faded(theme().quiet, 0.88F);
  canvas.text({box.min.x + unit * kPad, box.centre().y - unit / 2}, shown, colour);
  draw_chevron(canvas, {box.max.x - unit * 0.8F, box.centre().y}, unit * 0.25F, colour);
  state.finish(touch, box, enabled && shown != label ? label : why_not);

  if (touch.pressed && count > 0) {
    state.popup = Popup{.path = path, .pane = state.pane->id, .marked = std::max(chosen, 0)};
  }
  if (state.popup && state.popup->path == path) {
    state.popup->labels = labels;
    state.popup->chosen = chosen;
    state.popup->anchor = box;
    state.popup->drawn = true;
  }
  if (state.chosen && state.chosen->first == path) {
    return std::exchange(state.chosen, std::nullopt)->second;
  }
  const int next = chosen + (enabled ? state.sideways_step(touch) : 0);
  return next != chosen && next >= 0 && next < count ? std::optional(next) : std::nullopt;
}

void Ui::State::press_in_popup(Key key) {
  const int last = static_cast<int>(popup->labels.size()) - 1;
  if (key == Key::up) popup->marked = std::max(popup->marked - 1, 0);
  if (key == Key::down) popup->marked = std::min(popup->marked + 1, last);
  if (key == Key::enter) chosen = {popup->path, popup->marked};
  if (key == Key::enter || key == Key::escape || key == Key::tab) popup.reset();
}

void Ui::State::draw_popup() {
  const float row = line_height() * kHeight;
  const Box box = list_box(*popup, window, row);
  const Box rows = box.inset(row * 0.15F);
  const int count = static_cast<int>(popup->labels.size());
  const int shown = std::min(count, kMostRows);
  if (input.wheel != 0) popup->marked -= static_cast<int>(input.wheel);
  popup->marked = std::clamp(popup->marked, 0, count - 1);
  popup->first = std::clamp(popup->first, std::max(0, popup->marked - shown + 1),
                            std::min(popup->marked, count - shown));
  Canvas above(*ImGui::GetForegroundDrawList(), &strokes);
  above.rect(box.inset(-3.0F), faded(0xFF000000U, 0.12F), 7.0F);
  above.rect(box, colours().pane, 5.0F);
  above.frame(box, colours().edge, 1.0F, 5.0F);
  const Point mouse{input.mouse_x, input.mouse_y};
  for (int place = popup->first; place < popup->first + shown; ++place) {
    const float top = rows.min.y + row * static_cast<float>(place - popup->first);
    const Box line{{rows.min.x, top}, {rows.max.x, top + row}};
    if (line.contains(mouse)) popup->marked = place;
    const bool here = place == popup->chosen;
    if (place == popup->marked) above.rect(line, colours().hovered, 4.0F);
    const Typeface face = here ? Typeface::strong : Typeface::body;
    const std::string label = above.text_within(
        {line.min.x + row * 0.3F, line.centre().y - line_height() / 2}, line.width() - row * 0.6F,
        popup->labels[static_cast<std::size_t>(place)], colours().text, face);
    building.add(popup->path + "/" + std::to_string(place),
                 {.box = line, .value = label, .pane = popup->pane});
  }
  const bool let_go = was_down && !input.mouse_down;
  if (let_go && rows.contains(mouse)) chosen = {popup->path, popup->marked};
  if ((let_go && rows.contains(mouse)) || (went_down && !box.contains(mouse))) popup.reset();
}

}  // namespace detente::ui
