// A pane as a picture or a table in a file.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ui/desk_view.hpp"
#include "ui/files.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"

namespace detente::ui {
namespace {

constexpr int kRows = 8;
constexpr auto kField = "exports/file";
constexpr std::array<const char*, 4> kKinds{"png", "svg", "csv", "excel"};
constexpr std::array<const char*, 4> kExtensions{".png", ".svg", ".csv", ".csv"};
constexpr std::string_view kGround = "/pane";

/// The panes that have a title and lie below the dialog.
std::vector<PickRow> panes_of(const Ui& ui) {
  std::vector<PickRow> panes;
  for (const std::string& path : ui.registry().order()) {
    const Item* const item = ui.registry().find(path);
    if (!path.ends_with(kGround) || item == nullptr || item->value.empty()) continue;
    const std::string id = path.substr(0, path.size() - kGround.size());
    if (id != "exports") panes.push_back({.id = id, .label = item->value});
  }
  return panes;
}

int find_pane(const std::vector<PickRow>& panes, const std::string& id) {
  const auto found =
      std::find_if(panes.begin(), panes.end(), [&](const PickRow& pane) { return pane.id == id; });
  return found == panes.end() ? 0 : static_cast<int>(found - panes.begin());
}

/// The file's name goes with pane and kind, until a person writes another.
void suggest(Desk& desk, const std::string& pane) {
  DialogState& state = desk.dialogs;
  if (state.text != state.suggested) return;
  const char* const extension = kExtensions[static_cast<std::size_t>(state.export_kind)];
  state.suggested = fresh_name(desk, pane, extension);
  state.text = state.suggested;
}

/// The kind that the file's own ending asks for, or else the one chosen.
std::string kind_of(const std::string& file, const std::string& chosen) {
  if (file.ends_with(".png")) return "png";
  if (file.ends_with(".svg")) return "svg";
  const bool table = chosen == "csv" || chosen == "excel";
  return file.ends_with(".csv") && !table ? "csv" : chosen;
}

}  // namespace

void prepare_exports(Ui& ui, Desk& desk) {
  DialogState& state = desk.dialogs;
  const std::vector<PickRow> panes = panes_of(ui);
  const std::string& focused = ui.focused();
  // asked for by a pane's own button, or by a key in the pane that has the keyboard
  const std::string wanted =
      desk.export_pane.empty() ? focused.substr(0, focused.find('/')) : desk.export_pane;
  state.choice = find_pane(panes, wanted);
  desk.export_pane.clear();
  state.suggested.clear();
  state.text.clear();
  state.confirmed.clear();
  if (panes.empty()) return;
  desk.view.wanted_focus = "exports/" + panes[static_cast<std::size_t>(state.choice)].id;
}

void draw_exports(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "exports", ui.say("action.file.export"), {40.0F, 25.0F});
  DialogState& state = desk.dialogs;
  const std::vector<PickRow> panes = panes_of(ui);
  if (panes.empty()) return ui.text("none", ui.say("palette.none"), Tone::quiet);
  std::vector<std::string> kinds;
  kinds.reserve(kKinds.size());
  for (const char* const kind : kKinds) kinds.push_back(ui.say(std::string("export.") + kind));
  if (const auto kind = ui.tabs("kind", kinds, state.export_kind)) state.export_kind = *kind;
  const bool row = draw_pick_list(ui, panes, state.choice, kRows).has_value();
  const std::string& pane = panes[static_cast<std::size_t>(state.choice)].id;
  suggest(desk, pane);
  if (ui.field("file", ui.say("files.name"), state.text).changed) {
    state.fault.clear();
    state.confirmed.clear();
  }
  draw_fault(ui, desk);
  const std::string file = full_path(state.text);
  const bool again = !state.confirmed.empty() && state.confirmed == file;
  const bool done = draw_decision(ui, desk, ui.say(again ? "files.replace" : "files.save"));
  const bool entered_row = row && pressed_enter(ui);
  if ((!done && !entered(ui) && !entered_row) || !may_write(desk, file, kField)) return;
  desk.export_pane = pane;
  desk.export_kind = kind_of(file, kKinds[static_cast<std::size_t>(state.export_kind)]);
  state.export_file = file;
  close_dialog(desk);
}

}  // namespace detente::ui
