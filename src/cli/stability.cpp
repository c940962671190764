#include "cli/stability.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/places.hpp"
#include "detente/core/parallel.hpp"
#include "detente/core/text.hpp"
#include "detente/report/stability_table.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/stability.hpp"

namespace detente::cli {
namespace {

constexpr int kMostStates = 1 << 24;
/// Beyond these it may take more than some seconds: coalitions times states, actors times states
/// whose rankings are changed, states.
constexpr double kManySteps = 1 << 22;
constexpr double kManySwapped = 1 << 14;
constexpr double kManyStates = 1 << 23;

constexpr std::array kSanctions{Sanctions::legal, Sanctions::once, Sanctions::direct};

std::optional<Concept> find_concept(const std::string& name) {
  const auto* const found = std::find_if(kConcepts.begin(), kConcepts.end(), [&](Concept solution) {
    return concept_name(solution) == name;
  });
  if (found == kConcepts.end()) return {};
  return *found;
}

std::vector<Concept> concepts_of(const StabilityVerbOptions& options) {
  std::vector<Concept> concepts;
  for (const Concept solution : kConcepts) {
    const auto& names = options.concepts;
    const bool asked = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return find_concept(name) == solution;
    });
    if (asked) concepts.push_back(solution);
  }
  return concepts;
}

Sanctions sanctions_of(const StabilityVerbOptions& options) {
  for (const Sanctions sanctions : kSanctions) {
    if (sanctions_name(sanctions) == options.sanctions) return sanctions;
  }
  return Sanctions::legal;
}

int threads_of(const StabilityVerbOptions& options) {
  return options.threads > 0 ? options.threads : machine_threads();
}

/// Makes the edits of overlays that hold from the start; a conflict has no rounds for the others.
Diagnostics settle(Prepared& prepared, std::ostream& messages) {
  Diagnostics faults;
  for (const Edit& edit : prepared.run.edits) {
    if (edit.at) {
      messages << to_string({.severity = Severity::warning,
                             .code = Code::no_effect,
                             .path = edit.path,
                             .message = "a change in a later round has no effect on stability"})
               << '\n';
      continue;
    }
    auto changed = apply(prepared.scenario, edit);
    if (changed) {
      prepared.scenario = std::move(changed).value();
    } else {
      faults.insert(faults.end(), changed.error().begin(), changed.error().end());
    }
  }
  return faults;
}

Diagnostics fault(Code code, std::string message, std::string hint = {}) {
  return {{.code = code, .message = std::move(message), .hint = std::move(hint)}};
}

/// The place among those who move of an actor by id.
Result<int> find_mover(const StabilityReport& report, const std::string& id) {
  std::vector<std::string> known;
  for (std::size_t mover = 0; mover < report.movers.size(); ++mover) {
    known.push_back(report.scenario->actors[report.movers[mover]].id);
    if (known.back() == id) return static_cast<int>(mover);
  }
  return fault(Code::unknown_id, "no actor '" + id + "' takes part in the conflict",
               did_you_mean(id, known));
}

Result<StateIndex> find_state_of(const StabilityReport& report, const std::string& text) {
  const auto state = find_state(report, text);
  if (state) return *state;
  const Conflict& conflict = *report.conflict;
  if (conflict.is_graph()) {
    return fault(Code::unknown_id, "no state '" + text + '\'',
                 "write the number of a state, or its id");
  }
  const std::string letters =
      "Y" + std::string(static_cast<std::size_t>(conflict.options - 1), 'N');
  return fault(Code::unknown_id, "no feasible state '" + text + '\'',
               "write the code of a feasible one, or a letter for each option, such as " + letters +
                   "; --states lists them");
}

/// Tells beforehand of what may take long, so that nobody takes it for a hang.
void warn_of_work(const Conflict& conflict, bool coalitions, bool robustness,
                  std::ostream& messages) {
  const auto states = static_cast<double>(conflict.feasible.count());
  const auto groups = static_cast<double>(std::uint64_t{1} << std::min(conflict.actors, 30));
  const bool long_groups = coalitions && states * groups > kManySteps;
  const bool long_swaps = robustness && states * conflict.actors > kManySwapped;
  if (!long_groups && !long_swaps && states <= kManyStates) return;
  messages << "detente: " << conflict.feasible.count() << " states, " << conflict.actors
           << " actors: this may take minutes; Ctrl-C ends it\n";
}

/// Why a state is stable for one actor, or for all of them.
int show_certificates(const StabilityVerbOptions& options, const StabilityReport& report,
                      std::ostream& out, std::ostream& messages) {
  StateIndex state = report.status_quo;
  if (!options.state.empty()) {
    const auto found = find_state_of(report, options.state);
    if (!found) return complain(found.error(), messages);
    state = *found;
  }
  int only = -1;
  if (!options.actor.empty()) {
    const auto found = find_mover(report, options.actor);
    if (!found) return complain(found.error(), messages);
    only = *found;
  }
  std::vector<Concept> concepts = concepts_of(options);
  if (concepts.empty()) concepts.assign(kConcepts.begin(), kConcepts.end());
  std::vector<Certificate> certificates;
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    if (only >= 0 && actor != only) continue;
    for (const Concept solution : concepts) {
      if (solution == Concept::sim && report.conflict->is_graph()) continue;
      certificates.push_back(
          certify(*report.conflict, solution, report.table.sanctions, actor, state));
    }
  }
  if (certificates.empty()) {
    return complain(fault(Code::not_available, "sim is defined for options, not for a graph"),
                    messages);
  }
  if (options.show.json) {
    out << to_json(report, certificates) << '\n';
  } else {
    out << narrate(report, certificates, narration(options.show));
  }
  return kOk;
}

