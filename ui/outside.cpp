#include "ui/outside.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"

namespace detente::ui {
namespace {

constexpr float kPause = 1.0F;  // seconds between two looks

std::optional<std::string> text_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) return std::nullopt;
  return text.str();
}

/// What was saved from here is no news.
bool is_saved(const Desk& desk, const std::string& text) {
  if (text == desk.document.source->yaml) return true;
  if (!unlike_scenario(desk).empty()) return false;
  const auto saved = scenario_text(desk);
  return saved && *saved == text;
}

/// Tells how the file differs from what is shown, if it does.
bool tell_change(Desk& desk) {
  const std::string& file = desk.document.source->file;
  const auto text = text_of(file);
  if (!text) {
    tell(desk, say(desk, "outside.gone", {{"file", file}}), true);
    return true;
  }
  if (is_saved(desk, *text)) return false;
  const auto read = read_scenario(*text, file);
  const int faults = read ? 0 : static_cast<int>(read.error().size());
  const Slots slots{{"file", file}, {"n", faults}};
  tell(desk, say(desk, read ? "outside.changed" : "outside.broken", slots), !read);
  return true;
}

/// The run under what the file says now of model and seed, where it had not its own.
Run carried(const Run& run, const Scenario& before, const Scenario& after) {
  Run next = run;
  if (run.model == before.model) next.model = after.model;
  if (run.seed == before.seed) next.seed = after.seed;
  return next;
}

/// The branches that fit another source, under new ids: results are kept by the old ones.
Document moved_to(const Document& old, const std::shared_ptr<const Source>& source, int first_id) {
  const Scenario& scenario = source->loaded.scenario;
  Document next{.source = source};
  std::map<int, int> ids;
  for (const auto& branch : old.branches) {
    Branch copy = *branch;
    copy.run = carried(branch->run, old.source->loaded.scenario, scenario);
    if (!plan(borrowed(scenario), copy.run)) continue;
    copy.id = first_id + static_cast<int>(ids.size());
    const auto parent = ids.find(branch->parent);
    copy.parent = parent == ids.end() ? -1 : parent->second;
    ids[branch->id] = copy.id;
    next.branches.push_back(std::make_shared<const Branch>(std::move(copy)));
  }
  const auto id_of = [&](int id) { return ids.contains(id) ? ids.at(id) : -1; };
  next.current = id_of(old.current);
  next.other = id_of(old.other);
  if (next.current < 0 && !next.branches.empty()) next.current = next.branches.front()->id;
  return next;
}

}  // namespace

SourceWatch::Stamp SourceWatch::stamp_of(const std::string& file) {
  std::error_code fault;
  Stamp stamp;
  stamp.written = std::filesystem::last_write_time(file, fault);
  stamp.there = !fault;
  stamp.bytes = std::filesystem::file_size(file, fault);
  return stamp.there ? stamp : Stamp{};
}

bool SourceWatch::pass(Desk& desk, float seconds) {
  waited_ += seconds;
  const auto& source = desk.document.source;
  if (waited_ < kPause || source == nullptr || source->file.empty()) return false;
  waited_ = 0.0F;
  const Stamp now = stamp_of(source->file);
  if (of_.lock() == source && now == seen_) return false;
  of_ = source;
  seen_ = now;
  return tell_change(desk);
}

void reload(Desk& desk) {
  const std::string file = desk.document.source->file;
  const auto text = text_of(file);
  if (!text) return tell(desk, say(desk, "files.cannot_read", {{"file", file}}), true);
  auto read = read_scenario(*text, file);
  if (!read) {
    desk.problems = read.error();
    desk.problem_file = file;
    return;
  }
  const auto source = std::make_shared<const Source>(Source{file, *text, std::move(read).value()});
  Document next = moved_to(desk.document, source, desk.next_branch);
  const auto lost = static_cast<int>(desk.document.branches.size() - next.branches.size());
  if (next.branches.empty()) {
    open_text(desk, file, *text);
  } else {
    Document before = desk.document;
    restore(desk, std::move(next));
    desk.swap = {};
    desk.undo.push_back(std::move(before));
  }
  const Slots slots{{"file", file}, {"n", lost}};
  tell(desk, say(desk, lost > 0 ? "outside.read_without" : "outside.read", slots), lost > 0);
}

}  // namespace detente::ui
