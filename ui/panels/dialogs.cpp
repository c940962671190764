#include "ui/panels/dialogs.hpp"

#include <algorithm>
#include <utility>

#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// What has to be done once when a dialog opens; where the keyboard goes.
void prepare(Ui& ui, Desk& desk) {
  switch (desk.dialogs.open) {
    case Dialog::open_file:
    case Dialog::open_overlay:
      return prepare_open(desk);
    case Dialog::save_scenario:
    case Dialog::save_overlay:
      return prepare_save(desk);
    case Dialog::share:
      return prepare_share(desk);
    case Dialog::exports:
      return prepare_exports(ui, desk);
    case Dialog::palette:
      desk.view.wanted_focus = "palette/query";
      return;
    case Dialog::new_scenario:
      desk.view.wanted_focus = "new/title";
      return;
    case Dialog::paste_code:
      desk.view.wanted_focus = "paste/code";
      return;
    case Dialog::classroom:
      desk.view.wanted_focus = "class/codes";
      return;
    case Dialog::glossary:
      desk.view.wanted_focus = "glossary/query";
      return;
    case Dialog::recover:
      desk.view.wanted_focus = "recover/restore";
      return;
    case Dialog::about:
      desk.view.wanted_focus = "about/ok";
      return;
    case Dialog::none:
      return;
  }
}

void draw(Ui& ui, Desk& desk) {
  switch (desk.dialogs.open) {
    case Dialog::none:
      return;
    case Dialog::palette:
      return draw_palette(ui, desk);
    case Dialog::open_file:
      return draw_open_file(ui, desk);
    case Dialog::save_scenario:
      return draw_save_scenario(ui, desk);
    case Dialog::save_overlay:
      return draw_save_overlay(ui, desk);
    case Dialog::open_overlay:
      return draw_open_overlay(ui, desk);
    case Dialog::new_scenario:
      return draw_new_scenario(ui, desk);
    case Dialog::share:
      return draw_share(ui, desk);
    case Dialog::paste_code:
      return draw_paste_code(ui, desk);
    case Dialog::classroom:
      return draw_classroom(ui, desk);
    case Dialog::glossary:
      return draw_glossary(ui, desk);
    case Dialog::recover:
      return draw_recover(ui, desk);
    case Dialog::about:
      return draw_about(ui, desk);
    case Dialog::exports:
      return draw_exports(ui, desk);
  }
}

}  // namespace

void draw_dialogs(Ui& ui, Desk& desk, const Box&) {
  if (std::exchange(desk.dialogs.drawn, desk.dialogs.open) != desk.dialogs.open) {
    desk.dialogs.confirmed.clear();
    desk.dialogs.height = 0.0F;
    prepare(ui, desk);
  }
  const Dialog open = desk.dialogs.open;
  draw(ui, desk);
  // one Escape is enough, even while text goes into a field
  const auto& pressed = ui.input().pressed;
  const bool escape = std::any_of(pressed.begin(), pressed.end(),
                                  [](const Chord& chord) { return chord.key == Key::escape; });
  if (escape && ui.typing() && desk.dialogs.open == open) desk.dialogs.open = Dialog::none;
}

}  // namespace detente::ui
