#pragma once

#include <CLI/App.hpp>
#include <string>

#include "detente/report/narrate.hpp"

namespace detente::cli {

/// How a command shows what it found.
struct Show {
  std::string language = "en";
  bool json = false;
  bool no_colour = false;
};

/// Adds --json, --lang and --no-color.
void add_show(CLI::App& command, Show& show);

/// Colour only where the standard output is a terminal, and neither --no-color nor NO_COLOR says
/// no.
NarrationOptions narration(const Show& show);

}  // namespace detente::cli
