#include "ui/desk_change.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "detente/scenario/edit.hpp"
#include "ui/desk_view.hpp"

namespace detente::ui {
namespace {

/// Makes a document the one shown; the one before can be had back.
void commit(Desk& desk, Document next) {
  desk.undo.push_back(std::move(desk.document));
  desk.redo.clear();
  tell(desk, {});  // what was told was about the document before
  desk.document = std::move(next);
}

/// The frame of a run at which the first of the edits acts.
int first_frame(const Desk& desk, const std::vector<Edit>& edits) {
  const Played* const run = current_run(desk);
  if (run == nullptr) return 0;
  int first = -1;
  for (const Edit& edit : edits) {
    if (!edit.at) return 0;
    const int stage = index_of(talks_of(desk)->stages, edit.at->stage);
    const int frame = run->find_frame(stage, edit.at->round);
    if (frame >= 0 && (first < 0 || frame < first)) first = frame;
  }
  return std::max(first, 0);
}

/// Adds a branch off another and shows it.
void add_and_show(Desk& desk, int parent, Branch branch) {
  Document next = desk.document;
  branch.id = desk.next_branch++;
  branch.parent = parent;
  next.current = branch.id;
  next.other = branch.parent;
  next.branches.push_back(std::make_shared<const Branch>(std::move(branch)));
  commit(desk, std::move(next));
}

/// Puts a longer version of the current branch in its place.
void replace_current(Desk& desk, Branch branch) {
  Document next = desk.document;
  const int before = next.current;
  branch.id = desk.next_branch++;
  next.current = branch.id;
  if (next.other == before) next.other = -1;
  for (auto& entry : next.branches) {
    if (entry->id == before) entry = std::make_shared<const Branch>(branch);
  }
  commit(desk, std::move(next));
}

bool has_children(const Document& document, int id) {
  return std::any_of(document.branches.begin(), document.branches.end(),
                     [&](const auto& branch) { return branch->parent == id; });
}

bool same_place(const std::optional<At>& a, const std::optional<At>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || (a->stage == b->stage && a->round == b->round);
}

/// Whether a change by hand at `place` goes on with the current branch.
bool goes_on(const Desk& desk, const Branch& branch, const std::optional<At>& place) {
  return branch.own_edits > 0 && branch.name.empty() && branch.run.moves.empty() &&
         !has_children(desk.document, branch.id) && same_place(branch.run.edits.back().at, place);
}

/// The edits with one more; a later value of the same field takes the place of the earlier.
/// Returns how many more they are.
int add_edit(std::vector<Edit>& edits, int own, Edit edit) {
  const auto first = edits.end() - own;
  const auto same =
      std::find_if(first, edits.end(), [&](const Edit& other) { return other.path == edit.path; });
  const bool again = same != edits.end();
  if (again) edits.erase(same);
  edits.push_back(std::move(edit));
  return again ? 0 : 1;
}

/// A branch with the same run and nothing of its own.
Branch copy_of(const Branch& branch) {
  Branch copy = branch;
  copy.name.clear();
  copy.fork = 0;
  copy.own_edits = 0;
  return copy;
}

Diagnostics faults_of(const Desk& desk, const Run& run, const std::vector<Edit>& edits) {
  const Scenario* const now = scenario_now(desk);
  if (now == nullptr) return {{.message = "no scenario is open"}};
  const auto changed = apply(*now, edits);
  if (!changed) return changed.error();
  const auto planned = plan(borrowed(*scenario_of(desk)), run);
  return planned ? Diagnostics{} : planned.error();
}

void show_first(Desk& desk, std::shared_ptr<const Source> source) {
  const Scenario& scenario = source->loaded.scenario;
  Branch base{.id = desk.next_branch++};
  // a conflict without talks is played as what it is
  const bool conflict = scenario.stages.empty() && scenario.conflict.has_value();
  base.run.model = conflict ? "conflict" : scenario.model;
  base.run.seed = scenario.seed;
  desk.document = Document{.source = std::move(source), .current = base.id};
  desk.document.branches.push_back(std::make_shared<const Branch>(std::move(base)));
}

/// Whether there is anything to be played or weighed.
bool has_content(const Scenario& scenario) {
  return !scenario.stages.empty() || scenario.conflict || scenario.votes || scenario.game;
}

/// Where there are no talks, workspace 5 shows what there is.
void choose_page(Desk& desk) {
  const Scenario& scenario = *scenario_of(desk);
  if (!scenario.stages.empty()) return;
  desk.analysis.page = scenario.conflict ? kConflictPage : kPowerPage;
  if (!scenario.conflict) desk.view.workspace = Workspace::analysis;
}

void keep_playhead_in_run(Desk& desk) {
  move_playhead(desk, desk.view.frame);
}

}  // namespace

Result<Loaded> read_scenario(const std::string& yaml, const std::string& file) {
  auto loaded = parse_scenario(yaml, file);
  if (loaded && !has_content(loaded->scenario)) {
    loaded = Diagnostics{{.code = Code::missing_section,
                          .where = {.file = file},
                          .message = "nothing to look at: no issues, conflict, votes or game"}};
  }
  return loaded;
}

void open_text(Desk& desk, const std::string& file, const std::string& yaml) {
  auto loaded = read_scenario(yaml, file);
  if (!loaded) {
    desk.problems = loaded.error();
    desk.problem_file = file;
    return;
  }
  desk.problems.clear();
  desk.undo.clear();
  desk.redo.clear();
  desk.results = {};
  const View before = std::exchange(desk.view, {});
  desk.view.workspace = before.workspace;
  desk.view.presenting = before.presenting;
  desk.analysis = {};
  desk.roleplay = {};
  desk.swap = {};
  desk.conflict = {};
  desk.power = {};
  show_first(desk, std::make_shared<const Source>(Source{file, yaml, std::move(loaded).value()}));
  choose_page(desk);
}

void open_file(Desk& desk, const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) {
    desk.problems = {
        {.code = Code::cannot_open, .where = {.file = file}, .message = "cannot be read"}};
    desk.problem_file = file;
    return;
  }
  open_text(desk, file, text.str());
}

