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

struct ForecastVerbOptions {
  Inputs inputs{};
  Show show{};
  int runs = 1000;
  std::vector<std::string> models{};  ///< Empty: those that a forecast takes by itself.
};

/// Adds `detente forecast` to the command line. The chosen subcommand leaves its job in `job`.
void add_forecast(CLI::App& app, std::function<int()>& job);

/// Says what follows from a scenario and from what it calls uncertain. Returns the process exit
/// code.
int run_forecast(const ForecastVerbOptions& options, std::ostream& out, std::ostream& messages,
                 const Stop& stop = {});

}  // namespace detente::cli
