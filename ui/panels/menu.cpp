#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/bar.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr float kEntry = 1.25F;  // units, height of a line of a list
constexpr std::array<std::string_view, 8> kMenus{"file",   "edit",  "run",   "view",
                                                 "whatif", "batch", "class", "help"};
constexpr std::array<std::string_view, kLanguages.size()> kLanguageNames{"English", "Български",
                                                                         "Українська"};

constexpr std::array<std::string_view, kLanguages.size()> kCodes{"EN", "BG", "UK"};

std::vector<const Action*> actions_in(std::string_view menu) {
  std::vector<const Action*> found;
  for (const Action& action : all_actions()) {
    if (action.menu == menu) found.push_back(&action);
  }
  return found;
}

std::string name_of(const Ui& ui, const Action& action) {
  return ui.say("action." + std::string(action.id));
}

std::string chord_of(const Action& action) {
  return action.chord.key == Key::none ? std::string() : to_string(action.chord);
}

/// A button of the bar that does an action.
BarButton button_of(const Ui& ui, const Desk& desk, std::string_view id, std::string label) {
  const Action& action = *find_action(id);
  const std::string chord = chord_of(action);
  return {.id = std::string(id),
          .label = std::move(label),
          .tip = name_of(ui, action) + (chord.empty() ? "" : "  " + chord),
          .why_not = obstacle_to(ui, desk, action)};
}

void draw_right_side(Ui& ui, Desk& desk, Bar& bar) {
  const auto doing = [&](std::string_view id, const std::string& label) {
    if (bar.right(button_of(ui, desk, id, label))) perform(desk, id);
  };
  doing("view.present", ui.say("action.view.present"));
  doing("view.theme", ui.say("menu.theme_" + std::string(theme_code(desk.settings.theme))));
  doing("view.larger", "A+");
  doing("view.smaller", "A−");
  for (std::size_t left = kLanguages.size(); left > 0; --left) {
    const Language language = kLanguages[left - 1];
    const auto place = static_cast<std::size_t>(language);
    const BarButton button{.id = "language_" + std::string(language_code(language)),
                           .label = std::string(kCodes[place]),
                           .tip = std::string(kLanguageNames[place]),
                           .on = desk.settings.language == language};
    if (bar.right(button)) desk.settings.language = language;
  }
}

/// The names of the menus; returns where they stand.
std::vector<Box> draw_names(Ui& ui, Desk& desk, Bar& bar) {
  std::vector<Box> boxes;
  float needed = 0.0F;
  for (const std::string_view menu : kMenus) {
    needed += bar.width_of(ui.say("menu." + std::string(menu))) + 0.3F * ui.unit();
  }
  const float squeeze = std::min(1.0F, bar.room() / needed);
  for (std::size_t place = 0; place < kMenus.size(); ++place) {
    const int menu = static_cast<int>(place);
    BarButton button{.id = std::string(kMenus[place]),
                     .label = ui.say("menu." + std::string(kMenus[place])),
                     .on = desk.view.open_menu == menu,
                     .quiet = true};
    boxes.push_back(bar.take_left(bar.width_of(button.label) * squeeze));
    if (bar.button(button, boxes.back())) {
      desk.view.open_menu = desk.view.open_menu == menu ? -1 : menu;
    }
  }
  return boxes;
}

/// The workspaces side by side; where there is little room only their numbers, with the name of
/// the one that is shown if it fits; the menu View has them too.
void draw_workspaces(Ui& ui, Desk& desk, Bar& bar) {
  constexpr std::array<std::pair<Workspace, const char*>, 5> kWorkspaces{
      {{Workspace::step, "step"},
       {Workspace::compare, "compare"},
       {Workspace::roleplay, "roleplay"},
       {Workspace::batch, "batch"},
       {Workspace::analysis, "analysis"}}};
  std::vector<BarButton> buttons;
  for (const auto& [workspace, id] : kWorkspaces) {
    const std::string number = std::to_string(static_cast<int>(workspace));
    const std::string name = ui.say(std::string("action.view.") + id);
    buttons.push_back({.id = fmt::format("workspace_{}", id),
                       .label = fmt::format("{} {}", number, name),
                       .tip = fmt::format("{}  Ctrl+{}", name, number),
                       .on = desk.view.workspace == workspace});
  }
  const auto fits = [&] {
    float needed = 2.0F * ui.unit();
    for (const BarButton& each : buttons) needed += bar.width_of(each.label) + 0.3F * ui.unit();
    return needed <= bar.room();
  };
  for (const bool named : {true, false}) {
    if (fits()) break;
    for (BarButton& each : buttons) {
      if (!named || !each.on) each.label.resize(1);
    }
  }
  if (!fits()) return;
  bar.gap(1.5F);
  for (std::size_t place = 0; place < buttons.size(); ++place) {
    if (!bar.left(buttons[place])) continue;
    desk.view.workspace = kWorkspaces[place].first;
    desk.view.maximised.clear();
  }
}

