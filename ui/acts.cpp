#include "ui/acts.hpp"

#include <algorithm>
#include <cmath>

#include "ui/conflict_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/think_batch.hpp"

namespace detente::ui::acts {
namespace {

constexpr float kFastest = 0.2F;
constexpr float kSlowest = 5.0F;
constexpr float kSpeedStep = 1.5F;
constexpr float kScaleStep = 0.1F;

/// The nearest frame with an event in a direction, or the end of the run there.
int event_frame(const Desk& desk, int direction) {
  const Played& run = *current_run(desk);
  const int last = static_cast<int>(run.frames.size()) - 1;
  int frame = desk.view.frame + direction;
  while (frame > 0 && frame < last && !is_event(run, frame)) frame += direction;
  return std::clamp(frame, 0, last);
}

/// The opening of the stage before or after the one shown, counted in frames.
int stage_frame(const Desk& desk, int direction) {
  const Played& run = *current_run(desk);
  const int wanted = run.frames[desk.view.frame].stage + direction;
  for (std::size_t frame = 0; frame < run.frames.size(); ++frame) {
    if (run.frames[frame].stage == wanted) return static_cast<int>(frame);
  }
  return 0;
}

/// Selects the next actor in a direction, over the end to the beginning.
void turn_actor(Desk& desk, int direction) {
  const int count = static_cast<int>(scenario_of(desk)->actors.size());
  const int from = desk.view.actor < 0 && direction < 0 ? 0 : desk.view.actor;
  select_actor(desk, (from + direction + count) % count);
}

void turn_branch(Desk& desk, int direction) {
  const auto& branches = desk.document.branches;
  const int count = static_cast<int>(branches.size());
  int place = 0;
  while (branches[place]->id != desk.document.current) ++place;
  show_branch(desk, branches[(place + direction + count) % count]->id);
}

void rescale(Desk& desk, float step) {
  // tenths, so that ten steps up and ten down end where they began
  const float tenths = std::round((desk.settings.scale + step) * 10.0F);
  desk.settings.scale = std::clamp(tenths / 10.0F, kLeastScale, kMostScale);
}

}  // namespace

void quit(Desk& desk) {
  desk.quit = true;
}

void branch_here(Desk& desk) {
  copy_branch(desk);
}

void remove_this(Desk& desk) {
  remove_branch(desk, desk.document.current);
}

void play_or_pause(Desk& desk) {
  const bool at_last = desk.view.frame + 1 >= std::ssize(current_run(desk)->frames);
  if (!desk.view.playing && at_last) move_playhead(desk, 0);
  desk.view.playing = !desk.view.playing;
  desk.view.played_for = 0.0F;
}

void step(Desk& desk) {
  move_playhead(desk, desk.view.frame + 1);
}
void back(Desk& desk) {
  move_playhead(desk, desk.view.frame - 1);
}
void next_event(Desk& desk) {
  move_playhead(desk, event_frame(desk, 1));
}
void previous_event(Desk& desk) {
  move_playhead(desk, event_frame(desk, -1));
}
void first(Desk& desk) {
  move_playhead(desk, 0);
}
void last(Desk& desk) {
  move_playhead(desk, static_cast<int>(current_run(desk)->frames.size()));
}
void next_stage(Desk& desk) {
  move_playhead(desk, stage_frame(desk, 1));
}

void previous_stage(Desk& desk) {
  const bool at_opening = current_run(desk)->frames[desk.view.frame].round == 0;
  move_playhead(desk, stage_frame(desk, at_opening ? -1 : 0));
}

void faster(Desk& desk) {
  desk.settings.seconds_a_round = std::max(desk.settings.seconds_a_round / kSpeedStep, kFastest);
}
void slower(Desk& desk) {
  desk.settings.seconds_a_round = std::min(desk.settings.seconds_a_round * kSpeedStep, kSlowest);
}

void next_model(Desk& desk) {
  const auto models = all_models();
  const auto now = std::find_if(models.begin(), models.end(), [&](const ModelInfo* model) {
    return model->id == current_branch(desk)->run.model;
  });
  const auto place = now == models.end() ? 0 : (now - models.begin() + 1) % std::ssize(models);
  choose_model(desk, std::string(models[place]->id));
}

void show_grid(Desk& desk) {
  show_workspace(desk, Workspace::step);
  desk.view.story_tab = 0;
  desk.view.maximised = desk.view.maximised == "actors" ? "" : "actors";
}

void show_why(Desk& desk) {
  if (!desk.view.presenting) desk.view.workspace = Workspace::step;
  desk.view.side_tab = desk.view.side_tab == kWhyTab ? 0 : kWhyTab;
}

void next_actor(Desk& desk) {
  turn_actor(desk, 1);
}
void previous_actor(Desk& desk) {
  turn_actor(desk, -1);
}
void next_branch(Desk& desk) {
  turn_branch(desk, 1);
}
void previous_branch(Desk& desk) {
  turn_branch(desk, -1);
}
void link_playheads(Desk& desk) {
  desk.view.linked = !desk.view.linked;
}
void larger(Desk& desk) {
  rescale(desk, kScaleStep);
}
void smaller(Desk& desk) {
  rescale(desk, -kScaleStep);
}

void next_theme(Desk& desk) {
  const auto now = static_cast<std::size_t>(desk.settings.theme);
  desk.settings.theme = kThemes[(now + 1) % kThemes.size()];
}

void next_language(Desk& desk) {
  const auto now = static_cast<std::size_t>(desk.settings.language);
  desk.settings.language = kLanguages[(now + 1) % kLanguages.size()];
}

void switch_motion(Desk& desk) {
  desk.settings.reduce_motion = !desk.settings.reduce_motion;
}

void present(Desk& desk) {
  desk.view.presenting = !desk.view.presenting;
  desk.view.blank = false;
}

void to_menu(Desk& desk) {
  desk.view.open_menu = desk.view.open_menu < 0 ? 0 : -1;
}

void sit_down(Desk& desk) {
  take_seat(desk, desk.view.actor);
  show_workspace(desk, Workspace::roleplay);
}

void make_move(Desk& desk, Move::Kind kind) {
  play_move(desk, seat_move(*current_run(desk)->turn, kind));
}

void offer(Desk& desk) {
  const SeatTurn& turn = *current_run(desk)->turn;
  const auto& grid = turn.before->tables().grid;
  const bool fits = std::ssize(desk.roleplay.proposal) == grid.issues();
  const int package = fits ? grid.index(desk.roleplay.proposal) : hint(turn).package;
  play_move(desk, seat_move(turn, Move::Kind::offer, package));
}

void next_hints(Desk& desk) {
  desk.roleplay.hints = static_cast<Hints>((static_cast<int>(desk.roleplay.hints) + 1) % 3);
}

void show_tour(Desk& desk) {
  desk.tour.open = !desk.tour.open;
  desk.tour.card = 0;
}

void predict(Desk& desk) {
  show_tour(desk);
}

void blank(Desk& desk) {
  desk.view.blank = !desk.view.blank;
}

void open_dialog(Desk& desk, Dialog dialog) {
  desk.dialogs.open = dialog;
  desk.dialogs.text.clear();
  desk.dialogs.fault.clear();
  desk.dialogs.choice = 0;
  desk.view.open_menu = -1;
  if (dialog != Dialog::new_scenario) return;
  desk.dialogs.title.clear();
  desk.dialogs.actors.clear();
  desk.dialogs.issues.clear();
}

void show_workspace(Desk& desk, Workspace workspace) {
  desk.view.workspace = workspace;
  desk.view.maximised.clear();
}

void show_story(Desk& desk, int tab) {
  show_workspace(desk, Workspace::step);
  desk.view.story_tab = tab;
}

void show_reason(Desk& desk, int tab) {
  if (!desk.view.presenting) show_workspace(desk, Workspace::step);
  desk.view.side_tab = tab;
}

void ask_batch(Desk& desk) {
  show_workspace(desk, Workspace::batch);
  desk.view.open_menu = -1;
  desk.view.wanted_focus = "batch/folder";
}

void open_batch_run(Desk& desk) {
  open_run(desk);
}

void show_analysis(Desk& desk, int page) {
  show_workspace(desk, Workspace::analysis);
  desk.analysis.page = page;
}

void to_next_equilibrium(Desk& desk) {
  const SolvedConflict& solved = *current_conflict(desk);
  const StateIndex state = selected_state(desk, solved);
  select_state(desk, *next_equilibrium(solved, desk.conflict.solution, state));
  show_analysis(desk, kConflictPage);
}

void next_concept(Desk& desk) {
  const auto now = static_cast<std::size_t>(desk.conflict.solution);
  desk.conflict.solution = kConcepts[(now + 1) % kConcepts.size()];
  desk.conflict.answer = 0;
}

void next_sanctions(Desk& desk) {
  const auto now = static_cast<int>(desk.conflict.sanctions);
  const auto last = static_cast<int>(Sanctions::direct);
  desk.conflict.sanctions = static_cast<Sanctions>((now + 1) % (last + 1));
}

void show_frontier(Desk& desk) {
  show_analysis(desk, 0);
  desk.view.analysis_tab = kFrontierTab;
}

}  // namespace detente::ui::acts
