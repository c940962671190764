#include "ui/obstacles.hpp"

#include <algorithm>

#include "ui/acts.hpp"
#include "ui/batch_store.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_view.hpp"

// What stands in the way of an action, and what it promises to change.
namespace detente::ui::acts {
namespace {

std::string_view unless(bool possible, std::string_view reason) {
  return possible ? std::string_view{} : reason;
}

/// Whether there is a frame that far from the playhead.
bool has_frame(const Desk& desk, int distance) {
  const Played* const run = current_run(desk);
  const int frame = desk.view.frame + distance;
  return run != nullptr && frame >= 0 && frame < std::ssize(run->frames);
}

}  // namespace

std::string_view never(const Desk&) {
  return {};
}

std::string_view no_scenario(const Desk& desk) {
  return unless(scenario_of(desk) != nullptr, "why_not.no_scenario");
}

std::string_view no_file(const Desk& desk) {
  const auto& source = desk.document.source;
  return unless(source != nullptr && !source->file.empty(), "why_not.no_file");
}

std::string_view no_run(const Desk& desk) {
  return unless(current_run(desk) != nullptr, "why_not.no_run");
}

std::string_view nothing_to_undo(const Desk& desk) {
  return unless(!desk.undo.empty(), "why_not.no_undo");
}

std::string_view nothing_to_redo(const Desk& desk) {
  return unless(!desk.redo.empty(), "why_not.no_redo");
}

std::string_view no_own_branch(const Desk& desk) {
  const Branch* const branch = current_branch(desk);
  return unless(branch != nullptr && branch->parent >= 0, "why_not.base");
}

std::string_view one_branch(const Desk& desk) {
  return unless(desk.document.branches.size() > 1, "why_not.one_branch");
}

std::string_view at_start(const Desk& desk) {
  return unless(has_frame(desk, -1), "why_not.at_start");
}

std::string_view at_end(const Desk& desk) {
  return unless(has_frame(desk, 1), "why_not.at_end");
}

std::string_view no_next_stage(const Desk& desk) {
  const Played* const run = current_run(desk);
  const bool more =
      run != nullptr && run->frames[desk.view.frame].stage + 1 < std::ssize(run->trace.stages);
  return unless(more, "why_not.last_stage");
}

std::string_view fastest(const Desk& desk) {
  return unless(desk.settings.seconds_a_round > 0.2F, "why_not.fastest");
}

std::string_view slowest(const Desk& desk) {
  return unless(desk.settings.seconds_a_round < 5.0F, "why_not.slowest");
}

std::string_view largest(const Desk& desk) {
  return unless(desk.settings.scale < kMostScale, "why_not.largest");
}

std::string_view smallest(const Desk& desk) {
  return unless(desk.settings.scale > kLeastScale, "why_not.smallest");
}

std::string_view in_step(const Desk& desk) {
  return unless(desk.view.workspace != Workspace::step, "why_not.here");
}

std::string_view in_compare(const Desk& desk) {
  return unless(desk.view.workspace != Workspace::compare, "why_not.here");
}

std::string_view in_roleplay(const Desk& desk) {
  return unless(desk.view.workspace != Workspace::roleplay, "why_not.here");
}

std::string_view in_analysis(const Desk& desk) {
  return unless(desk.view.workspace != Workspace::analysis, "why_not.here");
}

std::string_view in_batch(const Desk& desk) {
  return unless(desk.view.workspace != Workspace::batch, "why_not.here");
}

std::string_view no_batch_run(const Desk& desk) {
  if (desk.batch.store == nullptr) return "why_not.no_batch";
  if (selected_row(desk.batch) < 0) return "why_not.no_batch_run";
  return unless(desk.batch.store->experiment != nullptr, "why_not.batch_unreadable");
}

std::string_view no_conflict(const Desk& desk) {
  if (scenario_of(desk) == nullptr) return "why_not.no_scenario";
  return unless(has_conflict(desk), "why_not.no_conflict");
}

std::string_view no_power(const Desk& desk) {
  if (scenario_of(desk) == nullptr) return "why_not.no_scenario";
  return unless(has_power(desk), "why_not.no_power");
}

std::string_view no_equilibrium(const Desk& desk) {
  const std::string_view reason = no_conflict(desk);
  if (!reason.empty()) return reason;
  const SolvedConflict* const solved = current_conflict(desk);
  const bool known = solved != nullptr && next_equilibrium(*solved, desk.conflict.solution, 0);
  return unless(known, "why_not.no_equilibrium");
}

std::string_view no_actor(const Desk& desk) {
  const Scenario* const scenario = scenario_of(desk);
  if (scenario == nullptr) return "why_not.no_scenario";
  if (desk.view.actor < 0) return "why_not.no_actor";
  return unless(can_be_played(*scenario, desk.view.actor), "why_not.no_party");
}

std::string_view not_presenting(const Desk& desk) {
  return unless(desk.view.presenting, "why_not.not_presenting");
}

std::string_view move_obstacle(const Desk& desk, Move::Kind kind) {
  const Played* const run = current_run(desk);
  if (run == nullptr || run->turn == nullptr) return "why_not.no_turn";
  const auto& allowed = run->turn->allowed;
  return unless(std::find(allowed.begin(), allowed.end(), kind) != allowed.end(),
                "why_not.not_allowed");
}

std::string document(const Desk& desk) {
  return to_text(desk.document);
}
std::string shown_dialog(const Desk& desk) {
  return std::to_string(static_cast<int>(desk.dialogs.open));
}
std::string quitting(const Desk& desk) {
  return desk.quit ? "quit" : "";
}
std::string playing(const Desk& desk) {
  return desk.view.playing ? "playing" : "paused";
}
std::string playhead(const Desk& desk) {
  return std::to_string(desk.view.frame);
}
std::string speed(const Desk& desk) {
  return std::to_string(desk.settings.seconds_a_round);
}
std::string workspace(const Desk& desk) {
  return std::to_string(static_cast<int>(desk.view.workspace));
}
std::string story_tab(const Desk& desk) {
  return std::to_string(desk.view.story_tab);
}
std::string maximised(const Desk& desk) {
  return desk.view.maximised;
}
std::string side_tab(const Desk& desk) {
  return std::to_string(desk.view.side_tab);
}
std::string analysis_tab(const Desk& desk) {
  return std::to_string(desk.analysis.page) + ' ' + std::to_string(desk.view.analysis_tab);
}
std::string conflict_asked(const Desk& desk) {
  const ConflictState& conflict = desk.conflict;
  return std::to_string(conflict.state) + ' ' +
         std::to_string(static_cast<int>(conflict.solution)) + ' ' +
         std::to_string(static_cast<int>(conflict.sanctions));
}
std::string actor(const Desk& desk) {
  return std::to_string(desk.view.actor);
}
std::string linked(const Desk& desk) {
  return desk.view.linked ? "linked" : "free";
}
std::string scale(const Desk& desk) {
  return std::to_string(desk.settings.scale);
}
std::string theme_shown(const Desk& desk) {
  return std::string(theme_code(desk.settings.theme));
}
std::string language(const Desk& desk) {
  return std::string(language_code(desk.settings.language));
}
std::string motion(const Desk& desk) {
  return desk.settings.reduce_motion ? "still" : "moving";
}
std::string presenting(const Desk& desk) {
  return desk.view.presenting ? "presenting" : "";
}
std::string menu_asked(const Desk& desk) {
  return std::to_string(desk.view.open_menu);
}
std::string hints(const Desk& desk) {
  return std::to_string(static_cast<int>(desk.roleplay.hints));
}
std::string tour_shown(const Desk& desk) {
  return desk.tour.open ? "open" : "closed";
}
std::string blanked(const Desk& desk) {
  return desk.view.blank ? "blank" : "";
}

}  // namespace detente::ui::acts
