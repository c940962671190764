#include "cli/forecast.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "detente/report/forecast_table.hpp"
#include "detente/study/forecast.hpp"

namespace detente::cli {
namespace {

constexpr int kMostRuns = 1'000'000;

/// A forecast plays several models, and settings of any of them are paths like all others.
void take_models(CLI::App& command, std::vector<std::string>& models) {
  for (const char* const name : {"--model", "--param"}) {
    command.remove_option(command.get_option(name));
  }
  command
      .add_option("--model", models,
                  "A model of negotiation to play (see `detente models`); repeat it for several; "
                  "default: coalition and offers")
      ->take_all()
      ->expected(1);
}

}  // namespace

void add_forecast(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<ForecastVerbOptions>();
  auto* command = app.add_subcommand(
      "forecast", "What follows from the assumptions: outcome shares over what is uncertain");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  take_models(*command, options->models);
  command->add_option("--runs", options->runs, "Draws of what is uncertain, for each model")
      ->check(CLI::Range(1, kMostRuns))
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  detente forecast scenarios/paris.yaml\n"
      "  detente forecast scenarios/paris.yaml --runs 10000 --model offers --json");
  command->callback([options, &job] {
    job = [options] {
      const Interrupt interrupt;
      return run_forecast(*options, std::cout, std::cerr, interrupt.stop());
    };
  });
}

int run_forecast(const ForecastVerbOptions& options, std::ostream& out, std::ostream& messages,
                 const Stop& stop) {
  const auto prepared = prepare(options.inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  ForecastOptions wanted{.runs = options.runs, .settings = prepared->edits};
  if (!options.models.empty()) wanted.models = options.models;
  const auto result = forecast(prepared->scenario, prepared->run, wanted, stop);
  if (!result && stop.asked()) return kInterrupted;
  if (!result) return complain(result.error(), messages);
  if (options.show.json) {
    out << to_json(*result) << '\n';
  } else {
    out << forecast_table(*result, narration(options.show));
  }
  return result->failed == 0 ? kOk : kFailedRuns;
}

}  // namespace detente::cli
