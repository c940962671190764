#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>

namespace detente::cli {

struct BatchPlanOptions {
  std::string plan{};
  int threads = 0;  ///< For the estimate; 0: as many as the machine has.
  int pilot = 100;  ///< Runs that are played to measure; 0: no estimate.
  bool json = false;
};

/// Adds `detente batch plan` below `batch`.
void add_batch_plan(CLI::App& batch, std::function<int()>& job);

/// Says how many runs a plan has, of what, and how long they may take. Returns the exit code.
int run_batch_plan(const BatchPlanOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace detente::cli
