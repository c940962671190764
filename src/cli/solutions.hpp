#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/inputs.hpp"
#include "cli/show.hpp"

namespace detente::cli {

struct SolutionsOptions {
  Inputs inputs{};
  Show show{};
  std::string stage{};  ///< Id; empty: the first.
};

/// Adds `detente solutions` to the command line. The chosen subcommand leaves its job in `job`.
void add_solutions(CLI::App& app, std::function<int()>& job);

/// Says what would be fair or efficient in a stage. Returns the process exit code.
int run_solutions(const SolutionsOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
