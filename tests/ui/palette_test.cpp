// Everything that can be done: listed from the palette as it is drawn, done by its keys, and seen
// to change what it promises to change.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "ui/actions.hpp"
#include "ui/batch.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/support.hpp"

using namespace detente::ui;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::ui::support;  // NOLINT(google-build-using-namespace): tests only
using detente::Move;

namespace {

const Chord kPalette{.key = Key::k, .ctrl = true};
const Chord kDown{.key = Key::down};
const Chord kEnter{.key = Key::enter};

/// The ids of the actions that the palette shows now.
std::set<std::string> listed(const Headless& window) {
  const std::string pane = "palette/";
  std::set<std::string> ids;
  for (const std::string& path : window.registry().order()) {
    const std::string id = path.starts_with(pane) ? path.substr(pane.size()) : std::string();
    if (id.find('.') != std::string::npos) ids.insert(id);
  }
  return ids;
}

/// All that the palette lists from its first line to its last.
std::set<std::string> read_palette() {
  Headless window(1600, 900);
  open_shipped(window);
  window.press(kPalette);
  std::set<std::string> all = listed(window);
  const std::size_t kMost = all_actions().size() + 3;
  for (std::size_t line = 0; line < kMost; ++line) {
    window.press(kDown);
    const auto more = listed(window);
    all.insert(more.begin(), more.end());
  }
  return all;
}

bool is_allowed(const Desk& desk, Move::Kind kind) {
  const Played* const run = current_run(desk);
  if (run == nullptr || run->turn == nullptr) return false;
  const auto& allowed = run->turn->allowed;
  return std::find(allowed.begin(), allowed.end(), kind) != allowed.end();
}

/// A person sits in a seat whose turn allows that move.
void sit_until(Headless& window, Move::Kind kind) {
  Desk& desk = window.desk();
  for (const char* const model : {"coalition", "offers"}) {
    for (int actor = 0; actor < 3; ++actor) {
      choose_model(desk, model);
      take_seat(desk, actor);
      window.settle();
      for (int turn = 0; turn < 4 && !is_allowed(desk, kind); ++turn) {
        if (!is_allowed(desk, Move::Kind::refuse)) break;
        play_move(desk, seat_move(*current_run(desk)->turn, Move::Kind::refuse));
        window.settle();
      }
      if (is_allowed(desk, kind)) return;
    }
  }
}

/// In the middle of the talks with two branches, an actor selected, and everything at a middle.
Desk ready_desk() {
  Headless window(1600, 900);
  open_shipped(window);
  Desk& desk = window.desk();
  REQUIRE(
      fork(desk, {{.path = "actors.russia.walk_away", .value = detente::Value::of(0.66)}}).empty());
  select_actor(desk, 0);
  desk.settings.scale = 1.2F;
  window.settle();
  move_playhead(desk, 5);
  window.settle();
  return desk;
}

/// Takes away what would stand in the way of one action.
void prepare(Headless& window, const std::string& id) {
  Desk& desk = window.desk();
  if (id == "view.step") desk.view.workspace = Workspace::compare;
  if (id == "view.actors") desk.view.story_tab = 2;
  if (id == "edit.redo") undo(desk);
  if (id == "present.blank") desk.view.presenting = true;
  if (id == "batch.open_run") {
    show_by_hand(desk, detente::support::batch_by_hand());
    desk.batch.run = 7;
  }
  if (id == "conflict.next_equilibrium") {
    desk.view.workspace = Workspace::analysis;
    desk.analysis.page = kConflictPage;
  }
  if (id == "role.accept") sit_until(window, Move::Kind::accept);
  if (id == "role.refuse") sit_until(window, Move::Kind::refuse);
  if (id == "role.offer") sit_until(window, Move::Kind::offer);
  if (id == "role.leave") sit_until(window, Move::Kind::leave);
  window.settle();
}

void check_action(const Desk& ready, const std::string& id, bool by_palette) {
  const Action* const action = find_action(id);
  REQUIRE(action != nullptr);
  Headless window(1600, 900);
  window.desk() = ready;
  window.settle();
  prepare(window, id);
  REQUIRE(std::string(action->obstacle(window.desk())) == "");
  const std::string before = action->promise(window.desk());
  if (by_palette) {
    window.press(kPalette);
    window.type(id);
    window.press(kEnter);
  } else {
    window.press(action->chord);
  }
  CHECK(action->promise(window.desk()) != before);
}

}  // namespace

TEST_CASE("the palette lists every action, and no two have the same keys") {
  const std::set<std::string> all = read_palette();
  CHECK(all.size() == all_actions().size());
  std::set<std::string> chords;
  for (const Action& action : all_actions()) {
    CAPTURE(action.id);
    CHECK(all.contains(std::string(action.id)));
    if (action.chord.key != Key::none) CHECK(chords.insert(to_string(action.chord)).second);
  }
}

TEST_CASE("every action that the palette lists does what it promises, by keys") {
  const Desk ready = ready_desk();
  for (const std::string& id : read_palette()) {
    CAPTURE(id);
    const bool has_keys = find_action(id)->chord.key != Key::none;
    check_action(ready, id, !has_keys);
  }
}

TEST_CASE("and the same from the palette") {
  const Desk ready = ready_desk();
  for (const std::string& id : read_palette()) {
    CAPTURE(id);
    if (id != "present.blank") check_action(ready, id, true);
  }
}

TEST_CASE("while presenting, a remote control's keys go from round to round") {
  Headless window(1280, 720);
  open_shipped(window);
  window.press({.key = Key::f5});
  REQUIRE(window.desk().view.presenting);
  window.press({.key = Key::page_down});
  CHECK(window.desk().view.frame == 1);
  window.press({.key = Key::page_up});
  CHECK(window.desk().view.frame == 0);
  window.press({.key = Key::escape});
  CHECK_FALSE(window.desk().view.presenting);
}