/// Where the list of a menu hangs: below its name, as wide as its longest line, inside the window.
Box place_of_list(const Ui& ui, const std::vector<const Action*>& actions, const Box& name) {
  const float unit = ui.unit();
  float names = 0.0F;
  float chords = 0.0F;
  for (const Action* const action : actions) {
    names = std::max(names, measure(name_of(ui, *action)).x);
    chords = std::max(chords, measure(chord_of(*action)).x);
  }
  const Box& window = ui.window();
  const float width = std::min(names + chords + 4.0F * unit, window.width());
  const float height = (kEntry + 0.3F) * unit * static_cast<float>(actions.size()) + 0.4F * unit;
  const float left = std::min(name.min.x, window.max.x - width);
  return {{left, name.max.y},
          {left + width, std::min(name.max.y + height, window.max.y - 0.5F * unit)}};
}

bool draw_entry(Ui& ui, const Desk& desk, const Action& action, float height) {
  const float unit = ui.unit();
  const Box box = ui.take(height);
  const std::string id(action.id);
  const std::string why_not = obstacle_to(ui, desk, action);
  const std::string name = name_of(ui, action);
  const std::string chord = chord_of(action);
  draw_ground(ui, {.why_not = why_not, .quiet = true}, box);
  Canvas canvas = ui.canvas();
  const float keys = measure(chord).x;
  const float y = box.centre().y - unit / 2;
  const Point at{box.min.x + 0.4F * unit, y};
  const float room = box.width() - keys - 1.6F * unit;
  const std::string drawn =
      canvas.text_within(at, room, name, why_not.empty() ? ui.theme().text : ui.theme().quiet);
  canvas.text({box.max.x - keys - 0.4F * unit, y}, chord, ui.theme().quiet);
  const std::string value = chord.empty() ? drawn : drawn + "  " + chord;
  return ui.touch(id, box, value, {}, why_not).pressed;
}

/// Another menu by the arrows or by a press on its name; none by a press elsewhere.
void change_menu(const Ui& ui, Desk& desk, const std::vector<Box>& names, const Box& list) {
  const int count = static_cast<int>(kMenus.size());
  for (const Chord& chord : ui.input().pressed) {
    if (chord.key == Key::left) desk.view.open_menu = (desk.view.open_menu + count - 1) % count;
    if (chord.key == Key::right) desk.view.open_menu = (desk.view.open_menu + 1) % count;
  }
  const Point mouse{ui.input().mouse_x, ui.input().mouse_y};
  if (!ui.input().mouse_down || list.contains(mouse)) return;
  for (int menu = 0; menu < count; ++menu) {
    if (!names[static_cast<std::size_t>(menu)].contains(mouse)) continue;
    desk.view.open_menu = menu;
    return;
  }
  desk.view.open_menu = -1;
}

/// The first entry that can be chosen now, or else the first.
std::string first_possible(const Desk& desk, const std::vector<const Action*>& actions) {
  const auto found = std::find_if(actions.begin(), actions.end(), [&](const Action* action) {
    return action->obstacle(desk).empty();
  });
  return std::string((found == actions.end() ? actions.front() : *found)->id);
}

void draw_open_menu(Ui& ui, Desk& desk, const std::vector<Box>& names) {
  const auto open = static_cast<std::size_t>(desk.view.open_menu);
  const std::vector<const Action*> actions = actions_in(kMenus[open]);
  const Box list = place_of_list(ui, actions, names[open]);
  ui.begin_layer("menu_list", list, false);
  {
    const PaneScope pane(ui, "menu_list", {}, list);
    ui.canvas().frame(list.inset(1.0F), ui.theme().edge);
    bool inside = false;
    // a long list in a low window stands closer together
    const float room = (list.height() - 0.4F * ui.unit()) / static_cast<float>(actions.size());
    const float height = std::clamp(room - 0.3F * ui.unit(), 0.5F * ui.unit(), kEntry * ui.unit());
    for (const Action* const action : actions) {
      inside = inside || ui.focused() == "menu_list/" + std::string(action->id);
      if (!draw_entry(ui, desk, *action, height)) continue;
      desk.view.open_menu = -1;
      perform(desk, action->id);
    }
    if (!inside) ui.focus("menu_list/" + first_possible(desk, actions));
  }
  ui.end_layer();
  if (desk.view.open_menu >= 0) change_menu(ui, desk, names, list);
}

}  // namespace

void draw_menu(Ui& ui, Desk& desk, const Box& area) {
  std::vector<Box> names;
  {
    const PaneScope pane(ui, "menu", {}, area);
    Bar bar(ui, area);
    draw_right_side(ui, desk, bar);
    names = draw_names(ui, desk, bar);
    draw_workspaces(ui, desk, bar);
  }
  const bool open =
      desk.view.open_menu >= 0 && desk.view.open_menu < static_cast<int>(kMenus.size());
  if (open) draw_open_menu(ui, desk, names);
}

}  // namespace detente::ui
