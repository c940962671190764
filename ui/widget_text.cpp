// Texts that flow.

#include "ui/ui_state.hpp"

namespace detente::ui {
namespace {

Typeface face_of(Tone tone) {
  return tone == Tone::strong ? Typeface::strong : Typeface::body;
}

}  // namespace

Colour tone_colour(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::quiet:
      return theme.quiet;
    case Tone::accepts:
      return theme.accepts;
    case Tone::refuses:
      return theme.refuses;
    case Tone::warning:
      return theme.warning;
    case Tone::link:
    case Tone::primary:
      return theme.link;
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return theme.text;
}

void Ui::text(const std::string& id, const std::string& text, Tone tone) {
  const Typeface face = face_of(tone);
  const float high = line_height(face);
  const bool beside = state_->pane && state_->pane->flow.beside;
  // a short text beside another widget takes only its own width, in the middle of the line
  const float own = measure(text, face).x + 1;
  const bool short_one = beside && own <= width();
  const std::vector<std::string> lines =
      short_one ? std::vector{text} : lines_of(text, width(), face);
  const float before = beside ? state_->pane->flow.last.height() : high;
  const Box box = take(short_one ? std::max(high, before) : high * static_cast<float>(lines.size()),
                       short_one ? own : 0.0F);
  mark(id, box, text);
  if (!visible(box)) return;
  Canvas canvas = this->canvas();
  Point at{box.min.x, short_one ? box.centre().y - high / 2 : box.min.y};
  for (const std::string& line : lines) {
    canvas.text(at, line, tone_colour(theme(), tone), face);
    at.y += high;
  }
}

void Ui::line(const std::string& id, const std::string& text, Tone tone) {
  const Typeface face = face_of(tone);
  const float high = line_height(face);
  const bool beside = state_->pane && state_->pane->flow.beside;
  const float before = beside ? std::max(high, state_->pane->flow.last.height()) : high;
  const Box box = take(before, beside ? std::min(measure(text, face).x + 1, width()) : 0.0F);
  std::string shown = fitted(text, box.width(), face);
  mark(id, box, shown);
  if (!visible(box)) return;
  canvas().text({box.min.x, box.centre().y - high / 2}, shown, tone_colour(theme(), tone), face);
  if (shown != text) {
    state_->last_box = box;
    const Point mouse{input().mouse_x, input().mouse_y};
    state_->last_wanted =
        state_->can_reach() && !state_->keys_last && box.contains(mouse) && visible(box);
    tip(text);
  }
}

void Ui::heading(const std::string& id, const std::string& text) {
  const float high = line_height(Typeface::large);
  const std::vector<std::string> lines = lines_of(text, width(), Typeface::large);
  const Box box = take(high * static_cast<float>(lines.size()));
  mark(id, box, text);
  Canvas canvas = this->canvas();
  Point at = box.min;
  for (const std::string& line : lines) {
    canvas.text(at, line, theme().text, Typeface::large);
    at.y += high;
  }
}

void Ui::rule() {
  const Box box = take(unit() * 0.5F);
  const float middle = box.centre().y;
  canvas().line({box.min.x, middle}, {box.max.x, middle}, theme().edge);
}

bool Ui::fold(const std::string& id, const std::string& label, bool open_at_first) {
  State& state = *state_;
  const float unit = this->unit();
  const std::string path = state.path_of(id);
  const Box box = take(unit * 1.4F);
  bool& open = state.folds.try_emplace(path, open_at_first).first->second;
  const std::string shown = fitted(label, box.width() - unit * 1.2F, Typeface::strong);
  const Touch touch = state.claim({.path = path}, {.box = box, .value = shown});
  if (touch.pressed) open = !open;
  Canvas canvas = this->canvas();
  if (touch.hovered) canvas.rect(box, theme().hovered, 4.0F);
  const Point tip{box.min.x + unit * 0.5F, box.centre().y};
  const float reach = unit * 0.26F;
  if (open) {
    canvas.area(std::vector<Point>{{tip.x - reach, tip.y - reach / 2},
                                   {tip.x + reach, tip.y - reach / 2},
                                   {tip.x, tip.y + reach}},
                theme().quiet);
  } else {
    canvas.area(std::vector<Point>{{tip.x - reach / 2, tip.y - reach},
                                   {tip.x + reach, tip.y},
                                   {tip.x - reach / 2, tip.y + reach}},
                theme().quiet);
  }
  canvas.text({box.min.x + unit * 1.1F, box.centre().y - unit / 2}, shown, theme().text,
              Typeface::strong);
  state.finish(touch, box, shown == label ? std::string() : label);
  return open;
}

}  // namespace detente::ui
