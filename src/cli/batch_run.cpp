#include <fmt/format.h>
#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "cli/batch.hpp"
#include "cli/batch_progress.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/submission.hpp"
#include "detente/core/shell_word.hpp"
#include "detente/core/text.hpp"

namespace detente::cli {
namespace {

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

/// "2026-01-06T12:00:00Z"
std::string date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string host() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

struct Shard {
  int number = 0;
  int of = 0;
};

/// "3/16"; nothing if it makes no sense.
std::optional<Shard> parse_shard(const std::string& text) {
  const std::vector<std::string> parts = split(text, '/');
  if (parts.size() != 2) return {};
  std::array<int, 2> numbers{};
  for (std::size_t part = 0; part < 2; ++part) {
    const std::string& digits = parts[part];
    const bool whole = !digits.empty() && digits.size() <= 5 &&
                       digits.find_first_not_of("0123456789") == std::string::npos;
    if (!whole) return {};
    numbers.at(part) = std::stoi(digits);
  }
  const bool sound = 1 <= numbers[0] && numbers[0] <= numbers[1] && numbers[1] <= kMostShards;
  if (!sound) return {};
  return Shard{numbers[0], numbers[1]};
}

std::string shard_fault(const std::string& text) {
  if (text.empty() || parse_shard(text)) return {};
  return fmt::format("--shard is written k/n, with 1 <= k <= n <= {}; it is '{}'", kMostShards,
                     text);
}

BatchProgress::Form form_of(const std::string& word) {
  if (word == "bar") return BatchProgress::Form::bar;
  if (word == "json") return BatchProgress::Form::json;
  return word == "none" ? BatchProgress::Form::none : BatchProgress::Form::lines;
}

int threads_of(const BatchRunOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::string folder_of(const BatchRunOptions& options) {
  return options.folder.empty() ? batch_folder(options.plan) : options.folder;
}

BatchOptions batch_options(const BatchRunOptions& options, const Stop& stop) {
  BatchOptions batch{
      .folder = folder_of(options), .threads = threads_of(options), .stop = stop, .clock = seconds};
  if (const auto shard = parse_shard(options.shard)) {
    batch.shard = shard->number;
    batch.shards = shard->of;
  }
  batch.where = {{"host", host()}, {"date", date()}, {"threads", std::int64_t{batch.threads}}};
  return batch;
}

std::string counted(const Progress& progress) {
  std::string text = fmt::format("{} of {} runs", progress.done, progress.planned);
  if (progress.failed > 0) text += fmt::format(", {} of them failed", progress.failed);
  return text;
}

/// What an ended batch says, and its exit code.
int report(const BatchEnd& end, const BatchRunOptions& options, std::ostream& out,
           std::ostream& messages) {
  const std::string folder = folder_of(options);
  const bool notes = end.kind == BatchEnd::Kind::complete || end.kind == BatchEnd::Kind::stopped;
  for (const std::string& line : end.said) {
    messages << folder << (notes ? ": note: " : ": error: ") << line << '\n';
  }
  switch (end.kind) {
    case BatchEnd::Kind::changed:
      messages << "Choose another folder with -o, or put back what was changed.\n";
      return kChanged;
    case BatchEnd::Kind::missing_shards:
      messages << "detente batch status " << shell_word(options.plan) << " -o "
               << shell_word(folder) << " --missing prints the shards to be played again.\n";
      return kFailed;
    case BatchEnd::Kind::stopped:
      messages << folder << ": stopped after " << counted(end.progress)
               << "; the same command goes on\n";
      return kInterrupted;
    case BatchEnd::Kind::complete:
      break;
  }
  const std::string what = options.shard.empty() ? folder : folder + ", shard " + options.shard;
  out << what << (end.was_complete ? ": was complete, " : ": complete, ") << counted(end.progress)
      << '\n';
  return end.progress.failed > 0 ? kFailedRuns : kOk;
}

using Conduct = BatchEnd (*)(Experiment, const BatchOptions&);

int carry_out(const BatchRunOptions& options, Conduct conduct, std::ostream& out,
              std::ostream& messages) {
  auto experiment = prepare_batch(options.plan, messages);
  if (!experiment) return complain(experiment.error(), messages);
  const Interrupt interrupt;
  BatchOptions batch = batch_options(options, interrupt.stop());
  BatchProgress progress(form_of(options.progress), messages, seconds);
  bool told = false;
  batch.progress = [&](const Progress& now) {
    told = true;
    progress.tell(now);
  };
  const BatchEnd end = conduct(std::move(experiment).value(), batch);
  if (told) progress.end(end.progress);
  return report(end, options, out, messages);
}

void add_common(CLI::App& command, BatchRunOptions& options) {
  command.add_option("plan", options.plan, "A plan: a file with schema: detente/batch/1")
      ->required();
  command.add_option("-o,--output", options.folder,
                     "The folder of results; default: the plan's name with -results");
  command
      .add_option("--progress", options.progress,
                  "bar, lines (one in 10 s), json (one object a line) or none; on stderr")
      ->check(CLI::IsMember({"bar", "lines", "json", "none"}));
}

}  // namespace

void add_batch_run(CLI::App& batch, std::function<int()>& job) {
  auto options = std::make_shared<BatchRunOptions>();
  if (isatty(STDERR_FILENO) != 0) options->progress = "bar";
  auto* command = batch.add_subcommand("run", "Play all runs of a plan, or go on where it stopped");
  add_common(*command, *options);
  command->add_option("--shard", options->shard, "k/n: only part k of n, into a file of its own")
      ->check([](const std::string& text) { return shard_fault(text); });
  add_threads(*command, options->threads);
  command->footer(
      "Examples:\n"
      "  detente batch run scenarios/batch/paris-grid.yaml -o results\n"
      "  detente batch run scenarios/batch/paris-grid.yaml -o results --shard 3/16\n"
      "It may be stopped or killed at any moment: the same command goes on.\n"
      "Exit codes: 0 all runs are there, 1 a file cannot be read or written, 3 the plan or its\n"
      "scenario is not sound, 4 all are there and some failed, 5 plan, scenario or version are "
      "not\n"
      "those that the folder was begun with, 130 stopped.");
  command->callback([options, &job] {
    job = [options] { return run_batch_run(*options, std::cout, std::cerr); };
  });
}

void add_batch_merge(CLI::App& batch, std::function<int()>& job) {
  auto options = std::make_shared<BatchRunOptions>();
  if (isatty(STDERR_FILENO) != 0) options->progress = "bar";
  auto* command = batch.add_subcommand("merge", "Make one result of all shards of a plan");
  add_common(*command, *options);
  command->footer("Exit codes: as those of batch run; 1 also if shards are missing or damaged.");
  command->callback([options, &job] {
    job = [options] { return run_batch_merge(*options, std::cout, std::cerr); };
  });
}

int run_batch_run(const BatchRunOptions& options, std::ostream& out, std::ostream& messages) {
  const std::string fault = shard_fault(options.shard);
  if (!fault.empty()) {
    messages << "detente: " << fault << '\n';
    return kUsage;
  }
  return carry_out(options, run_batch, out, messages);
}

int run_batch_merge(const BatchRunOptions& options, std::ostream& out, std::ostream& messages) {
  return carry_out(options, merge_batch, out, messages);
}

}  // namespace detente::cli
