#include "ui/swap.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <span>
#include <utility>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/leaves.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/files.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostFiles = 12;

/// What stands behind the colon, or nothing.
std::string tail(const std::string& other, std::string_view kind) {
  return other.starts_with(kind) ? other.substr(kind.size()) : std::string{};
}

void list_files(Desk& desk) {
  SwapState& swap = desk.swap;
  if (swap.listed_for == desk.document.source) return;
  swap.listed_for = desk.document.source;
  swap.files.clear();
  const auto add = [&](FileKind kind, const std::string& prefix) {
    for (const std::string& file : files_near(desk, kind)) {
      const bool itself = file == desk.document.source->file;
      if (!itself && swap.files.size() < kMostFiles) swap.files.push_back(prefix + file);
    }
  };
  add(FileKind::overlay, "overlay:");
  add(FileKind::scenario, "file:");
}

/// A number as every file would write it: "70" and "70.0" are the same.
std::string plain(const Value& value) {
  return to_string(value);
}

bool is_null(const Value& value) {
  return value.kind == Value::Kind::null;
}

/// The leaves of a scenario that belong to an actor, or (-1) to everybody, ties and durability.
std::vector<Leaf> leaves_below(const Scenario& scenario, int actor) {
  std::vector<Leaf> leaves = leaves_of(scenario);
  const std::string own = actor < 0 ? "actors." : "actors." + scenario.actors[actor].id + '.';
  const std::string in_stage = actor < 0 ? "" : ".walk_away." + scenario.actors[actor].id;
  std::erase_if(leaves, [&](const Leaf& leaf) {
    const bool staged = leaf.path.starts_with("stages.") &&
                        leaf.path.find(".walk_away.") != std::string::npos &&
                        leaf.path.ends_with(in_stage);
    const bool shared = leaf.path.starts_with("ties.") || leaf.path.starts_with("durability.");
    return !leaf.path.starts_with(own) && !staged && !(actor < 0 && shared);
  });
  return leaves;
}

/// The path with one actor's name in place of another's.
std::string renamed(std::string path, const std::string& from, const std::string& to) {
  const std::string own = "actors." + from + '.';
  const std::string in_stage = ".walk_away." + from;
  if (path.starts_with(own)) return "actors." + to + '.' + path.substr(own.size());
  if (path.ends_with(in_stage)) {
    path.resize(path.size() - from.size());
    return path + to;
  }
  return path;
}

/// Where an actor scores every option and the other table has no scores yet, they come all at once.
void fold_scores(std::vector<SwapRow>& rows) {
  const auto holder = [](const SwapRow& row) {
    const std::size_t at = row.path.find(".values.");
    return at == std::string::npos ? std::string{} : row.path.substr(0, at + 7);
  };
  std::vector<SwapRow> folded;
  for (SwapRow& row : rows) {
    const std::string scores = is_null(row.mine) ? holder(row) : std::string{};
    if (scores.empty()) {
      folded.push_back(std::move(row));
      continue;
    }
    if (folded.empty() || folded.back().path != scores) {
      SwapRow whole{.path = scores, .differs = true};
      const std::size_t at = row.other_path.find(".values.");
      whole.other_path = row.other_path.substr(0, at + 7);
      whole.other.kind = Value::Kind::map;
      folded.push_back(std::move(whole));
    }
    Entry entry;
    entry.key = row.path.substr(scores.size() + 1);
    entry.value = std::move(row.other);
    folded.back().other.entries.push_back(std::move(entry));
  }
  rows = std::move(folded);
}

std::vector<SwapRow> make_rows(const Scenario& mine, int actor, const Scenario& other,
                               int other_actor) {
  std::vector<SwapRow> rows;
  std::map<std::string, std::size_t> places;
  for (Leaf& leaf : leaves_below(mine, actor)) {
    places.emplace(leaf.path, rows.size());
    rows.push_back({.path = leaf.path, .other_path = leaf.path, .mine = std::move(leaf.value)});
  }
  for (Leaf& leaf : leaves_below(other, other_actor)) {
    const bool rename = actor >= 0 && other_actor >= 0;
    const std::string path =
        rename ? renamed(leaf.path, other.actors[other_actor].id, mine.actors[actor].id)
               : leaf.path;
    const auto found = places.find(path);
    if (found == places.end()) rows.push_back({.path = path});
    SwapRow& row = found == places.end() ? rows.back() : rows[found->second];
    row.other_path = leaf.path;
    row.other = std::move(leaf.value);
  }
  for (SwapRow& row : rows) row.differs = plain(row.mine) != plain(row.other);
  fold_scores(rows);
  return rows;
}

/// As many of the edits as fit, in order. What does not is counted.
int fitting(Scenario& scenario, std::span<const Edit> edits, std::vector<Edit>& kept) {
  if (edits.empty()) return 0;
  auto changed = detente::apply(scenario, std::vector<Edit>(edits.begin(), edits.end()));
  if (changed) {
    scenario = std::move(changed).value();
    kept.insert(kept.end(), edits.begin(), edits.end());
    return 0;
  }
  if (edits.size() == 1) return 1;
  const std::size_t half = edits.size() / 2;
  const int before = fitting(scenario, edits.first(half), kept);
  return before + fitting(scenario, edits.subspan(half), kept);
}

std::vector<Edit> edits_of(const std::vector<SwapRow>& rows) {
  std::vector<Edit> edits;
  for (const SwapRow& row : rows) {
    if (row.differs && !is_null(row.other)) edits.push_back({.path = row.path, .value = row.other});
  }
  return edits;
}

