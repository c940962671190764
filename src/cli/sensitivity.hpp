#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/show.hpp"

namespace detente::cli {

struct SensitivityVerbOptions {
  std::string store{};  ///< A batch folder, or its results.sqlite or runs.csv.
  Show show{};
  std::vector<std::string> metrics{};
  std::string map{};  ///< "X,Y", or empty.
  int bins = 10;
  std::optional<std::uint64_t> seed{};
  int resamples = 1000;
};

/// Adds `detente sensitivity` to the command line. The chosen subcommand leaves its job in `job`.
void add_sensitivity(CLI::App& app, std::function<int()>& job);

/// Says what matters in the results of a batch. Returns the process exit code.
int run_sensitivity(const SensitivityVerbOptions& options, std::ostream& out,
                    std::ostream& messages);

}  // namespace detente::cli
