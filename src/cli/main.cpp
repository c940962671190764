#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/batch.hpp"
#include "cli/check.hpp"
#include "cli/coalitions.hpp"
#include "cli/compare.hpp"
#include "cli/convert.hpp"
#include "cli/exit_code.hpp"
#include "cli/explain.hpp"
#include "cli/forecast.hpp"
#include "cli/later.hpp"
#include "cli/models.hpp"
#include "cli/power.hpp"
#include "cli/run.hpp"
#include "cli/schema.hpp"
#include "cli/sensitivity.hpp"
#include "cli/solutions.hpp"
#include "cli/stability.hpp"
#include "cli/ui.hpp"
#include "cli/usage.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/version.hpp"

namespace cli = detente::cli;

namespace {

int run(int argc, char** argv) {
  CLI::App app{"detente: simulate and analyse diplomatic negotiations", "detente"};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(detente::version()));
  app.footer(
      "Examples:\n"
      "  detente run scenarios/paris.yaml\n"
      "  detente explain scenarios/paris.yaml\n"
      "  detente check scenarios/paris.yaml\n"
      "Exit codes: 0 ok, 1 internal or I/O error, 2 usage, 3 invalid input, 4 a batch with failed\n"
      "runs, 5 a batch that was begun with something else, 130 interrupted.");
  std::function<int()> job;
  cli::add_run(app, job);
  cli::add_explain(app, job);
  cli::add_compare(app, job);
  cli::add_check(app, job);
  cli::add_coalitions(app, job);
  cli::add_solutions(app, job);
  cli::add_stability(app, job);
  cli::add_power(app, job);
  cli::add_batch(app, job);
  cli::add_sensitivity(app, job);
  cli::add_forecast(app, job);
  cli::add_convert(app, job);
  cli::add_models(app, job);
  cli::add_schema(app, job);
  cli::add_ui(app, job);
  cli::add_later(app, job);
  const auto arguments = cli::with_help_as_option(std::vector<std::string>(argv + 1, argv + argc));
  try {
    // it takes them from the back
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& fault) {
    return cli::report_usage(app, arguments, fault, std::cout, std::cerr);
  }
  const int code = job();
  // what did not get out, to a full disk say, is not a result
  if (!std::cout.flush()) throw std::runtime_error("cannot write the result");
  return code;
}

}  // namespace

int main(int argc, char** argv) try {
  return run(argc, argv);
} catch (const detente::ContractViolation& bug) {
  std::cerr << "detente: internal error, please report it: " << bug.what() << '\n';
  return cli::kFailed;
} catch (const std::exception& error) {
  std::cerr << "detente: " << error.what() << '\n';
  return cli::kFailed;
}
