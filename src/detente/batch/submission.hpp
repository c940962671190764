#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

/// A program that gives shards to machines. The engine of Detente knows none of them: each calls
/// `detente batch run --shard k/n`, and what is finished are files.
enum class Launcher {
  slurm,     ///< An array job: one task a shard.
  parallel,  ///< GNU parallel: one job a shard, on this machine or over ssh.
  mpi,       ///< mpirun: each rank takes every so many-th shard.
};

/// "slurm", "parallel", "mpi"; nothing for other words.
std::optional<Launcher> launcher_named(std::string_view word);

/// What is handed over.
struct Submission {
  std::string command{};  ///< Path of the detente command.
  std::string plan{};     ///< Paths as they can be opened where the shards run.
  std::string folder{};
  int shards = 1;
  std::vector<int> missing{};  ///< Shards that are not finished, rising, from 1.
  int at_once = 1;             ///< Shards that run side by side; 0: as many as there is room for.
  int threads = 1;             ///< Of each shard.
  std::vector<std::string> options{};  ///< Further words for sbatch, parallel or mpirun.
};

/// The text of a bash script that runs the missing shards: for Slurm the array job that sbatch
/// takes, else the script that waits until all have ended.
/// @pre  something is missing.
std::string script_for(Launcher launcher, const Submission& submission);

/// The line that a person would type to submit the script.
std::string submit_line(Launcher launcher, const std::string& script);

/// Numbers as `--array=` takes them: `1-5,7,9-12`.
std::string as_ranges(const std::vector<int>& numbers);

}  // namespace detente
