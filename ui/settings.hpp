#pragma once

#include <array>
#include <map>
#include <string>

#include "detente/scenario/text.hpp"
#include "ui/theme.hpp"

namespace detente::ui {

/// What is kept from one start to the next, in the state folder.
struct Settings {
  Language language = Language::en;
  ThemeName theme = ThemeName::light;
  float scale = 1.0F;  ///< Of text and everything measured in it, 1 to 2.
  float seconds_a_round = 1.2F;
  bool reduce_motion = false;
  bool tour_seen = false;
  std::map<std::string, float> splits{};  ///< Splitter id -> fraction in (0, 1).

  float split(const std::string& id, float fallback) const;
  bool operator==(const Settings&) const = default;
};

constexpr float kLeastScale = 1.0F;
constexpr float kMostScale = 2.0F;

/// The folder for settings and the journal: $XDG_STATE_HOME/detente, or ~/.local/state/detente.
std::string state_folder();

std::string to_text(const Settings& settings);
/// Whatever is missing or does not fit keeps its default.
Settings parse_settings(const std::string& text);

}  // namespace detente::ui
