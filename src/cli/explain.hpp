#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/inputs.hpp"
#include "cli/show.hpp"

namespace detente::cli {

struct ExplainOptions {
  Inputs inputs{};
  Show show{};
  std::string stage{};  ///< Id; empty: the last one played.
  int round = 0;        ///< From 1; 0: the last one played.
  std::string actor{};  ///< Id; empty: whose decision ended the round.
};

/// Adds `detente explain` to the command line. The chosen subcommand leaves its job in `job`.
void add_explain(CLI::App& app, std::function<int()>& job);

/// Says why somebody decided as it did and what would turn it. Returns the process exit code.
int run_explain(const ExplainOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
