#include "cli/run.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/worlds.hpp"

namespace detente::cli {
namespace {

constexpr int kMostWorlds = 1'000'000;

/// The trace as a file; false if it could not be written whole.
bool write_trace(const std::string& file, const std::string& document) {
  std::ofstream stream(file, std::ios::binary);
  stream << document << '\n';
  stream.close();
  return !stream.fail();
}

}  // namespace

void add_run(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<RunOptions>();
  auto* command = app.add_subcommand("run", "Play a scenario and tell what happened");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command
      ->add_option("--worlds", options->worlds,
                   "In how many nearby worlds to try the outcome; 0 = none")
      ->check(CLI::Range(0, kMostWorlds))
      ->capture_default_str();
  command->add_option("--trace", options->trace, "Also write the trace (JSON) to this file");
  command->add_flag("--play", options->play, "Ask for the moves of human seats");
  command->footer(
      "Examples:\n"
      "  detente run scenarios/paris.yaml\n"
      "  detente run scenarios/paris.yaml --set actors.russia.walk_away=0.66 --lang uk\n"
      "  detente run scenarios/paris.yaml --json --worlds 0");
  command->callback(
      [options, &job] { job = [options] { return run_run(*options, std::cout, std::cerr); }; });
}

int run_run(const RunOptions& options, std::ostream& out, std::ostream& messages) {
  if (options.play) {
    return complain({{.code = Code::not_available, .message = "--play is not available yet"}},
                    messages);
  }
  const auto prepared = prepare(options.inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  const auto trace = simulate(prepared->scenario, prepared->run);
  if (!trace) return complain(trace.error(), messages);

  NarrationOptions narrating = narration(options.show);
  if (options.worlds > 0) {
    narrating.worlds = options.worlds;
    narrating.holds = holds(*trace->scenario, prepared->run, trace->outcome, options.worlds);
  }
  const bool documented = options.show.json || !options.trace.empty();
  const std::string document =
      documented ? to_json(*trace, narrating.holds, narrating.worlds) : std::string{};
  if (!options.trace.empty() && !write_trace(options.trace, document)) {
    messages << "detente: cannot write the trace to " << options.trace << '\n';
    return kFailed;
  }
  if (options.show.json) {
    out << document << '\n';
  } else {
    out << narrate(*trace, narrating);
  }
  return kOk;
}

}  // namespace detente::cli
