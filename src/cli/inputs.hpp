#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/load.hpp"
#include "detente/sim/simulation.hpp"

namespace detente::cli {

/// What every command that plays a scenario takes.
struct Inputs {
  std::string file{};
  std::string model{};
  std::optional<std::uint64_t> seed{};
  std::vector<std::string> sets{};      ///< PATH=VALUE, from the start.
  std::vector<std::string> params{};    ///< NAME=VALUE, of the model.
  std::vector<std::string> overlays{};  ///< Files.
  bool asks_people = false;             ///< Human seats are asked, and not played as `linear`.
  bool negotiates = true;               ///< A scenario without issues is refused.
};

/// A scenario with the edits from the start made, and the run to play on it.
struct Prepared {
  Scenario scenario{};
  std::vector<Edit> edits{};  ///< Those of the command line, made in the scenario already.
  Run run{};
  Diagnostics remarks{};  ///< Warnings only; notes are for `check`.
};

/// Adds the scenario and --model, --seed, --set, --param, --overlay.
void add_inputs(CLI::App& command, Inputs& inputs);

/// Adds --seed.
void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed);

/// Adds --threads; 0 stands for as many as the machine has.
void add_threads(CLI::App& command, int& threads);

/// Reads the scenario, makes the edits, reads the overlays.
Result<Prepared> prepare(const Inputs& inputs);

/// A note for each --set on a field that the model to play has no use for.
Diagnostics notes_on_unread(const Prepared& prepared);

/// Prints diagnostics, and returns the exit code that goes with them: kFailed where a file cannot
/// be opened, else kInvalid.
int complain(const Diagnostics& diagnostics, std::ostream& messages);

}  // namespace detente::cli
