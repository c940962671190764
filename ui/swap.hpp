#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/desk.hpp"

// Two tables of assumptions side by side, and taking numbers from one into the other. The numbers
// are those from the start of the run: what changes in its course is part of the story, and no
// assumption.
namespace detente::ui {

/// What the other table can be, as SwapState::other has it: the scenario as opened, other branches,
/// a draw of what is uncertain, other actors, files near by.
std::vector<std::string> swap_choices(Desk& desk);

/// The same in words.
std::string swap_title(const Desk& desk, const std::string& other);

/// The numbers of this branch from its start; empty while it is played.
std::shared_ptr<const Scenario> swap_mine(const Desk& desk);

/// The other table; empty while it is played or read, or if it cannot be.
std::shared_ptr<const Scenario> swap_other(const Desk& desk);

/// Why the other table cannot be read; mostly empty.
std::string swap_fault(const Desk& desk);

/// The actor whose numbers stand in the other table: another one only with "actor:ID".
int swap_other_actor(const Desk& desk);

/// Numbers of the selected actor, or of everybody, the ties and the durability section; in the
/// order of the file. Both tables must be there.
const std::vector<SwapRow>& swap_rows(Desk& desk);

/// Takes some numbers of the other table, in a new branch, from the start. What does not fit this
/// scenario stays as it is. Returns how many do not fit.
int take_rows(Desk& desk, const std::vector<SwapRow>& rows, const std::string& name);

/// Two actors change places: each gets the other's numbers. @pre  the other table is an actor's.
int exchange_actors(Desk& desk, const std::string& name);

}  // namespace detente::ui
