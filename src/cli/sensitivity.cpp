#include "cli/sensitivity.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/batch/results.hpp"
#include "detente/batch/sensitivity.hpp"
#include "detente/core/text.hpp"
#include "detente/report/sensitivity_table.hpp"

namespace detente::cli {
namespace {

constexpr int kMostBins = 100;
constexpr int kMostResamples = 100'000;

Diagnostics no_store(const std::string& given, std::string why) {
  return {{.code = Code::cannot_open,
           .where = {.file = given},
           .message = std::move(why),
           .hint = "expected a folder that `detente batch run` has written, or its results.sqlite "
                   "or runs.csv"}};
}

/// What a store holds: a folder, or the folder that one of its files lies in. Diagnostics name what
/// was given.
Result<Results> read_store(const std::string& store) {
  std::error_code none;
  const std::filesystem::path path(store);
  if (!std::filesystem::exists(path, none))
    return no_store(store, "there is no such file or folder");
  const bool is_folder = std::filesystem::is_directory(path, none);
  const auto name = path.filename();
  if (!is_folder && name != "results.sqlite" && name != "runs.csv") {
    return no_store(store, "this file does not hold the results of a batch");
  }
  std::string folder = is_folder ? store : path.parent_path().string();
  if (folder.empty()) folder = ".";
  auto results = read_results(folder);
  if (results) return results;
  const Diagnostic& first = results.error().front();
  if (first.code != Code::cannot_open) return results.error();
  return no_store(store, is_folder ? first.message : "in its folder: " + first.message);
}

/// All of them, and that the store is not one: nothing here is a file that cannot be opened.
int refuse(const Diagnostics& diagnostics, std::ostream& messages) {
  for (const Diagnostic& one : diagnostics) messages << to_string(one) << '\n';
  return kInvalid;
}

}  // namespace

void add_sensitivity(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<SensitivityVerbOptions>();
  auto* command = app.add_subcommand(
      "sensitivity", "What matters in a batch: tornado, variance shares, thresholds, outcome map");
  command->add_option("store", options->store, "A folder that `detente batch run` has written")
      ->required();
  add_show(*command, options->show);
  command
      ->add_option("--metric", options->metrics,
                   "A metric, a pattern such as 'utility.*', or NAME=WORD; repeat it for several; "
                   "default: agreed and all utilities")
      ->take_all()
      ->expected(1);
  command->add_option("--map", options->map, "Outcome shares by two columns: X,Y");
  command->add_option("--bins", options->bins, "Bins of a map along a column with many values")
      ->check(CLI::Range(1, kMostBins))
      ->capture_default_str();
  command->add_option("--resamples", options->resamples, "Bootstrap samples behind an interval")
      ->check(CLI::Range(1, kMostResamples))
      ->capture_default_str();
  add_seed(*command, options->seed);
  command->get_option("--seed")->description("Seed of the bootstrap; default: 1");
  command->footer(
      "Examples:\n"
      "  detente sensitivity paris-results\n"
      "  detente sensitivity paris-results --metric agreed --map "
      "actors.russia.walk_away,actors.us.walk_away");
  command->callback([options, &job] {
    job = [options] { return run_sensitivity(*options, std::cout, std::cerr); };
  });
}

int run_sensitivity(const SensitivityVerbOptions& options, std::ostream& out,
                    std::ostream& messages) {
  SensitivityOptions wanted{.metrics = options.metrics,
                            .bins = options.bins,
                            .seed = options.seed.value_or(1),
                            .resamples = options.resamples};
  if (!options.map.empty()) {
    const auto axes = split(options.map, ',');
    if (axes.size() != 2 || axes[0].empty() || axes[1].empty()) {
      messages << "detente: --map " << options.map << ": must be two columns, X,Y\n";
      return kUsage;
    }
    wanted.map = {axes[0], axes[1]};
  }
  const auto results = read_store(options.store);
  if (!results) return refuse(results.error(), messages);
  if (results->rows() == 0) {
    return refuse({{.code = Code::too_few,
                    .where = {.file = results->folder},
                    .message = "no run of this batch is there yet"}},
                  messages);
  }
  const auto result = sensitivity(*results, wanted);
  if (!result) return refuse(result.error(), messages);
  if (options.show.json) {
    out << to_json(*result) << '\n';
  } else {
    out << sensitivity_table(*result, narration(options.show));
  }
  return kOk;
}

}  // namespace detente::cli
