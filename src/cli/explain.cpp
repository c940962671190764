#include "cli/explain.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <array>
#include <iostream>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "detente/core/document.hpp"
#include "detente/report/explain_conflict_words.hpp"
#include "detente/report/solution_table.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/explain_conflict.hpp"
#include "detente/study/explain_json.hpp"
#include "detente/study/improve.hpp"

namespace detente::cli {
namespace {

/// What is played is a conflict, and no talks.
bool plays_conflict(const Prepared& prepared) {
  const std::string& model = prepared.run.model;
  const ModelInfo* const info = find_model(model.empty() ? prepared.scenario.model : model);
  return info != nullptr && info->model != nullptr && info->model->of_conflict();
}

int show_conflict(const ExplainOptions& options, const Prepared& prepared, const DecisionAt& at,
                  std::ostream& out, std::ostream& messages) {
  const auto explanation = explain_conflict(prepared.scenario, prepared.run, at);
  if (!explanation) return complain(explanation.error(), messages);
  if (!options.show.json) {
    out << narrate(*explanation, narration(options.show));
    return kOk;
  }
  std::array<std::string, kLanguages.size()> headlines;
  for (std::size_t place = 0; place < kLanguages.size(); ++place) {
    headlines[place] = headline(*explanation, kLanguages[place]);
  }
  out << to_json(*explanation, headlines) << '\n';
  return kOk;
}

}  // namespace

void add_explain(CLI::App& app, std::function<int()>& job) {
  auto options = std::make_shared<ExplainOptions>();
  auto* command = app.add_subcommand("explain", "Why a decision fell, and what would turn it");
  add_inputs(*command, options->inputs);
  add_show(*command, options->show);
  command->add_option("--stage", options->stage, "Stage by id; default: the last one played");
  command->add_option("--round", options->round, "Round from 1; default: the last one played")
      ->check(CLI::Range(1, kMostRounds));
  command->add_option("--actor", options->actor,
                      "Actor by id; default: whose decision ended the round");
  command->footer(
      "Examples:\n"
      "  detente explain scenarios/paris.yaml\n"
      "  detente explain scenarios/paris.yaml --stage settlement --round 5 --actor russia");
  command->callback(
      [options, &job] { job = [options] { return run_explain(*options, std::cout, std::cerr); }; });
}

int run_explain(const ExplainOptions& options, std::ostream& out, std::ostream& messages) {
  const auto prepared = prepare(options.inputs);
  if (!prepared) return complain(prepared.error(), messages);
  for (const Diagnostic& remark : prepared->remarks) messages << to_string(remark) << '\n';
  for (const Diagnostic& note : notes_on_unread(*prepared)) messages << to_string(note) << '\n';

  DecisionAt at{.round = options.round};
  Diagnostics faults;
  const bool conflict = plays_conflict(*prepared);
  if (!options.stage.empty() && !conflict)
    at.stage = find_stage(prepared->scenario, options.stage, faults);
  if (!options.actor.empty()) at.actor = find_actor(prepared->scenario, options.actor, faults);
  if (!faults.empty()) return complain(faults, messages);
  if (conflict) return show_conflict(options, *prepared, at, out, messages);

  const auto explanation = explain(prepared->scenario, prepared->run, at);
  if (!explanation) return complain(explanation.error(), messages);
  const auto improvement = improve(prepared->scenario, prepared->run);
  if (!improvement) return complain(improvement.error(), messages);
  if (options.show.json) {
    std::array<std::string, kLanguages.size()> headlines;
    for (std::size_t place = 0; place < kLanguages.size(); ++place) {
      headlines[place] = headline(*explanation, kLanguages[place]);
    }
    out << with_field(to_json(*explanation, headlines), "improvement",
                      to_json(prepared->scenario, *improvement))
        << '\n';
  } else {
    const NarrationOptions narrating = narration(options.show);
    out << narrate(*explanation, narrating);
    if (*improvement) out << '\n' << narrate(prepared->scenario, *improvement, narrating);
  }
  return kOk;
}

}  // namespace detente::cli
