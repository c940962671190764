// Buttons, switches, tabs.

#include <algorithm>

#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

constexpr float kHeight = 1.6F;  // units
constexpr float kPad = 0.6F;     // units, beside a button's text
constexpr float kRound = 4.0F;

struct Paint {
  Colour ground = 0;
  Colour edge = 0;
  Colour text = 0;
};

Paint button_look(const Theme& theme, Tone tone, const Touch& touch, bool enabled) {
  const bool lit = touch.hovered && enabled;
  if (!enabled) return {theme.pane, theme.edge, faded(theme.quiet, 0.88F)};
  if (tone == Tone::primary)
    return {theme.accent, lit ? theme.text : theme.accent, theme.on_accent};
  if (tone == Tone::link) return {lit ? theme.hovered : faded(theme.pane, 0), 0, theme.link};
  return {lit ? theme.hovered : theme.raised, theme.edge, tone_colour(theme, tone)};
}

void draw_tick(Canvas& canvas, const Box& box, Colour colour) {
  const float size = box.width();
  const std::vector<Point> tick{{box.min.x + size * 0.22F, box.min.y + size * 0.52F},
                                {box.min.x + size * 0.43F, box.min.y + size * 0.73F},
                                {box.min.x + size * 0.8F, box.min.y + size * 0.28F}};
  canvas.polyline(tick, colour, std::max(1.5F, size * 0.13F));
}

}  // namespace

bool Ui::button(const std::string& id, const std::string& label, Tone tone,
                const std::string& why_not) {
  State& state = *state_;
  const float unit = this->unit();
  const Typeface face =
      tone == Tone::primary || tone == Tone::strong ? Typeface::strong : Typeface::body;
  const Box box = take(unit * kHeight, measure(label, face).x + 2 * kPad * unit + 1);
  const std::string shown = fitted(label, box.width() - 2 * kPad * unit, face);
  const Touch touch =
      state.claim({.path = state.path_of(id)},
                  {.box = box, .value = shown, .enabled = why_not.empty(), .why_not = why_not});
  if (visible(box)) {
    const Paint look = button_look(theme(), tone, touch, why_not.empty());
    Canvas canvas = this->canvas();
    canvas.rect(box, look.ground, kRound);
    if (look.edge != 0) canvas.frame(box, look.edge, 1.0F, kRound);
    canvas.text({box.min.x + (box.width() - measure(shown, face).x) / 2, box.centre().y - unit / 2},
                shown, look.text, face);
  }
  state.finish(touch, box, why_not.empty() && shown != label ? label : why_not);
  return touch.pressed;
}

bool Ui::toggle(const std::string& id, const std::string& label, bool on,
                const std::string& why_not) {
  State& state = *state_;
  const float unit = this->unit();
  const Box box = take(unit * kHeight, measure(label).x + unit * 1.9F);
  const std::string shown = fitted(label, box.width() - unit * 1.8F);
  const bool enabled = why_not.empty();
  const Touch touch =
      state.claim({.path = state.path_of(id)},
                  {.box = box, .value = on ? "on" : "off", .enabled = enabled, .why_not = why_not});
  const float top = box.centre().y - unit / 2;
  const Box square{{box.min.x + unit * 0.2F, top}, {box.min.x + unit * 1.2F, top + unit}};
  Canvas canvas = this->canvas();
  const Colour ground = on ? theme().accent : theme().raised;
  canvas.rect(square, enabled ? ground : theme().hovered, 3.0F);
  canvas.frame(square, touch.hovered ? theme().text : theme().quiet, 1.0F, 3.0F);
  if (on) draw_tick(canvas, square, enabled ? theme().on_accent : theme().quiet);
  canvas.text({box.min.x + unit * 1.6F, top}, shown,
              enabled ? theme().text : faded(theme().quiet, 0.88F));
  state.finish(touch, box, enabled && shown != label ? label : why_not);
  return touch.pressed;
}

std::optional<int> Ui::tabs(const std::string& id, const std::vector<std::string>& labels,
                            int chosen) {
  State& state = *state_;
  const float unit = this->unit();
  const int count = static_cast<int>(labels.size());
  float room = 0;
  for (const std::string& label : labels) {
    room += measure(label, Typeface::strong).x + 2 * kPad * unit;
  }
  const Box box = take(unit * 1.75F, room + 1);
  const float share = std::min(1.0F, box.width() / std::max(room, 1.0F));
  const bool known = chosen >= 0 && chosen < count;
  const Touch whole =
      state.claim({.path = state.path_of(id), .by_mouse = false, .sideways = true},
                  {.box = box, .value = known ? labels[static_cast<std::size_t>(chosen)] : ""});
  Canvas canvas = this->canvas();
  canvas.line({box.min.x, box.max.y}, {box.max.x, box.max.y}, theme().edge);
  std::optional<int> picked;
  float left = box.min.x;
  for (int place = 0; place < count; ++place) {
    const std::string& label = labels[static_cast<std::size_t>(place)];
    const bool here = place == chosen;
    const Typeface face = here ? Typeface::strong : Typeface::body;
    const float wide = (measure(label, Typeface::strong).x + 2 * kPad * unit) * share;
    const Box tab{{left, box.min.y}, {left + wide, box.max.y}};
    left += wide;
    const std::string shown = fitted(label, wide - kPad * unit, face);
    const Touch touch =
        state.claim({.path = state.path_of(id + "/" + std::to_string(place)), .by_keys = false},
                    {.box = tab, .value = shown});
    if (touch.pressed) picked = place;
    if (touch.hovered && !here) canvas.rect(tab.inset(2.0F), theme().hovered, kRound);
    const Colour colour = here || touch.hovered ? theme().text : theme().quiet;
    canvas.text({tab.centre().x - measure(shown, face).x / 2, tab.centre().y - unit / 2}, shown,
                colour, face);
    if (here) {
      canvas.rect({{tab.min.x, tab.max.y - unit * 0.16F}, tab.max}, theme().accent, 1.0F);
    }
  }
  state.finish(whole, box, {});
  const int step = state.sideways_step(whole);
  if (step != 0 && chosen + step >= 0 && chosen + step < count) picked = chosen + step;
  return picked;
}

}  // namespace detente::ui