Diagnostics fork(Desk& desk, const std::vector<Edit>& edits, const std::string& name) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr) return {{.message = "no scenario is open"}};
  Branch branch = *from;
  branch.name = name;
  branch.fork = first_frame(desk, edits);
  branch.own_edits = static_cast<int>(edits.size());
  branch.run.edits.insert(branch.run.edits.end(), edits.begin(), edits.end());
  Diagnostics faults = faults_of(desk, branch.run, edits);
  if (faults.empty()) add_and_show(desk, desk.document.current, std::move(branch));
  return faults;
}

Diagnostics change(Desk& desk, const std::string& path, const Value& value) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr) return {{.message = "no scenario is open"}};
  const Edit edit{.path = path, .value = value, .at = edit_place(desk)};
  if (!goes_on(desk, *from, edit.at)) return fork(desk, {edit});
  Branch branch = *from;
  branch.own_edits += add_edit(branch.run.edits, branch.own_edits, edit);
  Diagnostics faults = faults_of(desk, branch.run, {edit});
  if (faults.empty()) replace_current(desk, std::move(branch));
  return faults;
}

void copy_branch(Desk& desk) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr) return;
  Branch branch = copy_of(*from);
  branch.fork = desk.view.frame;
  add_and_show(desk, desk.document.current, std::move(branch));
}

void choose_model(Desk& desk, const std::string& id) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr || from->run.model == id || find_model(id) == nullptr) return;
  Branch branch = copy_of(*from);
  branch.run.model = id;
  add_and_show(desk, desk.document.current, std::move(branch));
}

void choose_seed(Desk& desk, std::uint64_t seed) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr || from->run.seed == seed) return;
  Branch branch = copy_of(*from);
  branch.run.seed = seed;
  add_and_show(desk, desk.document.current, std::move(branch));
}

void take_seat(Desk& desk, int actor) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr) return;
  Branch branch = copy_of(*from);
  branch.run.moves.clear();
  branch.seat = actor;
  add_and_show(desk, desk.document.current, std::move(branch));
  desk.view.frame = 0;
  desk.view.actor = actor;
}

int add_branch(Desk& desk, const Run& run, const std::string& name) {
  if (desk.document.branches.empty()) return -1;
  Branch branch{.name = name, .own_edits = static_cast<int>(run.edits.size()), .run = run};
  add_and_show(desk, desk.document.branches.front()->id, std::move(branch));
  return desk.document.current;
}

