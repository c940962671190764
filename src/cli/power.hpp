#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/inputs.hpp"
#include "cli/show.hpp"

namespace detente::cli {

struct PowerVerbOptions {
  Inputs inputs{};
  Show show{};
  std::string stage{};  ///< Id; empty: votes or game if there are any, else the first.
  bool normalised = false;
  int threads = 0;  ///< 0: as many as the machine has.
};

/// Adds `detente power` to the command line. The chosen subcommand leaves its job in `job`.
void add_power(CLI::App& app, std::function<int()>& job);

/// Says who is pivotal and what coalitions are worth. Returns the process exit code.
int run_power(const PowerVerbOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
