#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "detente/batch/experiment.hpp"
#include "detente/core/result.hpp"

namespace detente::cli {

/// Adds `detente batch` with its own commands: plan, run, status, merge, submit.
void add_batch(CLI::App& app, std::function<int()>& job);

// Each adds one of them below `batch`.
void add_batch_run(CLI::App& batch, std::function<int()>& job);
void add_batch_status(CLI::App& batch, std::function<int()>& job);
void add_batch_merge(CLI::App& batch, std::function<int()>& job);
void add_batch_submit(CLI::App& batch, std::function<int()>& job);

struct BatchRunOptions {
  std::string plan{};
  std::string folder{};            ///< Empty: batch_folder().
  std::string shard{};             ///< "k/n", or empty.
  int threads = 0;                 ///< 0: as many as the machine has.
  std::string progress = "lines";  ///< bar, lines, json or none.
};

/// Plays what a batch folder does not hold yet. Returns the process exit code.
int run_batch_run(const BatchRunOptions& options, std::ostream& out, std::ostream& messages);

/// Makes one result of all shards. `shard` and `threads` have no say.
int run_batch_merge(const BatchRunOptions& options, std::ostream& out, std::ostream& messages);

struct BatchStatusOptions {
  std::string plan{};
  std::string folder{};
  bool missing = false;  ///< Only what is still to be done, on one line.
  bool json = false;     ///< `detente/batch-status/1`
  int shards = 0;        ///< Into how many it is to be cut; 0: as it was begun.
};

/// Says how far a batch is.
int run_batch_status(const BatchStatusOptions& options, std::ostream& out, std::ostream& messages);

struct BatchSubmitOptions {
  std::string plan{};
  std::string folder{};
  std::string engine{};  ///< slurm, parallel or mpi.
  int shards = 0;        ///< 0: as the folder was begun, else by the plan's shard_size.
  int at_once = 0;       ///< 0: one for each core; in Slurm any number.
  int threads = 1;
  std::vector<std::string> options{};
  bool dry_run = false;
};

/// Hands the shards that are not finished to another program.
int run_batch_submit(const BatchSubmitOptions& options, std::ostream& out, std::ostream& messages);

/// Where the results of a plan go if nothing else is said: its name with `-results`, right here.
std::string batch_folder(const std::string& plan);

/// Reads a plan and makes it ready; warnings go to `messages`.
Result<Experiment> prepare_batch(const std::string& plan, std::ostream& messages);

}  // namespace detente::cli
