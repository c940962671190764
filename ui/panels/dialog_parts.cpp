#include "ui/panels/dialog_parts.hpp"

#include <algorithm>
#include <cmath>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.45F;  // units, height of a line of a list
constexpr float kPad = 0.5F;

/// Draws one line of a list; true if it was pressed.
bool draw_row(Ui& ui, const PickRow& row, bool chosen, bool& focused) {
  const float unit = ui.unit();
  const Theme& theme = ui.theme();
  const Box box = ui.take(kRow * unit - 0.3F * unit);
  const Box ground{{box.min.x, box.min.y - 0.15F * unit}, {box.max.x, box.max.y + 0.15F * unit}};
  const bool lit = ground.contains({ui.input().mouse_x, ui.input().mouse_y});
  Canvas canvas = ui.canvas();
  if (chosen || lit) canvas.rect(ground, theme.hovered, 4.0F);
  if (chosen) canvas.frame(ground, theme.accent, 1.5F, 4.0F);
  const Typeface face = chosen ? Typeface::strong : Typeface::body;
  const float y = box.centre().y - unit / 2;
  const float notes = row.note.empty() ? 0.0F : measure(row.note).x + unit;
  const float room = std::max(unit, box.width() - 2 * kPad * unit - notes);
  const std::string drawn =
      canvas.text_within({box.min.x + kPad * unit, y}, room, row.label,
                         row.why_not.empty() ? theme.text : theme.quiet, face);
  if (!row.note.empty()) {
    canvas.text({box.max.x - kPad * unit - measure(row.note).x, y}, row.note, theme.quiet);
  }
  const std::string value = row.note.empty() ? drawn : drawn + "  " + row.note;
  const Touch touch =
      ui.touch(row.id, ground, value, drawn == row.label ? std::string() : row.label, row.why_not);
  focused = touch.focused;
  return touch.pressed;
}

/// Which part of the list is seen.
void draw_place(Ui& ui, const Box& track, int first, int last, int count) {
  const float row = track.height() / static_cast<float>(count);
  ui.canvas().rect({{track.min.x, track.min.y + row * static_cast<float>(first)},
                    {track.max.x, track.min.y + row * static_cast<float>(last)}},
                   ui.theme().edge, 2.0F);
}

/// Where the keys and the wheel move the choice, in rows.
int steps(const Ui& ui) {
  int step = -static_cast<int>(std::lround(ui.input().wheel * 3));
  if (!ui.typing()) return step;
  for (const Chord& chord : ui.input().pressed) {
    if (chord.ctrl || chord.alt || chord.shift) continue;
    if (chord.key == Key::down) ++step;
    if (chord.key == Key::up) --step;
    if (chord.key == Key::page_down) step += 8;
    if (chord.key == Key::page_up) step -= 8;
  }
  return step;
}

}  // namespace

DialogScope::DialogScope(Ui& ui, Desk& desk, const std::string& id, const std::string& title,
                         Point most)
    : ui_(&ui), desk_(&desk) {
  const Box& window = ui.window();
  const float margin = ui.unit();
  const float width = std::min(most.x * ui.unit(), window.width() - 2 * margin);
  const float highest = std::min(most.y * ui.unit(), window.height() - 2 * margin);
  // its top stays where it is, a little above the middle, whatever its height
  const Point centre = window.centre();
  const float top = std::max(window.min.y + margin, centre.y - highest * 0.55F);
  const float height = desk.dialogs.height > 0 ? std::min(desk.dialogs.height, highest) : highest;
  const Box area{{std::round(centre.x - width / 2), std::round(top)},
                 {std::round(centre.x + width / 2), std::round(top + height)}};
  ui.begin_layer(id, area);
  ui.begin_pane(id, title, area);
  top_ = ui.cursor().y;
  desk.dialogs.height = ui.body().min.y - area.min.y;
}

DialogScope::~DialogScope() {
  desk_->dialogs.height += ui_->cursor().y - top_ + 0.8F * ui_->unit();
  ui_->end_pane();
  ui_->end_layer();
}

std::optional<int> draw_pick_list(Ui& ui, const std::vector<PickRow>& rows, int& chosen, int most) {
  const int count = static_cast<int>(rows.size());
  if (count == 0) return {};
  chosen = std::clamp(chosen + steps(ui), 0, count - 1);
  const int first = std::clamp(chosen - most / 2, 0, std::max(0, count - most));
  const int last = std::min(count, first + most);
  std::optional<int> pressed;
  const int before = chosen;
  ui.skip(0.3F);
  const Point from = ui.cursor();
  const float right = from.x + ui.width();
  for (int place = first; place < last; ++place) {
    bool focused = false;
    if (draw_row(ui, rows[static_cast<std::size_t>(place)], place == before, focused)) {
      pressed = place;
    }
    if (focused && !ui.typing()) chosen = place;
  }
  if (count > most) {
    const Box track{{right + 0.15F * ui.unit(), from.y}, {right + 0.3F * ui.unit(), ui.cursor().y}};
    draw_place(ui, track, first, last, count);
  }
  if (pressed) chosen = *pressed;
  return pressed;
}

bool pressed_enter(const Ui& ui) {
  const auto& pressed = ui.input().pressed;
  return std::any_of(pressed.begin(), pressed.end(),
                     [](const Chord& chord) { return chord == Chord{.key = Key::enter}; });
}

bool entered(const Ui& ui) {
  return ui.typing() && pressed_enter(ui);
}

void draw_fault(Ui& ui, const Desk& desk) {
  if (!desk.dialogs.fault.empty()) ui.text("fault", desk.dialogs.fault, Tone::warning);
}

bool draw_decision(Ui& ui, Desk& desk, const std::string& label, const std::string& why_not) {
  ui.skip(0.3F);
  const bool done = ui.button("ok", label, Tone::primary, why_not);
  ui.same_line();
  if (ui.button("cancel", ui.say("dialog.cancel"))) close_dialog(desk);
  return done;
}

void refuse(Desk& desk, const std::string& why, const std::string& field) {
  desk.dialogs.fault = why;
  desk.view.wanted_focus = field;
}

void close_dialog(Desk& desk, const std::string& notice) {
  desk.dialogs.open = Dialog::none;
  if (!notice.empty()) tell(desk, notice);
}

bool may_write(Desk& desk, const std::string& file, const std::string& field) {
  if (file.empty()) {
    refuse(desk, say(desk, "files.no_name"), field);
    return false;
  }
  if (!is_there(file) || desk.dialogs.confirmed == file) return true;
  desk.dialogs.confirmed = file;
  refuse(desk, say(desk, "files.exists", {{"file", file}}), field);
  return false;
}

std::string told_faults(const Desk& desk, const Diagnostics& faults) {
  if (faults.empty()) return {};
  const Diagnostic& first = faults.front();
  std::string text;
  if (first.where.line > 0) {
    text = std::to_string(first.where.line) + ":" + std::to_string(first.where.column) + ": ";
  } else if (!first.path.empty()) {
    text = first.path + ": ";
  }
  text += first.message;
  if (!first.hint.empty()) text += "; " + first.hint;
  const int more = static_cast<int>(faults.size()) - 1;
  return more > 0 ? say(desk, "files.more_faults", {{"first", text}, {"n", more}}) : text;
}

}  // namespace detente::ui