/// Which rankings of one actor make a state an equilibrium.
int show_inverse(const StabilityVerbOptions& options, const StabilityReport& report,
                 std::uint64_t seed, std::ostream& out, std::ostream& messages) {
  const auto state = find_state_of(report, options.inverse);
  if (!state) return complain(state.error(), messages);
  if (options.actor.empty()) {
    messages << "detente: --inverse needs --actor: whose rankings\n";
    return kUsage;
  }
  const auto actor = find_mover(report, options.actor);
  if (!actor) return complain(actor.error(), messages);
  const auto counts = inverse(*report.conflict, *actor, *state, report.table.sanctions, seed);
  if (options.show.json) {
    out << to_json(report, *actor, *state, counts) << '\n';
  } else {
    out << inverse_table(report, *actor, *state, counts, narration(options.show));
  }
  return kOk;
}

}  // namespace

void add_stability(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<StabilityVerbOptions>();
  auto* command = app.add_subcommand(
      "stability", "Which states of a conflict nobody would leave, how they come about, and why");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command->add_option("--sanctions", options->sanctions, "How the others may answer a move")
      ->check(CLI::IsMember({"legal", "once", "direct"}))
      ->capture_default_str();
  command
      ->add_option("--concept", options->concepts,
                   "Only this one of nash, gmr, smr, seq, sseq, sim; repeat it for several")
      ->take_all()
      ->expected(1)
      ->check(CLI::IsMember({"nash", "gmr", "smr", "seq", "sseq", "sim"}));
  command->add_flag("--coalitions", options->coalitions,
                    "Which coalitions would break an equilibrium (of a small conflict always)");
  command->add_flag("--robustness", options->robustness,
                    "What small changes of preferences do to the equilibria");
  command->add_flag("--states{4096}", options->states,
                    "Every state with its concepts by actor; --states=N for more than 4096");
  command->add_flag("--summary", options->summary, "How many equilibria instead of which");
  command->add_option("--state", options->state,
                      "Why this state is stable or not: a code, or letters such as YNN");
  command->add_option("--actor", options->actor, "Why, for this actor; with --inverse: whose");
  command->add_option("--inverse", options->inverse,
                      "Which rankings of --actor make this state an equilibrium");
  add_threads(*command, options->threads);
  command->footer(
      "Examples:\n"
      "  detente stability scenarios/paris.yaml\n"
      "  detente stability scenarios/paris.yaml --robustness --lang bg\n"
      "  detente stability scenarios/paris.yaml --actor russia --state 0");
  command->callback([options, &job] {
    job = [options] {
      leave_when_interrupted();
      return run_stability(*options, std::cout, std::cerr);
    };
  });
}

int run_stability(const StabilityVerbOptions& options, std::ostream& out, std::ostream& messages,
                  const Stop& stop) {
  Inputs inputs = options.inputs;
  inputs.negotiates = false;
  auto read = prepare(inputs);
  if (!read) return complain(read.error(), messages);
  Prepared prepared = std::move(read).value();
  for (const Diagnostic& remark : prepared.remarks) messages << to_string(remark) << '\n';
  const Diagnostics faults = settle(prepared, messages);
  if (!faults.empty()) return complain(faults, messages);
  const Sanctions sanctions = sanctions_of(options);
  auto opened = open_conflict(prepared.scenario, sanctions);
  if (!opened) return complain(opened.error(), messages);
  const std::uint64_t seed = prepared.run.seed;
  if (!options.inverse.empty()) return show_inverse(options, *opened, seed, out, messages);
  if (!options.actor.empty() || !options.state.empty()) {
    return show_certificates(options, *opened, out, messages);
  }
  const bool coalitions = options.coalitions || is_small(*opened->conflict);
  warn_of_work(*opened->conflict, coalitions, options.robustness, messages);
  const auto report = solve(std::move(opened).value(),
                            {.sanctions = sanctions,
                             .coalitions = coalitions,
                             .robustness = options.robustness,
                             .seed = seed,
                             .threads = threads_of(options),
                             .concepts = concepts_of(options),
                             .paths = !options.summary},
                            stop);
  if (!report && stop.asked()) return kInterrupted;
  if (!report) return complain(report.error(), messages);
  const auto most = static_cast<std::size_t>(std::clamp(options.states, 0, kMostStates));
  if (options.show.json) {
    const StateDetail detail = options.summary ? StateDetail::counts
                               : most > 0      ? StateDetail::full
                                               : StateDetail::none;
    out << to_json(*report, detail, most) << '\n';
  } else {
    out << stability_table(*report, most > 0 && !options.summary, narration(options.show), most,
                           !options.summary);
  }
  return kOk;
}

}  // namespace detente::cli
