#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>

namespace detente::cli {

/// Adds `detente schema` to the command line. The chosen subcommand leaves its job in `job`.
void add_schema(CLI::App& app, std::function<int()>& job);

/// Prints the JSON Schema of scenarios, or of overlays. Returns the process exit code.
int run_schema(bool overlay, std::ostream& out);

}  // namespace detente::cli
