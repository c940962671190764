#include "cli/coalitions.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "detente/report/coalition_table.hpp"
#include "detente/study/coalitions.hpp"

namespace detente::cli {

void add_coalitions(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<CoalitionsOptions>();
  auto* command =
      app.add_subcommand("coalitions", "Who could agree with whom, who blocks, who brokers");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command->add_option("--stage", options->stage, "Stage by id; default: the first");
  command
      ->add_option("--round", options->round,
                   "As it stood after this round of the run; default: at the walk-aways")
      ->check(CLI::Range(0, kMostRounds));
  command->footer("Example: detente coalitions scenarios/paris.yaml --stage settlement --round 6");
  command->callback([options, &job] {
    job = [options] { return run_coalitions(*options, std::cout, std::cerr); };
  });
}

int run_coalitions(const CoalitionsOptions& options, std::ostream& out, std::ostream& messages) {
  const auto prepared = prepare(options.inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  Diagnostics faults;
  int stage = -1;
  if (!options.stage.empty()) stage = find_stage(prepared->scenario, options.stage, faults);
  if (!faults.empty()) return complain(faults, messages);
  const auto report = coalitions(prepared->scenario, prepared->run, stage, options.round);
  if (!report) return complain(report.error(), messages);
  if (options.show.json) {
    out << to_json(prepared->scenario, *report) << '\n';
  } else {
    out << coalition_table(prepared->scenario, *report, narration(options.show));
  }
  return kOk;
}

}  // namespace detente::cli
