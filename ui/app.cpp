#include "ui/app.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/actions.hpp"
#include "ui/batch_store.hpp"
#include "ui/classroom.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/runs.hpp"
#include "ui/think.hpp"
#include "ui/think_batch.hpp"

namespace detente::ui {
namespace {

Look look_of(const Desk& desk, float stretch) {
  return {.language = desk.settings.language,
          .theme = desk.view.presenting ? ThemeName::contrast : desk.settings.theme,
          .scale = desk.settings.scale,
          .stretch = stretch,
          .reduce_motion = desk.settings.reduce_motion,
          .presenting = desk.view.presenting};
}

/// Plays on: one round after the other, until something happens.
void play_on(Desk& desk, float seconds) {
  const Played* const run = current_run(desk);
  if (!desk.view.playing || run == nullptr) return;
  desk.view.played_for += seconds;
  if (desk.view.played_for < desk.settings.seconds_a_round) return;
  move_playhead(desk, desk.view.frame + 1);
  const bool at_end = desk.view.frame + 1 >= std::ssize(run->frames);
  if (at_end || is_event(*run, desk.view.frame)) desk.view.playing = false;
}

/// Escape closes what lies on top, one thing at a time.
void escape(Desk& desk) {
  if (desk.dialogs.open != Dialog::none) {
    desk.dialogs.open = Dialog::none;
  } else if (desk.view.open_menu >= 0) {
    desk.view.open_menu = -1;
  } else if (!desk.view.maximised.empty()) {
    desk.view.maximised.clear();
  } else if (desk.tour.open) {
    desk.tour.open = false;
  } else if (desk.view.presenting) {
    desk.view.presenting = false;
    desk.view.blank = false;
  } else {
    desk.view.playing = false;
    select_actor(desk, -1);
  }
}

bool is_arrow(Key key) {
  return key == Key::left || key == Key::right || key == Key::up || key == Key::down;
}

/// Keys that a field of text needs for itself.
bool edits_text(const Chord& chord) {
  constexpr std::array kKeys{Key::a,    Key::c,     Key::v,         Key::x,   Key::y,    Key::z,
                             Key::left, Key::right, Key::backspace, Key::del, Key::home, Key::end};
  const bool known = std::find(kKeys.begin(), kKeys.end(), chord.key) != kKeys.end();
  const bool letter = chord.key <= Key::z;
  return chord.ctrl && known && !(letter && chord.shift);
}

/// What would change the talks behind a dialog.
bool acts_below(const Action& action) {
  return action.menu == "edit" || action.menu == "run" || action.menu == "whatif";
}

/// A pane is to be drawn once more, without the dialog that asked for its picture.
bool is_exporting(const Desk& desk) {
  return !desk.export_pane.empty() && desk.dialogs.open == Dialog::none;
}

/// Nothing is hovered in a picture.
Input without_mouse(Input input) {
  const Input none;
  input.mouse_x = none.mouse_x;
  input.mouse_y = none.mouse_y;
  return input;
}

/// The places of the bars around the panes, from top to bottom.
struct Bars {
  Box menu{};
  Box transport{};
  Box runs{};
  Box panes{};
  Box narration{};
};

Bars divide(const Box& window, const Ui& ui, const Desk& desk) {
  const float unit = ui.unit();
  const bool presenting = desk.view.presenting;
  const auto slice = [&](float top, float height) {
    return Box{{window.min.x, top}, {window.max.x, top + height}};
  };
  Bars frame;
  float top = window.min.y;
  if (!presenting) {
    frame.menu = slice(top, unit * 2.0F);
    frame.transport = slice(frame.menu.max.y, unit * 2.3F);
    frame.runs = slice(frame.transport.max.y, height_of_runs(ui, desk));
    top = frame.runs.max.y;
  }
  const float bottom = window.max.y - unit * (presenting ? 6.0F : 3.9F);
  frame.panes = slice(top, bottom - top);
  frame.narration = slice(bottom, window.max.y - bottom);
  if (presenting) {  // the third pane, in line with the two above
    const float margin = unit * 0.4F;
    frame.narration = {{window.min.x + margin, bottom},
                       {window.max.x - margin, window.max.y - margin}};
  }
  return frame;
}

}  // namespace

App::App(Jobs::Mode mode, const std::string& state_folder) : session_(state_folder), jobs_(mode) {
  desk_.settings = session_.load_settings();
  desk_.dialogs.left_behind = session_.left_behind();
  if (desk_.dialogs.left_behind) desk_.dialogs.open = Dialog::recover;
}

void App::frame(const Input& felt, const Box& window) {
  jobs_.deliver(desk_);
  play_on(desk_, felt.seconds);
  batch_waits(desk_, felt.seconds);
  news_ = source_watch_.pass(desk_, felt.seconds);
  desk_.dialogs.export_ready = is_exporting(desk_);
  const Input input = desk_.dialogs.export_ready ? without_mouse(felt) : felt;
  const bool touring = desk_.tour.open;
  ui_.begin(look_of(desk_, stretch), input, window);
  if (!desk_.view.wanted_focus.empty()) ui_.focus(desk_.view.wanted_focus);
  desk_.view.wanted_focus.clear();
  // what was told stays in its language, so it goes when the window speaks another
  if (std::exchange(told_in_, desk_.settings.language) != desk_.settings.language) tell(desk_, "");
  draw(window);
  ui_.end();
  obey(input);
  if (const auto ask = ui_.take_pane_ask()) obey(*ask);
  if (touring && !desk_.tour.open) desk_.settings.tour_seen = true;
  keep();
  think(desk_, jobs_);
  think_classroom(desk_, jobs_);
  think_batch(desk_, jobs_);
}

/// Writes down what a crash would lose; and before, what the last crash has left.
void App::keep() {
  DialogState& dialogs = desk_.dialogs;
  const Recovery recovery = std::exchange(dialogs.recovery, Recovery::none);
  if (recovery == Recovery::restore && dialogs.left_behind) {
    restore(desk_, *dialogs.left_behind);
  }
  session_.keep(desk_.settings, desk_.document);
  if (recovery == Recovery::none) return;
  // only now: what was left behind is kept again
  session_.forget_left_behind();
  dialogs.left_behind.reset();
}

void App::obey(const PaneAsk& ask) {
  switch (ask.kind) {
    case PaneAsk::Kind::help:
      desk_.dialogs.term = term_of_pane(ask.pane);
      return perform(desk_, "help.glossary");
    case PaneAsk::Kind::maximise:
      desk_.view.maximised = desk_.view.maximised == ask.pane ? std::string() : ask.pane;
      return;
    case PaneAsk::Kind::export_picture:
      perform(desk_, "file.export");
      if (desk_.dialogs.open == Dialog::exports) desk_.export_pane = ask.pane;
      return;
    case PaneAsk::Kind::close:
      desk_.dialogs.open = Dialog::none;
  }
}

void App::rest(float seconds) {
  batch_waits(desk_, seconds);
  news_ = source_watch_.pass(desk_, seconds) || news_;
}

bool App::restless() const {
  return desk_.view.playing || !jobs_.idle() || is_exporting(desk_) || batch_due(desk_) || news_;
}

void App::obey(const Input& input) {
  for (const std::string& path : input.dropped) take_dropped(desk_, path);
  for (const Chord& chord : input.pressed) {
    if (chord.key == Key::escape && !ui_.typing()) {
      escape(desk_);
      continue;
    }
    // what is typed into a field is no command, and neither is an arrow that moved a slider
    const bool plain = !chord.ctrl && !chord.alt && (chord.key < Key::f1 || chord.key > Key::f12);
    const bool in_dialog = desk_.dialogs.open != Dialog::none;
    const bool covered = in_dialog || desk_.view.open_menu >= 0;
    if (plain && (ui_.typing() || covered)) continue;
    if (is_arrow(chord.key) && !chord.ctrl && ui_.arrows_taken()) continue;
    if (ui_.typing() && edits_text(chord)) continue;
    const Action* const action = action_of(desk_, chord);
    if (action == nullptr || (in_dialog && acts_below(*action))) continue;
    perform(desk_, action->id);
  }
}

void App::draw(const Box& window) {
  if (desk_.view.presenting && desk_.view.blank) return;
  const Bars frame = divide(window, ui_, desk_);
  if (!desk_.view.presenting) {
    draw_menu(ui_, desk_, frame.menu);
    draw_transport(ui_, desk_, frame.transport);
    draw_runs(ui_, desk_, frame.runs);
  }
  draw_workspace(ui_, desk_, frame.panes);
  draw_narration(ui_, desk_, frame.narration);
  const bool tour = desk_.tour.open && desk_.document.source != nullptr;
  if (tour && !is_exporting(desk_)) draw_tour(ui_, desk_, frame.panes);
  draw_dialogs(ui_, desk_, window);
}

}  // namespace detente::ui
