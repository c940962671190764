#include "cli/run.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/play.hpp"
#include "cli/play_words.hpp"
#include "detente/core/document.hpp"
#include "detente/scenario/save.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/effort.hpp"
#include "detente/study/improve.hpp"
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

/// Whether a file to write is one of those that the run is made of.
bool is_input(const RunOptions& options, const std::string& file) {
  const auto same = [&](const std::string& input) {
    std::error_code none;  // a file that is not there is nobody's
    return std::filesystem::equivalent(input, file, none);
  };
  return same(options.inputs.file) ||
         std::any_of(options.inputs.overlays.begin(), options.inputs.overlays.end(), same);
}

/// Why the files to write cannot be those; empty if they can.
std::string fault_of_files(const RunOptions& options) {
  for (const std::string& file : {options.trace, options.save}) {
    if (!file.empty() && file != "-" && is_input(options, file)) {
      return "'" + file + "' is read by this run and would be lost; name another file to write";
    }
  }
  return {};
}

/// What the command line lacks to be played by people; empty if nothing.
std::string fault_of_play(const RunOptions& options, const Scenario& scenario) {
  if (options.inputs.file == "-") return "--play needs the standard input for itself";
  if (!people_of(scenario).empty()) return {};
  return "--play: nobody is played by a person; add --set actors." + scenario.actors.front().id +
         ".tactic=human";
}

/// All that was changed and played, as an overlay; false if it could not be written whole.
bool save_moves(const RunOptions& options, const Prepared& prepared) {
  Overlay overlay{.scenario = options.inputs.file};
  for (const Edit& edit : prepared.edits) {
    // an overlay cannot choose the model
    if (edit.path != "model") overlay.edits.push_back(edit);
  }
  overlay.edits.insert(overlay.edits.end(), prepared.run.edits.begin(), prepared.run.edits.end());
  overlay.moves = prepared.run.moves;
  std::ofstream stream(options.save, std::ios::binary);
  stream << to_yaml(overlay, prepared.scenario);
  stream.close();
  return !stream.fail();
}

/// Where a dialogue is held.
struct Terminal {
  std::istream& in;
  std::ostream& talk;
  std::ostream& messages;
};

/// Asks people for their moves. @returns an exit code other than kOk if there is no run to tell.
int play_it(const RunOptions& options, Prepared& prepared, const Terminal& terminal) {
  const auto end =
      play(prepared.scenario, prepared.run, narration(options.show), terminal.in, terminal.talk);
  if (!end) return complain(end.error(), terminal.messages);
  if (!options.save.empty() && !save_moves(options, prepared)) {
    terminal.messages << "detente: cannot write the moves to " << options.save << '\n';
    return kFailed;
  }
  if (!options.save.empty()) {
    terminal.talk << '\n'
                  << play_say(narration(options.show).language, "saved") << "\ndetente run "
                  << options.inputs.file << " --model " << prepared.scenario.model << " --seed "
                  << prepared.run.seed << " --overlay " << options.save << '\n';
  }
  terminal.talk << '\n';
  return *end == PlayEnd::quit ? kInterrupted : kOk;
}

/// Plays the run and tells it.
int tell(const RunOptions& options, const Prepared& prepared, std::ostream& out,
         std::ostream& messages) {
  const auto trace = simulate(prepared.scenario, prepared.run);
  if (!trace) return complain(trace.error(), messages);

  NarrationOptions narrating = narration(options.show);
  if (options.worlds > 0) {
    narrating.worlds = affordable_worlds(*trace->scenario, options.worlds);
    narrating.holds = holds(*trace->scenario, prepared.run, trace->outcome, narrating.worlds);
  }
  warn_of_moves_without_effect(prepared, *trace, messages);
  const bool as_json = options.show.json || options.trace == "-";
  const bool to_file = !options.trace.empty() && options.trace != "-";
  const bool documented = as_json || to_file;
  std::string document;
  if (documented) {
    document = with_field(to_json(*trace, narrating.holds, narrating.worlds), "improvement",
                          to_json(*trace->scenario, improve(*trace)));
    const std::string durability = durability_json(*trace);
    if (!durability.empty()) document = with_field(std::move(document), "durability", durability);
  }
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
  auto* play = command->add_flag(
      "--play", options->play, "Ask in the terminal for the moves of actors whose tactic is human");
  command->add_option("--save", options->save, "With --play: write the moves to an overlay file")
      ->needs(play);
  command->footer(
      "Examples:\n"
      "  detente run scenarios/paris.yaml\n"
      "  detente run scenarios/paris.yaml --set actors.russia.walk_away=0.66 --lang uk\n"
      "  detente run scenarios/paris.yaml --json --worlds 0\n"
      "  detente run scenarios/paris.yaml --play --set actors.us.tactic=human --save role.yaml");
  command->callback(
      [options, &job] { job = [options] { return run_run(*options, std::cout, std::cerr); }; });
}

int run_run(const RunOptions& options, std::ostream& out, std::ostream& messages) {
  return run_run(options, std::cin, out, messages);
}

int run_run(const RunOptions& options, std::istream& in, std::ostream& out,
            std::ostream& messages) {
  const std::string lost = fault_of_files(options);
  if (!lost.empty()) {
    messages << "detente: " << lost << '\n';
    return kUsage;
  }
  Inputs inputs = options.inputs;
  inputs.asks_people = options.play;
  auto ready = prepare(inputs);
  if (!ready) return complain(ready.error(), messages);
  Prepared prepared = std::move(ready).value();
  for (const Diagnostic& remark : prepared.remarks) messages << to_string(remark) << '\n';
  for (const Diagnostic& note : notes_on_unread(prepared)) messages << to_string(note) << '\n';
  if (options.play) {
    const std::string fault = fault_of_play(options, prepared.scenario);
    if (!fault.empty()) {
      messages << "detente: " << fault << '\n';
      return kUsage;
    }
    // a document has the standard output for itself
    const bool talks_aside = options.show.json || options.trace == "-";
    const int code = play_it(options, prepared, {in, talks_aside ? messages : out, messages});
    if (code != kOk) return code;
  }
  return tell(options, prepared, out, messages);
}

}  // namespace detente::cli
