#pragma once

#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/desk.hpp"
#include "ui/widgets.hpp"

// What the panes of the role-play say alike.
namespace detente::ui {

/// The branch in which a person plays, or nullptr.
const Branch* seat_branch(const Desk& desk);
/// The decision that the person has to take, or nullptr.
const SeatTurn* seat_turn(const Desk& desk);

/// "none; training only; ..." of the issues named: the options of a package in words.
std::string package_words(const detail::Voice& voice, const std::vector<int>& package,
                          const std::vector<int>& issues);

/// "Russia accepts", "The offer does not reach Russia", ...
std::string answer_sentence(const Ui& ui, const detail::Voice& voice, int actor, Answer answer);

}  // namespace detente::ui
