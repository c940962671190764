#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/document.hpp"

namespace detente::ui {

/// At most one dialog is open; it lies over the panes and Escape closes it.
enum class Dialog {
  none,
  palette,
  open_file,
  save_scenario,
  save_overlay,
  open_overlay,
  new_scenario,
  share,
  paste_code,
  classroom,
  glossary,
  recover,
  about,
  exports,
};

enum class Recovery { none, restore, discard };

struct DialogState {
  Dialog open = Dialog::none;
  Dialog drawn = Dialog::none;  ///< In the last frame; another one has to be prepared.
  float height = 0.0F;          ///< That it took in the last frame, in pixels; 0: not known yet.
  std::string text{};           ///< Of the palette's or a file's field.
  std::string fault{};          ///< Why the last try did not work.
  int choice = 0;               ///< Highlighted line of the palette or list.
  std::string confirmed{};      ///< File that a person has been warned of.
  std::vector<std::string> files{};  ///< To choose from.
  std::string actors{};              ///< New scenario: one title a line.
  std::string issues{};              ///< New scenario: "issue: option, option, ..." a line.
  std::string title{};               ///< New scenario.
  std::string rounds = "12";
  std::string share{};      ///< The code, or empty if it would be too long.
  std::string term{};       ///< Glossary: the entry shown.
  int export_kind = 0;      ///< PNG, SVG, CSV, CSV for Excel.
  std::string suggested{};  ///< Export: the file's name as the program would have it.
  std::string export_file{};
  bool export_ready = false;  ///< The dialog is gone from the picture.
  std::optional<Document> left_behind{};
  Recovery recovery = Recovery::none;
};

}  // namespace detente::ui
