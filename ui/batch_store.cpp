#include "ui/batch_store.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "detente/core/shell_word.hpp"
#include "ui/actions.hpp"
#include "ui/batch_charts.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr float kPause = 1.0F;            // seconds between two looks
constexpr double kRowsASecond = 200'000;  // a large batch is read again more rarely

bool is_shown(const View& view) {
  return view.workspace == Workspace::batch && !view.presenting;
}

float pause_of(const BatchState& batch) {
  if (batch.store == nullptr) return kPause;
  return kPause +
         static_cast<float>(static_cast<double>(batch.store->results.rows()) / kRowsASecond);
}

bool is_batch(const fs::path& folder) {
  std::error_code fault;
  return fs::exists(folder / "inputs.json", fault) || fs::exists(folder / "results.sqlite", fault);
}

void add_folders(const fs::path& where, std::vector<std::string>& found) {
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(where, fault)) {
    std::error_code unknown;
    if (!entry.is_directory(unknown) || !is_batch(entry.path())) continue;
    found.push_back(entry.path().lexically_normal().string());
  }
}

}  // namespace

void open_batch(Desk& desk, const std::string& folder) {
  BatchState& batch = desk.batch;
  const bool same = batch.folder == folder && batch.store != nullptr;
  if (!same) batch = {.folder = folder, .near = std::move(batch.near)};
  batch.typed = folder;
  batch.fault.clear();
  batch.look = !folder.empty();
}

void take_dropped(Desk& desk, const std::string& path) {
  std::error_code fault;
  if (fs::is_directory(path, fault)) {
    desk.dialogs.open = Dialog::none;
    perform(desk, "view.batch");
    open_batch(desk, path);
    tell(desk, {});
    return;
  }
  perform(desk, "file.open");
  desk.dialogs.text = path;
}

void batch_waits(Desk& desk, float seconds) {
  desk.batch.waited += seconds;
}

bool batch_due(const Desk& desk) {
  const BatchState& batch = desk.batch;
  if (batch.folder.empty()) return false;
  if (batch.look) return true;
  const bool growing = batch.store != nullptr && !batch.store->results.complete();
  return growing && is_shown(desk.view) && batch.waited >= pause_of(batch);
}

std::vector<std::string> batch_folders(const Desk& desk) {
  std::vector<std::string> found;
  const Source* const source = desk.document.source.get();
  add_folders(".", found);
  if (source != nullptr && !source->file.empty()) {
    const fs::path beside = fs::path(source->file).parent_path();
    if (!beside.empty() && beside != fs::path(".")) add_folders(beside, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::int64_t selected_row(const BatchState& batch) {
  if (batch.store == nullptr || batch.run < 0) return -1;
  const auto& runs = batch.store->results.runs;
  const auto found = std::lower_bound(runs.begin(), runs.end(), batch.run);
  return found == runs.end() || *found != batch.run ? -1 : found - runs.begin();
}

int branches_at_stake(const Desk& desk) {
  const auto& store = desk.batch.store;
  const Source* const open = desk.document.source.get();
  if (store == nullptr || store->source == nullptr || open == nullptr) return 0;
  if (open->yaml == store->source->yaml) return 0;
  return static_cast<int>(desk.document.branches.size()) - 1;
}

std::string batch_command(const Desk& desk) {
  const auto& store = desk.batch.store;
  if (store == nullptr) return {};
  if (!store->results.command.empty()) return store->results.command;
  return "detente batch run " + shell_word(store->results.plan_file) + " -o " +
         shell_word(desk.batch.folder);
}

std::string map_command(const Desk& desk) {
  const BatchState& batch = desk.batch;
  if (batch.store == nullptr || batch.across.empty() || batch.up.empty()) return {};
  return "detente sensitivity " + shell_word(batch.folder) + " --map " +
         shell_word(batch.across + "," + batch.up);
}

std::string tornado_command(const Desk& desk) {
  const BatchState& batch = desk.batch;
  if (batch.store == nullptr || batch.charts == nullptr || batch.charts->asked.empty()) return {};
  return "detente sensitivity " + shell_word(batch.folder) + " --metric " +
         shell_word(batch.charts->asked);
}

}  // namespace detente::ui
