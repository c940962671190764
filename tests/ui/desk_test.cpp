// The desk: branches, undo, the playhead, and every action of the palette.

#include "ui/desk.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ui/actions.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/think.hpp"

namespace detente::ui {
namespace {

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

/// A desk and what computes for it.
struct Office {
  Desk desk{};
  Jobs jobs{Jobs::Mode::settle};

  Office() {
    open_file(desk, kParis);
    settle();
  }

  void settle() {
    do {
      think(desk, jobs);
    } while (jobs.deliver(desk));
  }
};

Value number(double value) {
  return Value::of(value);
}

}  // namespace

TEST_CASE("a scenario opens as one branch, played to its end, at its opening") {
  const Office office;
  const Desk& desk = office.desk;
  REQUIRE(current_run(desk) != nullptr);
  CHECK(current_run(desk)->digest == "132dc5f89636a81fa86ffc7d487b95e9");
  CHECK(desk.view.frame == 0);
  CHECK(current_round(desk)->number == 0);
  CHECK(desk.results.holds.at(desk.document.current) == 100);
}

TEST_CASE("a fork and undo leave the document byte for byte as it was") {
  Office office;
  Desk& desk = office.desk;
  const std::string before = to_text(desk.document);
  REQUIRE(fork(desk, {{.path = "actors.russia.walk_away", .value = number(0.66)}}).empty());
  office.settle();
  const std::string after = to_text(desk.document);
  CHECK(after != before);
  CHECK_FALSE(current_run(desk)->trace.outcome.agreed);
  undo(desk);
  CHECK(to_text(desk.document) == before);
  CHECK(current_run(desk)->trace.outcome.agreed);
  redo(desk);
  CHECK(to_text(desk.document) == after);
}

TEST_CASE("a fork in the middle keeps the rounds before it") {
  Office office;
  Desk& desk = office.desk;
  move_playhead(desk, 5);
  const Played& parent = *current_run(desk);
  REQUIRE(change(desk, "actors.us.walk_away", number(0.9)).empty());
  office.settle();
  const Branch& branch = *current_branch(desk);
  CHECK(branch.fork == 5);
  CHECK(branch.run.edits.back().at->round == 5);
  const Played& run = *current_run(desk);
  for (int frame = 0; frame < 5; ++frame) {
    CHECK(run.round_at(frame).zone_size == parent.round_at(frame).zone_size);
  }
  CHECK(run.digest != parent.digest);
}

TEST_CASE("changes by hand at one place make one branch, and each is undone alone") {
  Office office;
  Desk& desk = office.desk;
  REQUIRE(change(desk, "actors.us.walk_away", number(0.5)).empty());
  REQUIRE(change(desk, "actors.us.power", number(90)).empty());
  REQUIRE(change(desk, "actors.us.power", number(80)).empty());
  CHECK(desk.document.branches.size() == 2);
  CHECK(current_branch(desk)->run.edits.size() == 2);
  undo(desk);
  CHECK(current_branch(desk)->run.edits.back().value.scalar == "90");
  undo(desk);
  undo(desk);
  CHECK(desk.document.branches.size() == 1);
}

TEST_CASE("a change that does not fit does nothing and says why") {
  Office office;
  Desk& desk = office.desk;
  const std::string before = to_text(desk.document);
  CHECK_FALSE(change(desk, "actors.us.walk_away", number(7)).empty());
  CHECK_FALSE(change(desk, "actors.nobody.power", number(1)).empty());
  CHECK_FALSE(fork(desk, {{.path = "stages.nowhere.rounds", .value = number(3)}}).empty());
  CHECK(to_text(desk.document) == before);
  CHECK(desk.undo.empty());
}

TEST_CASE("removing a branch takes those that grew out of it along") {
  Office office;
  Desk& desk = office.desk;
  REQUIRE(fork(desk, {{.path = "actors.us.power", .value = number(90)}}).empty());
  const int first = desk.document.current;
  REQUIRE(fork(desk, {{.path = "actors.us.power", .value = number(80)}}).empty());
  remove_branch(desk, first);
  CHECK(desk.document.branches.size() == 1);
  CHECK(current_branch(desk) != nullptr);
  undo(desk);
  CHECK(desk.document.branches.size() == 3);
}

TEST_CASE("the document reads back from its own text") {
  Office office;
  Desk& desk = office.desk;
  move_playhead(desk, 4);
  REQUIRE(change(desk, "actors.us.walk_away", number(0.5)).empty());
  take_seat(desk, 0);
  const std::string text = to_text(desk.document);
  const auto read = parse_document(text);
  REQUIRE(read.has_value());
  CHECK(to_text(*read) == text);
}

TEST_CASE("a broken file shows its problems and keeps what was open") {
  Office office;
  Desk& desk = office.desk;
  open_text(desk, "broken.yaml", "schema: detente/scenario/1\nid: x\n");
  CHECK_FALSE(desk.problems.empty());
  CHECK(scenario_of(desk) != nullptr);
  open_file(desk, "/no/such/file.yaml");
  CHECK(desk.problems.front().code == Code::cannot_open);
  open_file(desk, kParis);
  CHECK(desk.problems.empty());
}

TEST_CASE("a person's seat waits, and playing every hint gives the program's own run") {
  Office office;
  Desk& desk = office.desk;
  const std::string digest = current_run(desk)->digest;
  take_seat(desk, 0);
  office.settle();
  int moves = 0;
  while (current_run(desk)->turn != nullptr && moves < 100) {
    const SeatTurn& turn = *current_run(desk)->turn;
    const Hint idea = hint(turn);
    play_move(desk, seat_move(turn, idea.kind, idea.package));
    office.settle();
    ++moves;
  }
  CHECK(moves > 3);
  CHECK(current_run(desk)->digest == digest);
  CHECK(desk.document.branches.size() == 2);
}

TEST_CASE("every action names itself and has a chord of its own") {
  for (const Action& action : all_actions()) {
    CAPTURE(action.id);
    CHECK(has_words("action." + std::string(action.id)));
    CHECK(find_action(action.id) == &action);
    if (action.chord.key == Key::none) continue;
    for (const Action& other : all_actions()) {
      if (&other != &action) CHECK_FALSE(other.chord == action.chord);
    }
  }
}

}  // namespace detente::ui
