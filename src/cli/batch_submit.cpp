#include <sys/wait.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/batch.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/status.hpp"
#include "detente/batch/submission.hpp"

namespace detente::cli {
namespace {

constexpr int kNotFound = 127;  // what a shell answers where a program is not there

/// How many parts: as asked for, as the folder was begun, or as the plan would have them.
int shards_of(const BatchSubmitOptions& options, const Experiment& experiment,
              const std::string& folder) {
  if (options.shards > 0) return options.shards;
  const BatchStatus status = status_of(experiment, folder);
  if (!status.shards.empty()) return static_cast<int>(status.shards.size());
  const std::int64_t size = experiment.loaded.plan.shard_size;
  return static_cast<int>(
      std::clamp<std::int64_t>((experiment.runs + size - 1) / size, 1, kMostShards));
}

/// Begins the folder with so many shards, or finds that it was. @returns why not; mostly empty.
std::string begin(const Experiment& experiment, const std::string& folder, int shards) {
  const BatchEnd begun = begin_batch(experiment, {.folder = folder, .shards = shards});
  return begun.kind == BatchEnd::Kind::changed ? begun.said.front() : std::string{};
}

std::string absolute(const std::string& path) {
  return std::filesystem::absolute(path).lexically_normal().string();
}

/// @throws std::exception  if the folder cannot be made.
bool write_script(const std::string& file, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(file).parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  return !stream.fail();
}

int unfinished_batch(const std::string& folder, const std::vector<int>& missing,
                     std::ostream& messages) {
  messages << folder << ": not finished: shards " << as_ranges(missing)
           << "; the same command hands them out again\n";
  return kFailed;
}

/// Runs the script and waits; what has become of the shards counts, not what the launcher says.
int launch(const std::string& line, const Experiment& experiment, const std::string& folder,
           std::ostream& out, std::ostream& messages) {
  const int answer = std::system(line.c_str());
  const int code = WIFEXITED(answer) ? WEXITSTATUS(answer) : 128 + WTERMSIG(answer);
  if (code == kNotFound) {
    messages << "detente: the program that hands the shards out is not installed: " << line << '\n';
    return kFailed;
  }
  if (code == kInterrupted) return kInterrupted;
  const BatchStatus status = status_of(experiment, folder);
  const std::vector<int> missing = unfinished(status);
  if (!missing.empty()) return unfinished_batch(folder, missing, messages);
  out << folder << ": all shards are there; batch merge makes one result of them\n";
  return status.progress.failed > 0 ? kFailedRuns : kOk;
}

/// Only hands the script over: the shards are played when there is room for them.
int queue(const std::string& line, std::ostream& messages) {
  const int answer = std::system(line.c_str());
  if (WIFEXITED(answer) && WEXITSTATUS(answer) == 0) return kOk;
  messages << "detente: this failed: " << line << '\n';
  return kFailed;
}

}  // namespace

void add_batch_submit(CLI::App& batch, std::function<int()>& job) {
  auto options = std::make_shared<BatchSubmitOptions>();
  auto* command = batch.add_subcommand("submit", "Hand the shards of a batch to other programs");
  command->add_option("plan", options->plan, "A plan: a file with schema: detente/batch/1")
      ->required();
  command->add_option("-o,--output", options->folder,
                      "The folder of results; default: the plan's name with -results");
  command
      ->add_option("--engine", options->engine,
                   "slurm: an array job; parallel: GNU parallel; mpi: mpirun")
      ->required()
      ->check(CLI::IsMember({"slurm", "parallel", "mpi"}));
  command
      ->add_option("--shards", options->shards,
                   "How many parts the batch is cut into; default: of shard_size runs each")
      ->check(CLI::Range(1, kMostShards));
  command
      ->add_option("--at-once", options->at_once,
                   "Shards that run side by side; default: one for each core, in Slurm any number")
      ->check(CLI::Range(1, kMostShards));
  command->add_option("--threads", options->threads, "Threads of each shard")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command->add_option("--option", options->options,
                      "A further word for sbatch, parallel or mpirun: --option=--partition=long");
  command->add_flag("--dry-run", options->dry_run,
                    "Only write the script, and say how to start it");
  command->footer(
      "Only shards that are not finished are handed out, so the same command mends a batch of\n"
      "which machines died. Afterwards: detente batch merge PLAN -o DIR.\n"
      "Example: detente batch submit plan.yaml -o results --engine slurm --shards 64\n"
      "See docs/cluster.md.");
  command->callback([options, &job] {
    job = [options] { return run_batch_submit(*options, std::cout, std::cerr); };
  });
}

int run_batch_submit(const BatchSubmitOptions& options, std::ostream& out, std::ostream& messages) {
  const auto experiment = prepare_batch(options.plan, messages);
  if (!experiment) return complain(experiment.error(), messages);
  const std::string folder =
      absolute(options.folder.empty() ? batch_folder(options.plan) : options.folder);
  const int shards = shards_of(options, *experiment, folder);
  const std::string fault = begin(*experiment, folder, shards);
  if (!fault.empty()) {
    messages << folder << ": error: " << fault << '\n';
    return kChanged;
  }
  const Launcher launcher = *launcher_named(options.engine);
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const bool queued = launcher == Launcher::slurm;
  const Submission submission{.command = std::filesystem::read_symlink("/proc/self/exe").string(),
                              .plan = absolute(options.plan),
                              .folder = folder,
                              .shards = shards,
                              .missing = unfinished(status_of(*experiment, folder)),
                              .at_once = options.at_once > 0 || queued ? options.at_once : cores,
                              .threads = options.threads,
                              .options = options.options};
  if (submission.missing.empty()) {
    out << folder << ": all shards are there; batch merge makes one result of them\n";
    return kOk;
  }
  const std::string script = folder + "/submit-" + options.engine + ".sh";
  if (!write_script(script, script_for(launcher, submission))) {
    messages << "detente: cannot write " << script << '\n';
    return kFailed;
  }
  const std::string line = submit_line(launcher, script);
  (options.dry_run ? out : messages) << line << '\n';
  if (options.dry_run) return kOk;
  return queued ? queue(line, messages) : launch(line, *experiment, folder, out, messages);
}

}  // namespace detente::cli
