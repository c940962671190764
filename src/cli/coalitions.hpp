#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/inputs.hpp"
#include "cli/show.hpp"

namespace detente::cli {

struct CoalitionsOptions {
  Inputs inputs{};
  Show show{};
  std::string stage{};  ///< Id; empty: the first.
  int round = -1;       ///< From 0; -1: thresholds at walk-away.
};

/// Adds `detente coalitions` to the command line. The chosen subcommand leaves its job in `job`.
void add_coalitions(CLI::App& app, std::function<int()>& job);

/// Says who could agree with whom, who blocks and who brokers. Returns the process exit code.
int run_coalitions(const CoalitionsOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
