#include "cli/show.hpp"

#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <cstdlib>

namespace detente::cli {

void add_show(CLI::App& command, Show& show) {
  command.add_flag("--json", show.json, "One JSON document instead of text");
  command.add_option("--lang", show.language, "Language of the text: en, bg or uk")
      ->check(CLI::IsMember({"en", "bg", "uk"}))
      ->capture_default_str();
  command.add_flag("--no-color", show.no_colour, "No colours, even on a terminal");
}

NarrationOptions narration(const Show& show) {
  const char* const no_color = std::getenv("NO_COLOR");
  const bool plain = show.no_colour || (no_color != nullptr && *no_color != '\0');
  return {.language = find_language(show.language).value_or(Language::en),
          .colour = !plain && isatty(STDOUT_FILENO) == 1};
}

}  // namespace detente::cli
