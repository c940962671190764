#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/inputs.hpp"
#include "cli/show.hpp"

namespace detente::cli {

struct RunOptions {
  Inputs inputs{};
  Show show{};
  int worlds = 100;     ///< Nearby worlds to try the outcome in; 0 = none.
  std::string trace{};  ///< File to write the trace to; empty = none.
  bool play = false;    ///< Ask for the moves of human seats.
  std::string save{};   ///< File to write those to, as an overlay; empty = none.
};

/// Adds `detente run` to the command line. The chosen subcommand leaves its job in `job`.
void add_run(CLI::App& app, std::function<int()>& job);

/// Plays a scenario and tells what happened. Returns the process exit code.
/// @param in  where people in human seats answer; without it the standard input.
int run_run(const RunOptions& options, std::ostream& out, std::ostream& messages);
int run_run(const RunOptions& options, std::istream& in, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
