#include "cli/solutions.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "detente/core/document.hpp"
#include "detente/report/solution_table.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/solutions.hpp"

namespace detente::cli {

void add_solutions(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<SolutionsOptions>();
  auto* command =
      app.add_subcommand("solutions", "What would be fair or efficient: frontier and points");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command->add_option("--stage", options->stage, "Stage by id; default: the first");
  command->footer(
      "Examples:\n"
      "  detente solutions scenarios/paris.yaml\n"
      "  detente solutions scenarios/paris.yaml --stage settlement --json");
  command->callback([options, &job] {
    job = [options] { return run_solutions(*options, std::cout, std::cerr); };
  });
}

int run_solutions(const SolutionsOptions& options, std::ostream& out, std::ostream& messages) {
  const auto prepared = prepare(options.inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  Diagnostics faults;
  int stage = -1;
  if (!options.stage.empty()) stage = find_stage(prepared->scenario, options.stage, faults);
  if (!faults.empty()) return complain(faults, messages);
  const auto report = solutions(prepared->scenario, prepared->run, stage);
  if (!report) return complain(report.error(), messages);
  if (options.show.json) {
    std::string document = to_json(*report);
    const std::string durability =
        durability_json(*report->scenario, *report->tables, report->solved.frontier);
    if (!durability.empty()) document = with_field(std::move(document), "durability", durability);
    out << document << '\n';
  } else {
    out << solution_table(*report, narration(options.show));
  }
  return kOk;
}

}  // namespace detente::cli
