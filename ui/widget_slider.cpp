#include <algorithm>
#include <cmath>

#include "detente/core/text.hpp"
#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

double rounded(double value, int digits) {
  const double unit = std::pow(10.0, digits);
  return std::round(value * unit) / unit;
}

/// What an arrow key moves: a hundredth of the range, but at least the last digit.
double step_of(double low, double high, int digits) {
  return std::max(rounded((high - low) / 100, digits), std::pow(10.0, -digits));
}

double value_at(float x, const Box& box, double low, double high) {
  const double share = static_cast<double>(x - box.min.x) / std::max(box.width(), 1.0F);
  return low + std::clamp(share, 0.0, 1.0) * (high - low);
}

/// How a slider looks: its words above its track.
struct Face {
  Box box{};
  Box track{};
  std::string label{};
  std::string number{};
  float share = 0.0F;  ///< Of its range, in [0, 1].
  bool enabled = true;
};

void draw_track(Canvas& canvas, const Theme& theme, const Face& face) {
  const Box& box = face.track;
  const float middle = box.centre().y;
  const float thick = box.height() * 0.14F;
  const float knob = box.min.x + box.width() * face.share;
  canvas.rect({{box.min.x, middle - thick}, {box.max.x, middle + thick}}, theme.edge, thick);
  const Colour colour = face.enabled ? theme.accent : theme.quiet;
  canvas.rect({{box.min.x, middle - thick}, {knob, middle + thick}}, colour, thick);
  canvas.disc({knob, middle}, box.height() * 0.44F, face.enabled ? colour : theme.edge);
  canvas.disc({knob, middle}, box.height() * 0.26F, theme.pane);
}

void draw_slider(Canvas canvas, const Theme& theme, const Face& face) {
  const Box& box = face.box;
  const Colour colour = face.enabled ? theme.text : faded(theme.quiet, 0.88F);
  const float room = measure(face.number, Typeface::strong).x;
  if (!face.label.empty()) {
    const float gap = line_height() * 0.5F;
    canvas.text_within(box.min, box.width() - room - gap, face.label, colour);
    canvas.text({box.max.x - room, box.min.y}, face.number, colour, Typeface::strong);
  }
  draw_track(canvas, theme, face);
}

/// With the decimal sign of the language.
std::string shown(const Look& look, double value, int digits) {
  std::string text = show_fixed(value, digits);
  if (look.language != Language::en) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a slider has that many ends
Edited Ui::slider(const std::string& id, const std::string& label, double& value, double low,
                  double high, const std::string& why_not, int digits) {
  State& state = *state_;
  const float unit = this->unit();
  const bool enabled = why_not.empty();
  const std::string path = state.path_of(id);
  const Box box = take(unit * (label.empty() ? 1.2F : 2.2F));
  // its ends are its lowest and its highest value: scripts count on it
  const Box track{{box.min.x + unit * 0.45F, box.max.y - unit},
                  {std::max(box.max.x - unit * 0.45F, box.min.x + unit), box.max.y}};
  const double old = value;
  Spot spot{.path = path, .sideways = true};
  // where it lies and what it says are known before it is drawn with its new value
  const Touch touch = state.claim(spot, {.box = track,
                                         .value = shown(look(), value, digits),
                                         .enabled = enabled,
                                         .why_not = why_not,
                                         .low = low,
                                         .high = high});
  Edited edited;
  if (touch.held && state.went_down) state.old_number = value;
  if (touch.held || touch.released) value = rounded(value_at(touch.at.x, track, low, high), digits);
  edited.committed = touch.released && value != state.old_number;
  const int step = enabled ? state.sideways_step(touch) : 0;
  if (step != 0) value = std::clamp(value + step * step_of(low, high, digits), low, high);
  edited.changed = value != old;
  edited.committed = edited.committed || (step != 0 && edited.changed);

  const std::string number = shown(look(), value, digits);
  state.building.update(path, number);
  if (visible(box)) {
    const double share = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.0;
    draw_slider(canvas(), theme(), {box, track, label, number, static_cast<float>(share), enabled});
  }
  state.finish(touch, box, why_not);
  return edited;
}

}  // namespace detente::ui
