#pragma once

#include <string>
#include <vector>

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

struct DialogState {
  Dialog open = Dialog::none;
  std::string text{};    ///< Of the palette's or a file's field.
  std::string fault{};   ///< Why the last try did not work.
  int choice = 0;        ///< Highlighted line of the palette or list.
  std::string actors{};  ///< New scenario: one title a line.
  std::string issues{};  ///< New scenario: "issue: option, option, ..." a line.
  std::string title{};   ///< New scenario.
  int rounds = 12;
  std::string share{};  ///< The code, or empty if it would be too long.
  std::string term{};   ///< Glossary: the entry shown.
};

}  // namespace detente::ui
