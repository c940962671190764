#include "ui/files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "detente/scenario/load.hpp"
#include "detente/scenario/overlay.hpp"
#include "detente/scenario/patch.hpp"
#include "detente/scenario/save.hpp"
#include "detente/scenario/slug.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 4096;  // bytes in which a file says what it is

fs::path folder_of(const std::string& file) {
  const fs::path folder = fs::path(file).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// Whether a file begins like one of that kind.
bool is_of_kind(const fs::path& file, FileKind kind) {
  std::ifstream stream(file, std::ios::binary);
  std::array<char, kHead> bytes{};
  stream.read(bytes.data(), static_cast<std::streamsize>(kHead));
  const std::string_view head(bytes.data(), static_cast<std::size_t>(stream.gcount()));
  const bool overlay = head.find("detente/overlay/") != std::string_view::npos;
  const bool plan = head.find("detente/plan/") != std::string_view::npos ||
                    head.find("detente/batch/") != std::string_view::npos;
  return !plan && overlay == (kind == FileKind::overlay);
}

std::vector<fs::path> folders_near(const Desk& desk) {
  std::vector<fs::path> folders;
  const Source* const source = desk.document.source.get();
  const std::string& file = source != nullptr ? source->file : desk.problem_file;
  if (!file.empty()) {
    const fs::path folder = folder_of(file);
    const bool lesson = folder.filename() == "lessons";
    folders = {folder, lesson ? folder.parent_path() : folder / "lessons"};
  }
  folders.insert(folders.end(), {"scenarios", fs::path("scenarios") / "lessons"});
  return folders;
}

void add_files(const fs::path& folder, FileKind kind, std::set<fs::path>& seen,
               std::vector<std::string>& files) {
  std::error_code fault;
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    const fs::path& file = entry.path();
    const bool fits = file.extension() == ".yaml" || file.extension() == ".yml";
    if (!fits || !fs::is_regular_file(file, fault) || !is_of_kind(file, kind)) continue;
    const fs::path whole = fs::weakly_canonical(file, fault);
    if (seen.insert(whole).second) found.push_back(file.lexically_normal().string());
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

bool has_places(const std::vector<Edit>& edits) {
  return std::any_of(edits.begin(), edits.end(), [](const Edit& edit) { return !!edit.at; });
}

/// "paris", or the title of a scenario that was not saved yet, in letters for files.
std::string stem_of(const Source& source) {
  if (!source.file.empty()) return fs::path(source.file).stem().string();
  const Text& title = source.loaded.scenario.title;
  return detail::Slugs(Language::en, "scenario").make(title.in(Language::en, ""));
}

}  // namespace

std::vector<std::string> files_near(const Desk& desk, FileKind kind) {
  std::vector<std::string> files;
  std::set<fs::path> seen;
  for (const fs::path& folder : folders_near(desk)) add_files(folder, kind, seen, files);
  return files;
}

std::string full_path(const std::string& typed) {
  const std::size_t first = typed.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  std::string path = typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1);
  const char* const home = std::getenv("HOME");
  if (path.starts_with("~/") && home != nullptr) path = home + path.substr(1);
  return path;
}

bool is_there(const std::string& file) {
  std::error_code fault;
  return fs::exists(file, fault);
}

std::string write_text(const std::string& file, const std::string& text) {
  std::error_code fault;
  if (fs::is_directory(file, fault)) return "this is a folder";
  // a link stays a link: what it points to is replaced
  const fs::path target = fs::weakly_canonical(file, fault);
  if (fault) return fault.message();
  const fs::path fresh = target.string() + ".new";
  {
    std::ofstream stream(fresh, std::ios::binary);
    if (!stream) return "cannot be written";
    stream << text;
    if (!stream.flush()) {
      fs::remove(fresh, fault);
      return "cannot be written; the disk may be full";
    }
  }
  if (const auto old = fs::status(target, fault); !fault && fs::exists(old)) {
    fs::permissions(fresh, old.permissions(), fault);
  }
  fs::rename(fresh, target, fault);
  return fault ? fault.message() : std::string();
}

std::string fresh_name(const Desk& desk, const std::string& part, const std::string& extension) {
  const auto& source = desk.document.source;
  if (source == nullptr) return part + extension;
  std::string stem = stem_of(*source);
  if (!part.empty()) stem += "-" + part;
  const fs::path folder = source->file.empty() ? fs::path() : fs::path(source->file).parent_path();
  std::string name = (folder / (stem + extension)).string();
  for (int number = 2; is_there(name); ++number) {
    name = (folder / fmt::format("{}-{}{}", stem, number, extension)).string();
  }
  return name;
}

std::vector<std::string_view> unlike_scenario(const Desk& desk) {
  const Branch* const branch = current_branch(desk);
  if (branch == nullptr) return {"why_not.no_scenario"};
  std::vector<std::string_view> reasons;
  if (has_places(branch->run.edits)) reasons.emplace_back("files.has_rounds");
  if (!branch->run.moves.empty()) reasons.emplace_back("files.has_moves");
  return reasons;
}

Result<std::string> scenario_text(const Desk& desk) {
  const Source& source = *desk.document.source;
  const std::vector<Edit>& edits = current_branch(desk)->run.edits;
  if (edits.empty()) return source.yaml;
  return patch(source.yaml, source.file, edits);
}

std::string overlay_text(const Desk& desk, const std::string& file) {
  const Source& source = *desk.document.source;
  const Run& run = current_branch(desk)->run;
  Overlay overlay{.edits = run.edits, .moves = run.moves};
  std::error_code fault;
  overlay.scenario = fs::proximate(source.file, folder_of(file), fault).generic_string();
  if (fault || source.file.empty()) overlay.scenario = stem_of(source) + ".yaml";
  return to_yaml(overlay, source.loaded.scenario);
}

Diagnostics open_overlay(Desk& desk, const std::string& file) {
  const Scenario* const scenario = scenario_of(desk);
  if (scenario == nullptr) return {{.message = "no scenario is open"}};
  const auto overlay = load_overlay(file, *scenario);
  if (!overlay) return overlay.error();
  const Run run{.model = scenario->model,
                .seed = scenario->seed,
                .edits = overlay->edits,
                .moves = overlay->moves};
  const auto planned = plan(borrowed(*scenario), run);
  if (!planned) return planned.error();
  add_branch(desk, run, fs::path(file).stem().string());
  return {};
}

void rename_source(Desk& desk, const std::string& file) {
  Source source = *desk.document.source;
  source.file = file;
  desk.document.source = std::make_shared<const Source>(std::move(source));
}

void restore(Desk& desk, Document document) {
  desk.document = std::move(document);
  desk.undo.clear();
  desk.redo.clear();
  desk.problems.clear();
  desk.results = {};
  desk.conflict = {};
  desk.power = {};
  desk.view.frame = 0;
  desk.view.actor = -1;
  desk.view.offer = -1;
  desk.view.playing = false;
  desk.analysis = {};
  desk.roleplay = {};
  desk.next_branch = 1;
  for (const auto& branch : desk.document.branches) {
    desk.next_branch = std::max(desk.next_branch, branch->id + 1);
  }
}

}  // namespace detente::ui
