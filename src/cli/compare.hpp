#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "cli/show.hpp"

namespace detente::cli {

struct CompareOptions {
  std::string a{};      ///< A scenario, an overlay or a trace.
  std::string b{};      ///< The same.
  std::string model{};  ///< Of both.
  std::optional<std::uint64_t> seed{};
  Show show{};
};

/// Adds `detente compare` to the command line. The chosen subcommand leaves its job in `job`.
void add_compare(CLI::App& app, std::function<int()>& job);

/// Says where two runs part, which inputs differ and how both end. Returns the process exit code.
int run_compare(const CompareOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
