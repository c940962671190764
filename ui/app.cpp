#include "ui/app.hpp"

#include <algorithm>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/panels.hpp"
#include "ui/think.hpp"

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

/// The places of the bars around the panes, from top to bottom.
struct Bars {
  Box menu{};
  Box transport{};
  Box runs{};
  Box panes{};
  Box narration{};
};

Bars divide(const Box& window, float unit, bool presenting) {
  const auto slice = [&](float top, float height) {
    return Box{{window.min.x, top}, {window.max.x, top + height}};
  };
  Bars frame;
  float top = window.min.y;
  if (!presenting) {
    frame.menu = slice(top, unit * 2.0F);
    frame.transport = slice(frame.menu.max.y, unit * 2.3F);
    frame.runs = slice(frame.transport.max.y, unit * 4.4F);
    top = frame.runs.max.y;
  }
  const float bottom = window.max.y - unit * (presenting ? 4.0F : 3.2F);
  frame.panes = slice(top, bottom - top);
  frame.narration = slice(bottom, window.max.y - bottom);
  return frame;
}

}  // namespace

App::App(Jobs::Mode mode) : jobs_(mode) {
}

void App::frame(const Input& input, const Box& window) {
  jobs_.deliver(desk_);
  play_on(desk_, input.seconds);
  ui_.begin(look_of(desk_, stretch), input, window);
  if (!desk_.view.wanted_focus.empty()) ui_.focus(desk_.view.wanted_focus);
  desk_.view.wanted_focus.clear();
  draw(window);
  ui_.end();
  obey(input);
  think(desk_, jobs_);
}

bool App::restless() const {
  return desk_.view.playing || !jobs_.idle();
}

void App::obey(const Input& input) {
  for (const Chord& chord : input.pressed) {
    if (chord.key == Key::escape && !ui_.typing()) {
      escape(desk_);
      continue;
    }
    // what is typed into a field is no command, and neither is an arrow that moved a slider
    const bool plain = !chord.ctrl && !chord.alt && (chord.key < Key::f1 || chord.key > Key::f12);
    const bool covered = desk_.dialogs.open != Dialog::none || desk_.view.open_menu >= 0;
    if (plain && (ui_.typing() || covered)) continue;
    if (is_arrow(chord.key) && !chord.ctrl && ui_.arrows_taken()) continue;
    const Action* const action = action_of(desk_, chord);
    if (action != nullptr) perform(desk_, action->id);
  }
}

void App::draw(const Box& window) {
  if (desk_.view.presenting && desk_.view.blank) return;
  const Bars frame = divide(window, ui_.unit(), desk_.view.presenting);
  if (!desk_.view.presenting) {
    draw_menu(ui_, desk_, frame.menu);
    draw_transport(ui_, desk_, frame.transport);
    draw_runs(ui_, desk_, frame.runs);
  }
  draw_workspace(ui_, desk_, frame.panes);
  draw_narration(ui_, desk_, frame.narration);
  if (desk_.tour.open) draw_tour(ui_, desk_, frame.panes);
  if (desk_.dialogs.open != Dialog::none) draw_dialogs(ui_, desk_, window);
}

}  // namespace detente::ui
