// A scenario from nothing: who, about what, how long.

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "detente/core/text.hpp"
#include "detente/scenario/template.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/trimmed.hpp"

namespace detente::ui {
namespace {

/// The parts of a text that are not blank.
std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!trimmed(part).empty()) parts.push_back(trimmed(part));
  }
  return parts;
}

/// "issue: option, option"
BlueprintIssue issue_of(const std::string& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) return {.title = trimmed(line)};
  return {.title = trimmed(line.substr(0, colon)),
          .options = parts_of(line.substr(colon + 1), ',')};
}

Blueprint blueprint_of(const Desk& desk) {
  const DialogState& state = desk.dialogs;
  Blueprint blueprint{.title = trimmed(state.title),
                      .language = desk.settings.language,
                      .actors = parts_of(state.actors, '\n')};
  for (const std::string& line : parts_of(state.issues, '\n')) {
    blueprint.issues.push_back(issue_of(line));
  }
  const auto rounds = parse_number(trimmed(state.rounds));
  const bool whole = rounds && *rounds >= 1 && *rounds <= 100000;
  blueprint.rounds = whole ? static_cast<int>(*rounds) : 0;
  return blueprint;
}

}  // namespace

void draw_new_scenario(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "new", ui.say("action.file.new"), {44.0F, 32.0F});
  DialogState& state = desk.dialogs;
  bool changed = ui.field("title", ui.say("new.title"), state.title).changed;
  changed = ui.field("actors", ui.say("new.actors"), state.actors, 5).changed || changed;
  changed = ui.field("issues", ui.say("new.issues"), state.issues, 5).changed || changed;
  ui.text("example", ui.say("new.example"), Tone::quiet);
  changed = ui.field("rounds", ui.say("new.rounds"), state.rounds).changed || changed;
  if (changed) state.fault.clear();
  draw_fault(ui, desk);
  if (!draw_decision(ui, desk, ui.say("new.make"))) return;
  const auto text = draft(blueprint_of(desk));
  if (!text) return refuse(desk, told_faults(desk, text.error()), {});
  close_dialog(desk);
  open_text(desk, {}, *text);
  tell(desk, say(desk, "new.made"));
}

}  // namespace detente::ui
