#pragma once

#include <optional>
#include <string>

#include "ui/desk.hpp"

// Changing the desk: each of these is one step of undo unless it says otherwise.
namespace detente::ui {

/// What the text of a scenario file says, or why it cannot be shown.
Result<Loaded> read_scenario(const std::string& yaml, const std::string& file);
/// Opens a scenario from text; with faults the desk shows them instead. Clears undo.
void open_text(Desk& desk, const std::string& file, const std::string& yaml);
/// The same from a file.
void open_file(Desk& desk, const std::string& file);

/// A new branch off the current one. Edits with a place act there, the others from the start.
/// Diagnostics, and nothing done, if an edit does not fit.
Diagnostics fork(Desk& desk, const std::vector<Edit>& edits, const std::string& name = {});
/// One field changed by hand: goes on with the current branch if that is a leaf made at the same
/// place by hand, so that ten changes make one branch; otherwise fork().
Diagnostics change(Desk& desk, const std::string& path, const Value& value);
/// A branch like the current one that leaves it at the playhead.
void copy_branch(Desk& desk);
/// A branch like the current one under another model, or with another seed.
void choose_model(Desk& desk, const std::string& id);
void choose_seed(Desk& desk, std::uint64_t seed);
/// A branch off the current one, without its moves, in which a person plays that actor.
void take_seat(Desk& desk, int actor);
/// A run from elsewhere (an overlay, a share code) as a branch off the first one. Returns its id.
int add_branch(Desk& desk, const Run& run, const std::string& name);
/// A branch with a person's move added; the current one is replaced if it has the same seat.
void play_move(Desk& desk, const Move& move);
/// A branch off the current one in which the program plays everybody again, except for one move
/// and for what people played before it.
void fork_with_move(Desk& desk, const Move& move, const std::string& name);
/// Where an edit made now would act.
std::optional<At> edit_place(const Desk& desk);

void show_branch(Desk& desk, int id);       ///< No step of undo.
void compare_with(Desk& desk, int id);      ///< No step of undo.
void remove_branch(Desk& desk, int id);     ///< With those that grew out of it.
void move_playhead(Desk& desk, int frame);  ///< Clamped; no step of undo.
void select_actor(Desk& desk, int actor);   ///< No step of undo; -1 for none.
void undo(Desk& desk);
void redo(Desk& desk);
void tell(Desk& desk, std::string text, bool bad = false);

}  // namespace detente::ui
