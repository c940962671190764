#include "ui/actions.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ui/acts.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/outside.hpp"

namespace detente::ui {
namespace {

using namespace acts;  // NOLINT(google-build-using-namespace): the table below is all there is

constexpr Chord key(Key key) {
  return {.key = key};
}
constexpr Chord ctrl(Key key) {
  return {.key = key, .ctrl = true};
}
constexpr Chord ctrl_shift(Key key) {
  return {.key = key, .ctrl = true, .shift = true};
}
constexpr Chord alt(Key key) {
  return {.key = key, .alt = true};
}

// id, menu, key, what stands in the way, what it does, what it promises to change
constexpr std::array kActions{
    Action{"file.new", "file", ctrl(Key::n), never, dialog<Dialog::new_scenario>, shown_dialog},
    Action{"file.open", "file", ctrl(Key::o), never, dialog<Dialog::open_file>, shown_dialog},
    Action{"file.reload", "file", ctrl_shift(Key::r), no_file, reload, document},
    Action{"file.save_scenario", "file", ctrl(Key::s), no_scenario, dialog<Dialog::save_scenario>,
           shown_dialog},
    Action{"file.open_overlay", "file", ctrl_shift(Key::o), no_scenario,
           dialog<Dialog::open_overlay>, shown_dialog},
    Action{"file.save_overlay", "file", ctrl_shift(Key::s), no_scenario,
           dialog<Dialog::save_overlay>, shown_dialog},
    Action{"file.export", "file", ctrl(Key::e), no_scenario, dialog<Dialog::exports>, shown_dialog},
    Action{"file.quit", "file", ctrl(Key::q), never, quit, quitting},

    Action{"edit.undo", "edit", ctrl(Key::z), nothing_to_undo, undo, document},
    Action{"edit.redo", "edit", ctrl(Key::y), nothing_to_redo, redo, document},
    Action{"edit.branch", "edit", ctrl(Key::b), no_scenario, branch_here, document},
    Action{"edit.remove_branch", "edit", ctrl(Key::del), no_own_branch, remove_this, document},

    Action{"run.play", "run", key(Key::space), no_run, play_or_pause, playing},
    Action{"run.step", "run", key(Key::right), at_end, step, playhead},
    Action{"run.back", "run", key(Key::left), at_start, back, playhead},
    Action{"run.next_event", "run", ctrl(Key::right), at_end, next_event, playhead},
    Action{"run.previous_event", "run", ctrl(Key::left), at_start, previous_event, playhead},
    Action{"run.first", "run", key(Key::home), at_start, first, playhead},
    Action{"run.last", "run", key(Key::end), at_end, last, playhead},
    Action{"run.next_stage", "run", key(Key::page_down), no_next_stage, next_stage, playhead},
    Action{"run.previous_stage", "run", key(Key::page_up), at_start, previous_stage, playhead},
    Action{"run.faster", "run", ctrl(Key::period), fastest, faster, speed},
    Action{"run.slower", "run", ctrl(Key::comma), slowest, slower, speed},
    Action{"run.model", "run", ctrl(Key::m), no_scenario, next_model, document},
    Action{"conflict.next_equilibrium", "run", ctrl_shift(Key::e), no_equilibrium,
           to_next_equilibrium, conflict_asked},
    Action{"conflict.concept", "run", ctrl_shift(Key::n), no_conflict, next_concept,
           conflict_asked},
    Action{"conflict.sanctions", "run", ctrl_shift(Key::a), no_conflict, next_sanctions,
           conflict_asked},

    Action{"view.step", "view", ctrl(Key::n1), in_step, show<Workspace::step>, workspace},
    Action{"view.compare", "view", ctrl(Key::n2), in_compare, show<Workspace::compare>, workspace},
    Action{"view.roleplay", "view", ctrl(Key::n3), in_roleplay, show<Workspace::roleplay>,
           workspace},
    Action{"view.batch", "view", ctrl(Key::n4), in_batch, show<Workspace::batch>, workspace},
    Action{"view.analysis", "view", ctrl(Key::n5), in_analysis, show<Workspace::analysis>,
           workspace},
    Action{"view.actors", "view", alt(Key::n1), never, story<0>, story_tab},
    Action{"view.source", "view", alt(Key::n2), never, story<1>, story_tab},
    Action{"view.lesson", "view", alt(Key::n3), never, story<2>, story_tab},
    Action{"view.swap", "view", alt(Key::n4), never, story<kSwapTab>, story_tab},
    Action{"view.improve", "view", alt(Key::n5), never, reason<kImproveTab>, side_tab},
    Action{"view.durability", "view", alt(Key::n6), never, reason<kDurabilityTab>, side_tab},
    Action{"view.frontier", "view", alt(Key::n7), never, show_frontier, analysis_tab},
    Action{"view.conflict", "view", alt(Key::n8), no_conflict, show_page<kConflictPage>,
           analysis_tab},
    Action{"view.power", "view", alt(Key::n9), no_power, show_page<kPowerPage>, analysis_tab},
    Action{"view.grid", "view", ctrl(Key::g), no_scenario, show_grid, maximised},
    Action{"view.why", "view", key(Key::w), no_run, show_why, side_tab},
    Action{"view.next_actor", "view", key(Key::bracket_right), no_scenario, next_actor, actor},
    Action{"view.previous_actor", "view", key(Key::bracket_left), no_scenario, previous_actor,
           actor},
    Action{"view.next_branch", "view", ctrl(Key::down), one_branch, next_branch, document},
    Action{"view.previous_branch", "view", ctrl(Key::up), one_branch, previous_branch, document},
    Action{"view.link", "view", ctrl(Key::l), never, link_playheads, linked},
    Action{"view.larger", "view", ctrl(Key::equal), largest, larger, scale},
    Action{"view.smaller", "view", ctrl(Key::minus), smallest, smaller, scale},
    Action{"view.theme", "view", ctrl(Key::t), never, next_theme, theme_shown},
    Action{"view.language", "view", ctrl_shift(Key::l), never, next_language, language},
    Action{"view.motion", "view", {}, never, switch_motion, motion},
    Action{"view.present", "view", key(Key::f5), no_scenario, present, presenting},
    Action{"view.menu", "view", key(Key::f10), never, to_menu, menu_asked},
    Action{"view.palette", "view", ctrl(Key::k), never, dialog<Dialog::palette>, shown_dialog},

    Action{"role.seat", "whatif", ctrl(Key::r), no_actor, sit_down, document},
    Action{"role.accept", "whatif", ctrl(Key::enter), cannot<Move::Kind::accept>,
           move<Move::Kind::accept>, document},
    Action{"role.refuse", "whatif", ctrl(Key::backspace), cannot<Move::Kind::refuse>,
           move<Move::Kind::refuse>, document},
    Action{"role.offer", "whatif", ctrl_shift(Key::enter), cannot<Move::Kind::offer>, offer,
           document},
    Action{"role.leave", "whatif", ctrl_shift(Key::backspace), cannot<Move::Kind::leave>,
           move<Move::Kind::leave>, document},
    Action{"role.hints", "whatif", ctrl(Key::h), never, next_hints, hints},
    Action{"batch.open", "batch", ctrl_shift(Key::b), never, ask_batch, workspace},
    Action{"batch.open_run", "batch", {}, no_batch_run, open_batch_run, document},
    Action{"share.copy", "class", ctrl_shift(Key::c), no_run, dialog<Dialog::share>, shown_dialog},
    Action{"share.paste", "class", ctrl_shift(Key::v), no_scenario, dialog<Dialog::paste_code>,
           shown_dialog},
    Action{"class.open", "class", ctrl_shift(Key::k), no_scenario, dialog<Dialog::classroom>,
           shown_dialog},

    Action{"help.glossary", "help", key(Key::f1), never, dialog<Dialog::glossary>, shown_dialog},
    Action{"help.tour", "help", key(Key::f2), no_scenario, show_tour, tour_shown},
    Action{"help.about", "help", key(Key::f3), never, dialog<Dialog::about>, shown_dialog},

    Action{"present.blank", "view", key(Key::b), not_presenting, blank, blanked},
    Action{"present.predict", "view", key(Key::p), no_scenario, predict, tour_shown},
};

/// Keys that mean something else while presenting: a remote control has no others.
std::string_view presented(const Chord& chord) {
  if (chord == key(Key::page_down)) return "run.step";
  if (chord == key(Key::page_up)) return "run.back";
  return {};
}

}  // namespace

std::span<const Action> all_actions() {
  return kActions;
}

const Action* find_action(std::string_view id) {
  const auto found = std::find_if(kActions.begin(), kActions.end(),
                                  [&](const Action& action) { return action.id == id; });
  return found == kActions.end() ? nullptr : &*found;
}

void perform(Desk& desk, std::string_view id) {
  const Action* const action = find_action(id);
  if (action == nullptr) return;
  const std::string_view obstacle = action->obstacle(desk);
  if (obstacle.empty()) {
    action->act(desk);
  } else {
    tell(desk, say(desk, obstacle), true);
  }
}

const Action* action_of(const Desk& desk, const Chord& chord) {
  if (chord.key == Key::none) return nullptr;
  if (desk.view.presenting && !presented(chord).empty()) return find_action(presented(chord));
  const auto found = std::find_if(kActions.begin(), kActions.end(),
                                  [&](const Action& action) { return action.chord == chord; });
  return found == kActions.end() ? nullptr : &*found;
}

}  // namespace detente::ui
