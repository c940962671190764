// Opening and saving scenarios and what-ifs.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/search.hpp"

namespace detente::ui {
namespace {

constexpr int kRows = 9;
constexpr auto kOpenField = "open/file";
constexpr auto kSaveField = "save/file";

/// The folder behind the name, so that the name is seen first.
PickRow row_of(const std::string& file) {
  const std::filesystem::path path(file);
  return {.id = file, .label = path.filename().string(), .note = path.parent_path().string()};
}

bool can_read(const std::string& file) {
  std::error_code fault;
  return !std::filesystem::is_directory(file, fault) && std::ifstream(file).good();
}

/// Field and list; the file that a person decided on, or nothing.
std::string draw_files(Ui& ui, Desk& desk) {
  DialogState& state = desk.dialogs;
  if (ui.field("file", ui.say("files.which"), state.text).changed) {
    state.choice = 0;
    state.fault.clear();
  }
  std::string typed = full_path(state.text);
  std::vector<PickRow> rows;
  for (const std::string& file : state.files) {
    if (has_all_words(file, state.text)) rows.push_back(row_of(file));
  }
  if (rows.empty()) ui.text("none", ui.say("files.none"), Tone::quiet);
  const auto pressed = draw_pick_list(ui, rows, state.choice, kRows);
  draw_fault(ui, desk);
  const bool here = !typed.empty() && can_read(typed);
  const bool done = draw_decision(ui, desk, ui.say("files.open"));
  if (!pressed && !done && !entered(ui)) return {};
  if (!pressed && (here || rows.empty())) return typed;
  return rows[static_cast<std::size_t>(state.choice)].id;
}

/// The file to save to, once nothing speaks against it.
std::string draw_target(Ui& ui, Desk& desk, const std::string& why_not = {}) {
  DialogState& state = desk.dialogs;
  if (ui.field("file", ui.say("files.name"), state.text, 1, why_not).changed) {
    state.fault.clear();
    state.confirmed.clear();
  }
  draw_fault(ui, desk);
  const std::string file = full_path(state.text);
  const bool again = !state.confirmed.empty() && state.confirmed == file;
  const bool done =
      draw_decision(ui, desk, ui.say(again ? "files.replace" : "files.save"), why_not);
  if (!done && !(entered(ui) && why_not.empty())) return {};
  return may_write(desk, file, kSaveField) ? file : std::string();
}

void write(Desk& desk, const std::string& file, const std::string& text) {
  const std::string wrong = write_text(file, text);
  if (!wrong.empty()) return refuse(desk, file + ": " + wrong, kSaveField);
  close_dialog(desk, say(desk, "files.written", {{"file", file}}));
}

/// What a file cannot hold, although the branch has it.
void tell_left_out(Ui& ui, const Desk& desk) {
  const Branch* const branch = current_branch(desk);
  const Scenario* const scenario = scenario_of(desk);
  if (branch == nullptr || scenario == nullptr) return;
  const bool same = branch->run.model == scenario->model && branch->run.seed == scenario->seed;
  if (!same) ui.text("left_out", ui.say("files.left_out"), Tone::quiet);
}

void save_scenario(Desk& desk, const std::string& file) {
  const auto text = scenario_text(desk);
  if (!text) return refuse(desk, told_faults(desk, text.error()), kSaveField);
  const bool first_time = desk.document.source->file.empty();
  write(desk, file, *text);
  const bool unchanged = *text == desk.document.source->yaml;
  if (desk.dialogs.open == Dialog::none && first_time && unchanged) rename_source(desk, file);
}

}  // namespace

void prepare_open(Desk& desk) {
  const bool overlay = desk.dialogs.open == Dialog::open_overlay;
  desk.dialogs.files = files_near(desk, overlay ? FileKind::overlay : FileKind::scenario);
  desk.view.wanted_focus = kOpenField;
}

void draw_open_file(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "open", ui.say("action.file.open"), {40.0F, 24.0F});
  const int branches = static_cast<int>(desk.document.branches.size()) - 1;
  if (branches > 0) {
    ui.text("closes", ui.say("files.closes", {{"n", branches}}), Tone::quiet);
  }
  const std::string file = draw_files(ui, desk);
  if (file.empty()) return;
  if (!can_read(file)) {
    return refuse(desk, say(desk, "files.cannot_read", {{"file", file}}), kOpenField);
  }
  close_dialog(desk);
  desk.notice = {};
  open_file(desk, file);
}

void draw_open_overlay(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "open", ui.say("action.file.open_overlay"), {40.0F, 24.0F});
  const std::string file = draw_files(ui, desk);
  if (file.empty()) return;
  const Diagnostics faults = open_overlay(desk, file);
  if (has_errors(faults)) {
    const Slots slots{{"file", file}, {"why", told_faults(desk, faults)}};
    return refuse(desk, say(desk, "files.does_not_fit", slots), kOpenField);
  }
  close_dialog(desk);
}

void prepare_save(Desk& desk) {
  const bool overlay = desk.dialogs.open == Dialog::save_overlay;
  desk.dialogs.text = fresh_name(desk, overlay ? "what-if" : "", ".yaml");
  desk.view.wanted_focus = kSaveField;
}

void draw_save_scenario(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "save", ui.say("action.file.save_scenario"), {40.0F, 17.0F});
  ui.text("about", ui.say("files.about_scenario"), Tone::quiet);
  const auto reasons = unlike_scenario(desk);
  std::string why_not;
  for (const std::string_view reason : reasons) {
    why_not += (why_not.empty() ? "" : " ") + ui.say(reason);
  }
  if (!why_not.empty()) {
    ui.text("unlike", why_not, Tone::warning);
    if (ui.button("instead", ui.say("action.file.save_overlay"), Tone::primary)) {
      return perform(desk, "file.save_overlay");
    }
  }
  tell_left_out(ui, desk);
  const std::string file = draw_target(ui, desk, why_not);
  if (!file.empty()) save_scenario(desk, file);
}

void draw_save_overlay(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "save", ui.say("action.file.save_overlay"), {40.0F, 17.0F});
  const Branch* const branch = current_branch(desk);
  const int edits = branch == nullptr ? 0 : static_cast<int>(branch->run.edits.size());
  const int moves = branch == nullptr ? 0 : static_cast<int>(branch->run.moves.size());
  ui.text("about", ui.say("files.about_overlay", {{"edits", edits}, {"moves", moves}}),
          Tone::quiet);
  tell_left_out(ui, desk);
  const std::string file = draw_target(ui, desk);
  if (!file.empty()) write(desk, file, overlay_text(desk, file));
}

}  // namespace detente::ui
