#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>

namespace detente::cli {

/// Adds `detente schema` to the command line. The chosen subcommand leaves its job in `job`.
void add_schema(CLI::App& app, std::function<int()>& job);

enum class SchemaOf { scenario, overlay, batch };

/// Prints the JSON Schema of scenarios, of overlays or of batch plans. Returns the process exit
/// code.
int run_schema(SchemaOf kind, std::ostream& out);

}  // namespace detente::cli
