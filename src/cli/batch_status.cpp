#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/batch.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/batch/status.hpp"

namespace detente::cli {
namespace {

/// With more shards, those that are done are not listed.
constexpr std::size_t kListed = 40;

const char* word_of(ShardStatus::Kind kind) {
  static constexpr std::array kWords{"missing", "partial", "damaged", "done"};
  return kWords.at(static_cast<std::size_t>(kind));
}

/// "3,7,11", or the runs that are not done: "4000-99999".
std::string missing_text(const BatchStatus& status) {
  std::string text;
  for (const int shard : unfinished(status)) {
    if (!text.empty()) text += ',';
    text += std::to_string(shard);
  }
  if (!status.shards.empty() || status.progress.done == status.progress.planned) return text;
  return fmt::format("{}-{}", status.next_run(), status.progress.planned - 1);
}

void print_shards(const BatchStatus& status, std::ostream& out) {
  if (status.shards.empty()) return;
  const bool all = status.shards.size() <= kListed;
  out << fmt::format("{:>7}  {:<8} {:>10} {:>10} {:>10}\n", "shard", "state", "done", "planned",
                     "failed");
  for (const ShardStatus& shard : status.shards) {
    if (!all && shard.kind == ShardStatus::Kind::done) continue;
    out << fmt::format("{:>7}  {:<8} {:>10} {:>10} {:>10}\n", shard.shard, word_of(shard.kind),
                       shard.progress.done, shard.progress.planned, shard.progress.failed);
  }
}

void print(const BatchStatus& status, const std::string& folder, std::ostream& out) {
  const Progress& progress = status.progress;
  out << fmt::format("{}: {} of {} runs done, {} failed\n", folder, progress.done, progress.planned,
                     progress.failed);
  print_shards(status, out);
  if (status.sealed) {
    out << "complete: runs.csv, results.sqlite and manifest.json are there\n";
  } else if (status.shards.empty()) {
    out << "to go on: detente batch run\n";
  } else if (unfinished(status).empty()) {
    out << "all shards are there: detente batch merge makes one result of them\n";
  } else {
    out << "to be played: --shard k/" << status.shards.size() << " for k = " << missing_text(status)
        << '\n';
  }
}

nlohmann::ordered_json shards_json(const BatchStatus& status) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ShardStatus& shard : status.shards) {
    list.push_back({{"shard", shard.shard},
                    {"state", word_of(shard.kind)},
                    {"planned", shard.progress.planned},
                    {"done", shard.progress.done},
                    {"failed", shard.progress.failed}});
  }
  return list;
}

void print_json(const BatchStatus& status, const std::string& folder, std::ostream& out) {
  const nlohmann::ordered_json json{
      {"schema", "detente/batch-status/1"}, {"folder", folder},
      {"planned", status.progress.planned}, {"done", status.progress.done},
      {"failed", status.progress.failed},   {"complete", status.sealed},
      {"missing", missing_text(status)},    {"shards", shards_json(status)},
      {"changes", status.changes}};
  out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

void add_batch_status(CLI::App& batch, std::function<int()>& job) {
  auto options = std::make_shared<BatchStatusOptions>();
  auto* command = batch.add_subcommand("status", "Say how far a batch is, and what is missing");
  command->add_option("plan", options->plan, "A plan: a file with schema: detente/batch/1")
      ->required();
  command->add_option("-o,--output", options->folder,
                      "The folder of results; default: the plan's name with -results");
  command->add_flag("--missing", options->missing,
                    "Print only the shards that are not done: 3,7,11; without shards, the runs");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->footer(
      "Example: sbatch --array=$(detente batch status PLAN -o DIR --missing) job.sh\n"
      "Exit codes: 0, 3 the plan is not sound, 5 it is not that of the folder.");
  command->callback([options, &job] {
    job = [options] { return run_batch_status(*options, std::cout, std::cerr); };
  });
}

int run_batch_status(const BatchStatusOptions& options, std::ostream& out, std::ostream& messages) {
  const auto experiment = prepare_batch(options.plan, messages);
  if (!experiment) return complain(experiment.error(), messages);
  const std::string folder = options.folder.empty() ? batch_folder(options.plan) : options.folder;
  const BatchStatus status = status_of(*experiment, folder);
  if (options.json) print_json(status, folder, out);
  for (const std::string& line : status.changes) messages << folder << ": error: " << line << '\n';
  if (!status.changes.empty()) return kChanged;
  if (options.json) return kOk;
  if (options.missing) {
    const std::string text = missing_text(status);
    if (!text.empty()) out << text << '\n';
  } else {
    print(status, folder, out);
  }
  return kOk;
}

}  // namespace detente::cli
