#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>

namespace detente::cli {

/// Adds `detente models` to the command line. The chosen subcommand leaves its job in `job`.
void add_models(CLI::App& app, std::function<int()>& job);

/// Lists every model with its parameters and sources. Returns the process exit code.
int run_models(bool json, std::ostream& out);

}  // namespace detente::cli
