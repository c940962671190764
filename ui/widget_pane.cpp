// Panes: ground, title bar, a body that scrolls.

#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>

#include "detente/core/contract.hpp"
#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kBar = 1.9F;      // units, height of the title bar
constexpr float kMargin = 0.65F;  // units, around the body

struct Button {
  const char* id = "";
  PaneAsk::Kind kind{};
};
constexpr std::array<Button, 3> kButtons{{{"export", PaneAsk::Kind::export_picture},
                                          {"maximise", PaneAsk::Kind::maximise},
                                          {"help", PaneAsk::Kind::help}}};        // from the right
constexpr std::array<Button, 1> kOverButtons{{{"close", PaneAsk::Kind::close}}};  // of a dialog
constexpr std::array<Button, 1> kPresentedButtons{{{"maximise", PaneAsk::Kind::maximise}}};
constexpr float kButton = 1.4F;  // units, width of one

/// Which of them a pane has: a title read from afar needs the room that the others would take.
std::span<const Button> buttons_of(bool over, bool presenting) {
  if (over) return kOverButtons;
  return presenting ? std::span<const Button>(kPresentedButtons) : kButtons;
}

void draw_maximise(Canvas& canvas, const Box& box, Colour colour) {
  canvas.frame(box, colour, 1.0F, 1.0F);
  canvas.line({box.min.x, box.min.y + 2}, {box.max.x, box.min.y + 2}, colour, 2.0F);
}

/// An arrow down onto a tray.
void draw_export(Canvas& canvas, const Box& box, Colour colour) {
  const Point centre = box.centre();
  const float reach = box.width() * 0.3F;
  const float tip = box.max.y - box.height() * 0.3F;
  const std::array arrow{Point{centre.x - reach, tip - reach}, Point{centre.x, tip},
                         Point{centre.x + reach, tip - reach}};
  const std::array tray{Point{box.min.x, box.max.y - reach}, Point{box.min.x, box.max.y},
                        Point{box.max.x, box.max.y}, Point{box.max.x, box.max.y - reach}};
  canvas.line({centre.x, box.min.y}, {centre.x, tip}, colour, 1.3F);
  canvas.polyline(arrow, colour, 1.3F);
  canvas.polyline(tray, colour, 1.3F);
}

void draw_help(Canvas& canvas, const Box& box, Colour colour) {
  const Point size = measure("?", Typeface::strong);
  canvas.text({box.centre().x - size.x / 2, box.centre().y - size.y / 2}, "?", colour,
              Typeface::strong);
}

void draw_close(Canvas& canvas, const Box& box, Colour colour) {
  const Box cross = box.inset(box.width() * 0.1F);
  canvas.line(cross.min, cross.max, colour, 1.5F);
  canvas.line({cross.min.x, cross.max.y}, {cross.max.x, cross.min.y}, colour, 1.5F);
}

void draw_icon(Canvas& canvas, PaneAsk::Kind kind, const Box& box, Colour colour) {
  switch (kind) {
    case PaneAsk::Kind::help:
      return draw_help(canvas, box, colour);
    case PaneAsk::Kind::maximise:
      return draw_maximise(canvas, box, colour);
    case PaneAsk::Kind::export_picture:
      return draw_export(canvas, box, colour);
    case PaneAsk::Kind::close:
      return draw_close(canvas, box, colour);
  }
}

}  // namespace

