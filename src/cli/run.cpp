#include "cli/run.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
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

/// Whether an offer was tabled by the move's actor and as the move names it.
bool fits(const TraceOffer& offer, const Move& move) {
  const bool by_actor = std::count(offer.by.begin(), offer.by.end(), move.actor) > 0;
  return by_actor && std::all_of(move.offer.begin(), move.offer.end(), [&](const auto& choice) {
           return offer.package[choice.first] == choice.second;
         });
}

bool was_tabled(const Move& move, const Trace& trace) {
  for (const TraceStage& stage : trace.stages) {
    const bool here = trace.scenario->stages[stage.stage].id == move.at.stage;
    if (!here || move.at.round >= std::ssize(stage.rounds)) continue;
    const auto& offers = stage.rounds[move.at.round].offers;
    return std::any_of(offers.begin(), offers.end(),
                       [&](const TraceOffer& offer) { return fits(offer, move); });
  }
  return false;
}

/// An offer that the actor's bloc does not share, or whose round was not played, is not tabled.
void warn_of_moves_without_effect(const Prepared& prepared, const Trace& trace,
                                  std::ostream& messages) {
  for (const Move& move : prepared.run.moves) {
    if (move.kind != Move::Kind::offer || was_tabled(move, trace)) continue;
    messages << to_string({.severity = Severity::warning,
                           .code = Code::no_effect,
                           .message = "the offer of '" + prepared.scenario.actors[move.actor].id +
                                      "' in round " + std::to_string(move.at.round) + " of '" +
                                      move.at.stage + "' was not tabled",
                           .hint = "a bloc tables only what each member accepts at that moment"})
             << '\n';
  }
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
  command->add_option("--trace", options->trace,
                      "Also write the trace (JSON) to this file; - writes it instead of the text");
  command->add_flag("--play", options->play,
                    "Ask for the moves of human seats (not available yet)");
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
  warn_of_moves_without_effect(*prepared, *trace, messages);
  const bool as_json = options.show.json || options.trace == "-";
  const bool to_file = !options.trace.empty() && options.trace != "-";
  const bool documented = as_json || to_file;
  const std::string document =
      documented ? to_json(*trace, narrating.holds, narrating.worlds) : std::string{};
  if (to_file && !write_trace(options.trace, document)) {
    messages << "detente: cannot write the trace to " << options.trace << '\n';
    return kFailed;
  }
  if (as_json) {
    out << document << '\n';
  } else {
    out << narrate(*trace, narrating);
  }
  return kOk;
}

}  // namespace detente::cli
