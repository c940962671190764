#include "cli/power.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "detente/core/parallel.hpp"
#include "detente/report/power_table.hpp"
#include "detente/study/power.hpp"

namespace detente::cli {

void add_power(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<PowerVerbOptions>();
  auto* command =
      app.add_subcommand("power", "Who is pivotal, and what coalitions are worth to whom");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command->add_option("--stage", options->stage,
                      "Stage by id; default: the votes or the game of the scenario, else the first "
                      "stage");
  command->add_flag("--normalised", options->normalised,
                    "Divide each party's gains by its largest before they are added up");
  add_threads(*command, options->threads);
  command->footer(
      "Examples:\n"
      "  detente power scenarios/paris.yaml\n"
      "  detente power scenarios/paris.yaml --stage settlement --json");
  command->callback(
      [options, &job] { job = [options] { return run_power(*options, std::cout, std::cerr); }; });
}

int run_power(const PowerVerbOptions& options, std::ostream& out, std::ostream& messages) {
  Inputs inputs = options.inputs;
  inputs.negotiates = false;
  const auto prepared = prepare(inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  PowerQuestion question{.normalised = options.normalised,
                         .threads = options.threads > 0 ? options.threads : machine_threads()};
  Diagnostics faults;
  if (!options.stage.empty()) {
    question.stage = find_stage(prepared->scenario, options.stage, faults);
  }
  if (!faults.empty()) return complain(faults, messages);
  const auto report = power(prepared->scenario, prepared->run, question);
  if (!report) return complain(report.error(), messages);
  if (options.show.json) {
    out << to_json(*report) << '\n';
  } else {
    out << power_table(*report, narration(options.show));
  }
  return kOk;
}

}  // namespace detente::cli
