#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/batch.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/status.hpp"
#include "detente/batch/submission.hpp"
#include "detente/core/shell_word.hpp"

namespace detente::cli {
namespace {

/// With more shards, those that are done are not listed.
constexpr std::size_t kListed = 40;

const char* word_of(ShardStatus::Kind kind) {
  static constexpr std::array kWords{"missing", "partial", "damaged", "done"};
  return kWords.at(static_cast<std::size_t>(kind));
}

/// "3,7,11", or "1-2000" where none has begun of those that were asked for; without shards the runs
/// that are not done: "4000-99999".
std::string missing_text(const BatchStatus& status, int shards) {
  if (status.sealed) return {};
  const auto is_missing = [](const ShardStatus& shard) {
    return shard.kind == ShardStatus::Kind::missing;
  };
  const auto& all = status.shards;
  if (shards > 1 && !all.empty() && std::all_of(all.begin(), all.end(), is_missing)) {
    return fmt::format("1-{}", shards);
  }
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

void print(const BatchStatus& status, const BatchStatusOptions& options, std::ostream& out) {
  const std::string& folder = options.folder;
  const std::string files = shell_word(options.plan) + " -o " + shell_word(folder);
  const Progress& progress = status.progress;
  out << fmt::format("{}: {} of {} runs done, {} failed\n", folder, progress.done, progress.planned,
                     progress.failed);
  print_shards(status, out);
  if (status.sealed) {
    out << "complete: runs.csv, results.sqlite and manifest.json are there\n";
  } else if (status.shards.empty()) {
    out << "to go on: detente batch run " << files << '\n';
  } else if (unfinished(status).empty()) {
    out << "all shards are there: detente batch merge " << files << " makes one result of them\n";
  } else {
    out << "to be played: detente batch run " << files << " --shard k/" << status.shards.size()
        << " for k = " << missing_text(status, options.shards) << '\n';
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

void print_json(const BatchStatus& status, const BatchStatusOptions& options, std::ostream& out) {
  const nlohmann::ordered_json json{{"schema", "detente/batch-status/1"},
                                    {"folder", options.folder},
                                    {"planned", status.progress.planned},
                                    {"done", status.progress.done},
                                    {"failed", status.progress.failed},
                                    {"complete", status.sealed},
                                    {"missing", missing_text(status, options.shards)},
                                    {"shards", shards_json(status)},
                                    {"changes", status.changes}};
  out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

/// Says on the messages what stands at the place of the folder, if it is no folder; false if that
/// is a fault.
bool look_at(const std::string& folder, std::ostream& messages) {
  std::error_code fault;
  const auto kind = std::filesystem::status(folder, fault).type();
  if (kind == std::filesystem::file_type::not_found) {
    messages << folder << " is not there: nothing has been played\n";
  } else if (kind != std::filesystem::file_type::directory) {
    messages << folder << ": error: "
             << (kind == std::filesystem::file_type::none ? fault.message() : "it is no folder")
             << '\n';
    return false;
  }
  return true;
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
  command
      ->add_option("--shards", options->shards,
                   "Into how many it is to be cut, for a folder that has none yet: 1-N is missing")
      ->check(CLI::Range(1, kMostShards));
  command->footer(
      "Example: sbatch --array=$(detente batch status PLAN -o DIR --missing --shards 2000) job.sh\n"
      "Exit codes: 0, 1 a file cannot be read, 3 the plan is not sound, 5 plan, scenario, version\n"
      "or number of shards are not those that the folder was begun with.");
  command->callback([options, &job] {
    job = [options] { return run_batch_status(*options, std::cout, std::cerr); };
  });
}

int run_batch_status(const BatchStatusOptions& asked, std::ostream& out, std::ostream& messages) {
  BatchStatusOptions options = asked;
  if (options.folder.empty()) options.folder = batch_folder(options.plan);
  const auto experiment = prepare_batch(options.plan, messages);
  if (!experiment) return complain(experiment.error(), messages);
  if (!look_at(options.folder, messages)) return kFailed;
  const BatchStatus status = status_of(*experiment, options.folder, options.shards);
  if (options.json) print_json(status, options, out);
  for (const std::string& line : status.changes) {
    messages << options.folder << ": error: " << line << '\n';
  }
  if (!status.changes.empty()) return kChanged;
  if (options.json) return kOk;
  if (options.missing) {
    const std::string text = missing_text(status, options.shards);
    if (!text.empty()) out << text << '\n';
  } else {
    print(status, options, out);
  }
  return kOk;
}

}  // namespace detente::cli
