// Everything that can be done, found by its name.

#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/panels/bar.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/search.hpp"

namespace detente::ui {
namespace {

constexpr int kRows = 14;

std::vector<const Action*> found_actions(const Ui& ui, const std::string& query) {
  std::vector<const Action*> found;
  for (const Action& action : all_actions()) {
    const std::string id(action.id);
    std::string words = ui.say("action." + id) + " ";
    words += ui.say("menu." + std::string(action.menu)) + " ";
    words += id;
    if (has_all_words(words, query)) found.push_back(&action);
  }
  return found;
}

PickRow row_of(const Ui& ui, const Desk& desk, const Action& action) {
  return {.id = std::string(action.id),
          .label = ui.say("action." + std::string(action.id)),
          .note = action.chord.key == Key::none ? std::string() : to_string(action.chord),
          .why_not = obstacle_to(ui, desk, action)};
}

void do_it(Desk& desk, const Action& action, const std::string& why_not) {
  if (!why_not.empty()) return refuse(desk, why_not, "palette/query");
  close_dialog(desk);
  perform(desk, action.id);
}

}  // namespace

void draw_palette(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "palette", ui.say("action.view.palette"), {38.0F, 27.5F});
  DialogState& state = desk.dialogs;
  if (ui.field("query", ui.say("palette.query"), state.text).changed) {
    state.choice = 0;
    state.fault.clear();
  }
  const std::vector<const Action*> found = found_actions(ui, state.text);
  if (found.empty()) return ui.text("none", ui.say("palette.none"), Tone::quiet);
  std::vector<PickRow> rows;
  rows.reserve(found.size());
  for (const Action* const action : found) rows.push_back(row_of(ui, desk, *action));
  const auto pressed = draw_pick_list(ui, rows, state.choice, kRows);
  draw_fault(ui, desk);
  // greyed rows cannot be pressed; Enter on one says why
  const auto chosen = static_cast<std::size_t>(state.choice);
  if (state.fault.empty() && !rows[chosen].why_not.empty()) {
    ui.text("why_not", rows[chosen].why_not, Tone::quiet);
  }
  if (pressed || entered(ui)) do_it(desk, *found[chosen], rows[chosen].why_not);
}

}  // namespace detente::ui
