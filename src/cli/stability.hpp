#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/show.hpp"
#include "detente/core/stop.hpp"

namespace detente::cli {

struct StabilityVerbOptions {
  Inputs inputs{};
  Show show{};
  std::string sanctions = "legal";
  std::vector<std::string> concepts{};  ///< Names; empty: all.
  bool coalitions = false;
  bool robustness = false;
  int states = 0;  ///< So many are listed.
  bool summary = false;
  std::string actor{};    ///< Id: whose certificates, or whose rankings.
  std::string state{};    ///< Of the certificates, as find_state() reads it.
  std::string inverse{};  ///< The state that rankings are asked for.
  int threads = 0;        ///< 0: as many as the machine has.
};

/// Adds `detente stability` to the command line. The chosen subcommand leaves its job in `job`.
void add_stability(CLI::App& app, std::function<int()>& job);

/// Says which states of a conflict nobody would leave, and why. Returns the process exit code.
int run_stability(const StabilityVerbOptions& options, std::ostream& out, std::ostream& messages,
                  const Stop& stop = {});

}  // namespace detente::cli
