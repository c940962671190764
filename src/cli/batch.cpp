#include "cli/batch.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <ostream>
#include <utility>

#include "cli/batch_plan.hpp"

namespace detente::cli {

void add_batch(CLI::App& app, std::function<int()>& job) {
  auto* batch = app.add_subcommand("batch", "Play many runs of a plan into a folder of results");
  batch->require_subcommand(1);
  add_batch_plan(*batch, job);
  add_batch_run(*batch, job);
  add_batch_status(*batch, job);
  add_batch_merge(*batch, job);
  add_batch_submit(*batch, job);
  batch->footer(
      "Examples:\n"
      "  detente batch plan scenarios/batch/paris-grid.yaml\n"
      "  detente batch run scenarios/batch/paris-grid.yaml -o results\n"
      "  detente batch status scenarios/batch/paris-grid.yaml -o results\n"
      "A batch that was stopped or killed goes on with the same command.");
}

std::string batch_folder(const std::string& plan) {
  return std::filesystem::path(plan).stem().string() + "-results";
}

Result<Experiment> prepare_batch(const std::string& plan, std::ostream& messages) {
  if (plan == "-") {
    return Diagnostics{{.code = Code::wrong_kind,
                        .message = "a plan cannot be read from the standard input: the batch must "
                                   "find it again"}};
  }
  auto loaded = load_plan(plan);
  if (!loaded) return loaded.error();
  for (const Diagnostic& remark : loaded->remarks) {
    if (remark.severity == Severity::warning) messages << to_string(remark) << '\n';
  }
  return make_experiment(std::move(loaded).value());
}

}  // namespace detente::cli
