#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace detente::cli {

struct ConvertOptions {
  std::vector<std::string> files{};     ///< What is read, and last what is written.
  bool force = false;                   ///< Write over a file that is there.
  std::vector<std::string> profiles{};  ///< Further files that are read.
};

/// Adds `detente convert` to the command line.
void add_convert(CLI::App& app, std::function<int()>& job);

/// Makes a scenario of other programs' files. Returns the process exit code.
int run_convert(const ConvertOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
