#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace detente::cli {

struct CheckOptions {
  std::vector<std::string> files{};
  bool all = false;   ///< Print more than the first 20 diagnostics of a file.
  bool json = false;  ///< One document, `detente/diagnostics/1`, never cut.
};

/// Adds `detente check` to the command line. The chosen subcommand leaves its job in `job`.
void add_check(CLI::App& app, std::function<int()>& job);

/// Prints everything that is wrong with scenarios, each fault with its line, and which of their
/// fields their model does not read. Returns the process exit code.
int run_check(const CheckOptions& options, std::ostream& out);

}  // namespace detente::cli