int branch_with(Desk& desk, const std::vector<Edit>& edits, const std::string& name) {
  const auto mine = swap_mine(desk);
  if (mine == nullptr || edits.empty()) return 0;
  Scenario scenario = *mine;
  std::vector<Edit> kept;
  int left_out = fitting(scenario, edits, kept);
  if (kept.empty()) return left_out;
  move_playhead(desk, 0);
  const Diagnostics faults = fork(desk, kept, name);
  if (faults.empty()) return left_out;
  tell(desk, faults.front().message, true);
  return static_cast<int>(edits.size());
}

}  // namespace

std::vector<std::string> swap_choices(Desk& desk) {
  std::vector<std::string> choices;
  const Scenario* const scenario = scenario_of(desk);
  const Branch* const current = current_branch(desk);
  // the first branch is the scenario as opened
  if (current == nullptr || current->parent >= 0) choices.emplace_back("base");
  if (scenario == nullptr) return choices;
  for (const auto& branch : desk.document.branches) {
    const bool first = branch->parent < 0;
    if (first || branch->id == desk.document.current) continue;
    choices.push_back("branch:" + std::to_string(branch->id));
  }
  if (!scenario->uncertain.empty()) choices.emplace_back("draw");
  for (std::size_t actor = 0; actor < scenario->actors.size() && desk.view.actor >= 0; ++actor) {
    if (std::cmp_equal(actor, desk.view.actor)) continue;
    choices.push_back("actor:" + scenario->actors[actor].id);
  }
  list_files(desk);
  choices.insert(choices.end(), desk.swap.files.begin(), desk.swap.files.end());
  if (choices.empty()) choices.emplace_back("base");
  return choices;
}

std::string swap_title(const Desk& desk, const std::string& other) {
  if (other == "draw") return say(desk, "swap.draw", {{"n", desk.swap.draw}});
  if (const std::string id = tail(other, "branch:"); !id.empty()) {
    const Branch* const branch = desk.document.find(std::stoi(id));
    return branch == nullptr ? id
                             : say(desk, "swap.of_branch", {{"name", branch_name(desk, *branch)}});
  }
  if (const std::string id = tail(other, "actor:"); !id.empty()) {
    const Scenario& scenario = *scenario_of(desk);
    const int actor = index_of(scenario.actors, id);
    const std::string name =
        actor < 0 ? id : scenario.actors[actor].title.in(desk.settings.language, id);
    return say(desk, "swap.of_actor", {{"who", name}});
  }
  for (const char* const kind : {"file:", "overlay:"}) {
    const std::string file = tail(other, kind);
    if (file.empty()) continue;
    return say(desk, "swap.of_file", {{"file", std::filesystem::path(file).filename().string()}});
  }
  return say(desk, "swap.base");
}

std::shared_ptr<const Scenario> swap_mine(const Desk& desk) {
  const Played* const run = current_run(desk);
  return run == nullptr ? nullptr : run->trace.scenario;
}

std::shared_ptr<const Scenario> swap_other(const Desk& desk) {
  const std::string& other = desk.swap.other;
  if (desk.document.source == nullptr) return nullptr;
  if (other == "base") return {desk.document.source, &desk.document.source->loaded.scenario};
  if (other.starts_with("actor:")) return swap_mine(desk);
  if (const std::string id = tail(other, "branch:"); !id.empty()) {
    const Played* const run = played_of(desk, std::stoi(id));
    return run == nullptr ? nullptr : run->trace.scenario;
  }
  const auto& loaded = desk.swap.loaded;
  const bool ready =
      loaded != nullptr && desk.swap.loaded_for == desk.swap.asked && loaded->has_value();
  return ready ? loaded->value() : nullptr;
}

std::string swap_fault(const Desk& desk) {
  const auto& loaded = desk.swap.loaded;
  const bool failed = loaded != nullptr && desk.swap.loaded_for == desk.swap.asked && !*loaded;
  return failed ? loaded->error().front().message : std::string{};
}

int swap_other_actor(const Desk& desk) {
  const std::string id = tail(desk.swap.other, "actor:");
  const auto other = swap_other(desk);
  if (other == nullptr) return -1;
  if (!id.empty()) return index_of(other->actors, id);
  if (desk.view.actor < 0) return -1;
  return index_of(other->actors, scenario_of(desk)->actors[desk.view.actor].id);
}

const std::vector<SwapRow>& swap_rows(Desk& desk) {
  SwapState& swap = desk.swap;
  const auto mine = swap_mine(desk);
  const auto other = swap_other(desk);
  const int actor = desk.view.actor;
  const int other_actor = swap_other_actor(desk);
  const bool known = swap.rows_mine == mine && swap.rows_other == other &&
                     swap.rows_actor == actor && swap.rows_other_actor == other_actor;
  if (known) return swap.rows;
  swap.rows_mine = mine;
  swap.rows_other = other;
  swap.rows_actor = actor;
  swap.rows_other_actor = other_actor;
  // an actor that the other table does not know has nothing to compare with
  const bool comparable = mine != nullptr && other != nullptr && (actor < 0 || other_actor >= 0);
  swap.rows = comparable ? make_rows(*mine, actor, *other, other_actor) : std::vector<SwapRow>{};
  return swap.rows;
}

int take_rows(Desk& desk, const std::vector<SwapRow>& rows, const std::string& name) {
  return branch_with(desk, edits_of(rows), name);
}

int exchange_actors(Desk& desk, const std::string& name) {
  const auto mine = swap_mine(desk);
  const int other = swap_other_actor(desk);
  if (mine == nullptr || desk.view.actor < 0 || other < 0) return 0;
  std::vector<Edit> edits = edits_of(make_rows(*mine, desk.view.actor, *mine, other));
  const std::vector<Edit> back = edits_of(make_rows(*mine, other, *mine, desk.view.actor));
  edits.insert(edits.end(), back.begin(), back.end());
  return branch_with(desk, edits, name);
}

}  // namespace detente::ui