void Ui::begin_pane(const std::string& id, std::string_view title, const Box& area) {
  State& state = *state_;
  expects(!state.pane, "Ui::begin_pane: inside another pane");
  const float unit = this->unit();
  const bool bar = !title.empty();
  state.spots.push_back(
      {.pane = id, .box = area, .layer = state.sheets.back().layer, .by_keys = false});
  state.pane = Pane{.id = id, .area = area, .scrolls = bar};
  state.building.add(id + "/pane", {.box = area, .value = std::string(title), .pane = id});
  Canvas canvas = state.canvas();
  canvas.rect(area, theme().pane, bar ? 6.0F : 0.0F);
  if (bar) canvas.frame(area, theme().edge, 1.0F, 6.0F);

  Box body = area.inset(unit * (bar ? kMargin : 0.3F));
  if (bar) {
    body.min.y = area.min.y + unit * kBar;
    const bool over = state.sheets.back().layer > 0;
    const auto buttons = static_cast<float>(buttons_of(over, state.look.presenting).size());
    const float room = area.width() - unit * (2 * kMargin + 0.4F + kButton * buttons);
    const std::string shown =
        canvas.text_within({body.min.x, area.min.y + unit * 0.5F}, std::max(room, unit), title,
                           theme().text, Typeface::strong);
    mark("title", {{body.min.x, area.min.y}, {body.min.x + room, body.min.y}}, shown);
  }
  body.max.y = std::max(body.max.y, body.min.y);
  state.pane->body = body;
  const float top = bar ? body.min.y - state.panes[id].scroll : body.min.y;
  state.pane->flow = {.left = body.min.x, .right = body.max.x, .bottom = top};
  state.pane->flow.last = {{body.min.x, top}, {body.min.x, top}};
  ImGui::PushClipRect({area.min.x + 1, bar ? body.min.y : area.min.y},
                      {area.max.x - 1, area.max.y - 1}, true);
}

void Ui::end_pane() {
  State& state = *state_;
  expects(state.pane.has_value(), "Ui::end_pane: no pane is open");
  expects(state.pane->rows.empty(), "Ui::end_pane: columns are still open");
  ImGui::PopClipRect();
  if (state.pane->scrolls) {
    state.scroll_pane();
    state.draw_pane_bar();
  }
  state.pane.reset();
}

void Ui::State::draw_pane_bar() {
  const float unit = line_height();
  float right = pane->area.max.x - unit * 0.4F;
  const bool over = sheets.back().layer > 0;
  for (const Button& button : buttons_of(over, look.presenting)) {
    const Box box{{right - unit * kButton, pane->area.min.y + unit * 0.25F},
                  {right, pane->area.min.y + unit * 1.65F}};
    right = box.min.x;
    if (box.min.x < pane->area.min.x) return;
    const std::string value = ui::say(look.language, std::string("ui.") + button.id);
    const Touch touch = claim({.path = path_of(button.id)}, {.box = box, .value = value});
    Canvas canvas = this->canvas();
    if (touch.hovered) canvas.rect(box, colours().hovered, 4.0F);
    draw_icon(canvas, button.kind, box.inset(unit * 0.42F),
              touch.hovered || touch.focused ? colours().text : colours().quiet);
    if (touch.pressed) ask = PaneAsk{pane->id, button.kind};
    finish(touch, box, value);
  }
}

/// By wheel, by its bar, and never further than there is something.
void Ui::State::scroll_pane() {
  const float unit = line_height();
  PaneMemory& memory = panes[pane->id];
  const Box& body = pane->body;
  const float top = body.min.y - memory.scroll;
  memory.content = pane->flow.bottom - top;
  const float most = std::max(0.0F, memory.content - body.height());
  const Point mouse{input.mouse_x, input.mouse_y};
  if (can_reach() && !popup && pane->area.contains(mouse)) memory.scroll -= input.wheel * 3 * unit;
  if (most > 0) {
    const Box track{{pane->area.max.x - unit * 0.45F, body.min.y},
                    {pane->area.max.x - unit * 0.1F, body.max.y}};
    const float share = body.height() / memory.content;
    const std::string path = path_of("scroll");
    const Touch touch = claim({.path = path, .by_keys = false}, {.box = track, .value = "scroll"});
    if (touch.held) memory.scroll += (mouse.y - drag_from) / share;
    if (touch.held) drag_from = mouse.y;
    memory.scroll = std::clamp(memory.scroll, 0.0F, most);
    const float start = track.min.y + memory.scroll * share;
    canvas().rect({{track.min.x, start}, {track.max.x, start + track.height() * share}},
                  touch.hovered || touch.held ? colours().quiet : colours().edge,
                  track.width() / 2);
  }
  memory.scroll = std::clamp(memory.scroll, 0.0F, most);
}

const Box& Ui::body() const {
  expects(state_->pane.has_value(), "Ui::body: no pane is open");
  return state_->pane->body;
}

bool Ui::visible(const Box& box) const {
  const Box seen = state_->clip();
  return box.max.x > seen.min.x && box.min.x < seen.max.x && box.max.y > seen.min.y &&
         box.min.y < seen.max.y;
}

}  // namespace detente::ui
