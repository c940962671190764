#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/keys.hpp"

namespace detente::ui {

struct Desk;

/// Everything that a person can ask for by menu, key or palette. Its name in every language is the
/// word `action.<id>`.
struct Action {
  std::string_view id;    ///< "step.next"
  std::string_view menu;  ///< Menu that lists it: "file", "edit", "run", "view", "whatif", "batch",
                          ///< "class", "help".
  Chord chord{};          ///< Key `none` where it has none.
  /// Word key of the reason why it cannot be done now; empty if it can.
  std::string_view (*obstacle)(const Desk&);
  void (*act)(Desk&);
  /// The part of the desk that it promises to change, as text: differs before and after.
  std::string (*promise)(const Desk&);
};

std::span<const Action> all_actions();

/// The action of that id, or nullptr.
const Action* find_action(std::string_view id);

/// Does it, if nothing stands in the way; otherwise the notice says why not.
void perform(Desk& desk, std::string_view id);

/// The action that a chord means now (presenting has keys of its own), or nullptr.
const Action* action_of(const Desk& desk, const Chord& chord);

}  // namespace detente::ui
