#pragma once

// Private to actions.cpp and acts.cpp: when an action is not to be had.

#include <string_view>

#include "ui/desk.hpp"

namespace detente::ui::acts {

// What stands in the way: the word key of a reason, or nothing.
std::string_view never(const Desk&);
std::string_view no_scenario(const Desk& desk);
std::string_view no_file(const Desk& desk);
std::string_view no_run(const Desk& desk);
std::string_view nothing_to_undo(const Desk& desk);
std::string_view nothing_to_redo(const Desk& desk);
std::string_view no_own_branch(const Desk& desk);
std::string_view one_branch(const Desk& desk);
std::string_view at_start(const Desk& desk);
std::string_view at_end(const Desk& desk);
std::string_view no_next_stage(const Desk& desk);
std::string_view fastest(const Desk& desk);
std::string_view slowest(const Desk& desk);
std::string_view largest(const Desk& desk);
std::string_view smallest(const Desk& desk);
std::string_view in_step(const Desk& desk);
std::string_view in_compare(const Desk& desk);
std::string_view in_roleplay(const Desk& desk);
std::string_view in_analysis(const Desk& desk);
std::string_view in_batch(const Desk& desk);
std::string_view no_batch_run(const Desk& desk);
std::string_view no_conflict(const Desk& desk);
std::string_view no_power(const Desk& desk);
std::string_view no_equilibrium(const Desk& desk);
std::string_view no_actor(const Desk& desk);
std::string_view not_presenting(const Desk& desk);
std::string_view move_obstacle(const Desk& desk, Move::Kind kind);
template <Move::Kind kKind>
std::string_view cannot(const Desk& desk) {
  return move_obstacle(desk, kKind);
}

}  // namespace detente::ui::acts
