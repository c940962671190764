#include "cli/batch_plan.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/batch.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "detente/batch/plan_summary.hpp"

namespace detente::cli {
namespace {

constexpr int kMostPilots = 100'000;
constexpr double kPilotSeconds = 1.0;  // nobody waits longer for an estimate

double now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

}  // namespace

void add_batch_plan(CLI::App& batch, std::function<int()>& job) {
  auto options = std::make_shared<BatchPlanOptions>();
  auto* command = batch.add_subcommand("plan", "Check a plan; say how many runs it has");
  command->add_option("plan", options->plan, "A batch plan")->required();
  add_threads(*command, options->threads);
  command
      ->add_option("--pilot", options->pilot,
                   "How many runs to play for the estimate, within a second; 0 = none")
      ->check(CLI::Range(0, kMostPilots))
      ->capture_default_str();
  command->add_flag("--json", options->json, "One JSON document instead of text");
  command->footer("Example: detente batch plan scenarios/batch/paris-grid.yaml");
  command->callback([options, &job] {
    job = [options] { return run_batch_plan(*options, std::cout, std::cerr); };
  });
}

int run_batch_plan(const BatchPlanOptions& options, std::ostream& out, std::ostream& messages) {
  const auto experiment = prepare_batch(options.plan, messages);
  if (!experiment) return complain(experiment.error(), messages);
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const int threads = options.threads > 0 ? options.threads : std::max(cores, 1);
  const Pilot pilot = play_pilot(*experiment, options.pilot, kPilotSeconds, now);
  const PlanSummary summary = summary_of(*experiment, pilot, threads);
  if (options.json) {
    out << plan_json(*experiment, summary) << '\n';
  } else {
    out << plan_text(*experiment, summary);
  }
  return kOk;
}

}  // namespace detente::cli