void play_move(Desk& desk, const Move& move) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr || from->seat < 0) return;
  Branch branch = *from;
  branch.run.moves.push_back(move);
  replace_current(desk, std::move(branch));
}

void fork_with_move(Desk& desk, const Move& move, const std::string& name) {
  const Branch* const from = current_branch(desk);
  if (from == nullptr) return;
  const auto& stages = talks_of(desk)->stages;
  const auto when = [&](const Move& each) {
    return std::pair{index_of(stages, each.at.stage), each.at.round};
  };
  Branch branch = copy_of(*from);
  branch.name = name;
  branch.seat = -1;
  const Played* const run = current_run(desk);
  if (run != nullptr) {
    branch.fork = std::max(0, run->find_frame(when(move).first, when(move).second));
  }
  std::erase_if(branch.run.moves, [&](const Move& other) { return when(other) >= when(move); });
  branch.run.moves.push_back(move);
  add_and_show(desk, desk.document.current, std::move(branch));
}

std::optional<At> edit_place(const Desk& desk) {
  const Played* const run = current_run(desk);
  if (run == nullptr || desk.view.frame == 0) return {};
  const TraceStage& stage = run->stage_at(desk.view.frame);
  const int round = run->round_at(desk.view.frame).number;
  return At{talks_of(desk)->stages[stage.stage].id, std::max(round, 1)};
}

void show_branch(Desk& desk, int id) {
  if (desk.document.find(id) == nullptr || desk.document.current == id) return;
  tell(desk, {});
  if (desk.document.other == id) desk.document.other = desk.document.current;
  desk.document.current = id;
  desk.view.offer = -1;
  keep_playhead_in_run(desk);
}

void compare_with(Desk& desk, int id) {
  const bool fits = desk.document.find(id) != nullptr && id != desk.document.current;
  desk.document.other = fits ? id : -1;
}

void remove_branch(Desk& desk, int id) {
  const Branch* const gone = desk.document.find(id);
  if (gone == nullptr || gone->parent < 0) return;
  Document next = desk.document;
  std::vector<int> doomed{id};
  // parents stand before their children
  for (const auto& branch : desk.document.branches) {
    const bool child = std::find(doomed.begin(), doomed.end(), branch->parent) != doomed.end();
    if (child) doomed.push_back(branch->id);
  }
  const auto is_doomed = [&](int branch) {
    return std::find(doomed.begin(), doomed.end(), branch) != doomed.end();
  };
  if (is_doomed(next.current)) next.current = gone->parent;
  if (is_doomed(next.other) || next.other == next.current) next.other = -1;
  next.branches.erase(std::remove_if(next.branches.begin(), next.branches.end(),
                                     [&](const auto& branch) { return is_doomed(branch->id); }),
                      next.branches.end());
  commit(desk, std::move(next));
  keep_playhead_in_run(desk);
}

void move_playhead(Desk& desk, int frame) {
  const Played* const run = current_run(desk);
  desk.view.played_for = 0.0F;
  if (run == nullptr) return;
  const int last = static_cast<int>(run->frames.size()) - 1;
  frame = std::clamp(frame, 0, last);
  if (frame != desk.view.frame) desk.view.offer = -1;
  desk.view.frame = frame;
  const Played* const other = played_of(desk, desk.document.other);
  if (desk.view.linked && other != nullptr) {
    desk.view.other_frame = std::min(frame, static_cast<int>(other->frames.size()) - 1);
  }
}

void select_actor(Desk& desk, int actor) {
  desk.view.actor = actor;
}

void undo(Desk& desk) {
  if (desk.undo.empty()) return;
  tell(desk, {});
  desk.redo.push_back(std::move(desk.document));
  desk.document = std::move(desk.undo.back());
  desk.undo.pop_back();
  keep_playhead_in_run(desk);
}

void redo(Desk& desk) {
  if (desk.redo.empty()) return;
  tell(desk, {});
  desk.undo.push_back(std::move(desk.document));
  desk.document = std::move(desk.redo.back());
  desk.redo.pop_back();
  keep_playhead_in_run(desk);
}

void tell(Desk& desk, std::string text, bool bad) {
  desk.notice = {std::move(text), bad};
}

}  // namespace detente::ui
