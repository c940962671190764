#include "cli/inputs.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <charconv>
#include <ostream>
#include <system_error>
#include <utility>

#include "cli/exit_code.hpp"
#include "detente/model/influenced.hpp"
#include "detente/model/model.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/nothing_to_negotiate.hpp"

namespace detente::cli {
namespace {

constexpr int kMostThreads = 1024;

Diagnostic usage(std::string message, std::string hint) {
  return {.code = Code::unknown_model, .message = std::move(message), .hint = std::move(hint)};
}

/// An edit, and how the command line asks for it: `--param channel=0.3`.
struct Asked {
  Edit edit{};
  std::string as{};
};

/// Adds faults of an edit, found under the words that the person used.
void add_faults(Diagnostics found, const std::string& as, Diagnostics& faults) {
  for (Diagnostic& one : found) {
    one.where.file = as;
    faults.push_back(std::move(one));
  }
}

/// The edits that the command line stands for, in the order model, --param, --set.
Result<std::vector<Asked>> edits_of(const Inputs& inputs, const std::string& scenario_model) {
  std::vector<Asked> edits;
  Diagnostics faults;
  std::string model = inputs.model;
  if (const auto colon = model.find(':'); colon != std::string::npos) {
    faults.push_back(usage(
        "model '" + model.substr(0, colon) + "' has no preset '" + model.substr(colon + 1) + '\'',
        "write --model " + model.substr(0, colon)));
  }
  if (!model.empty()) edits.push_back({{"model", Value::of(model), {}}, "--model " + model});
  if (model.empty()) model = scenario_model;
  const auto ask = [&](const std::string& text, const std::string& as) {
    const auto edit = parse_edit(text);
    if (edit) edits.push_back({*edit, as});
    if (!edit) add_faults(edit.error(), as, faults);
  };
  const std::string of_model = "models." + model + '.';
  for (const std::string& param : inputs.params) {
    if (param.find('=') == std::string::npos) {
      faults.push_back({.code = Code::unknown_parameter,
                        .message = "--param " + param + ": the '=' is missing",
                        .hint = "write NAME=VALUE"});
    } else {
      ask(of_model + param, "--param " + param);
    }
  }
  for (const std::string& text : inputs.sets) ask(text, "--set " + text);
  if (!faults.empty()) return faults;
  return edits;
}

/// Makes every edit that can be made, so that all faults are told at once.
Diagnostics make_edits(const std::vector<Asked>& edits, Scenario& scenario) {
  Diagnostics faults;
  for (const Asked& asked : edits) {
    auto changed = apply(scenario, asked.edit);
    if (changed) {
      scenario = std::move(changed).value();
    } else {
      add_faults(changed.error(), asked.as, faults);
    }
  }
  return faults;
}

Diagnostics lay_over(const std::vector<std::string>& files, Prepared& prepared) {
  Diagnostics faults;
  for (const std::string& file : files) {
    auto overlay = load_overlay(file, prepared.scenario);
    if (!overlay) {
      faults.insert(faults.end(), overlay.error().begin(), overlay.error().end());
      continue;
    }
    for (const Edit& edit : overlay->edits) prepared.run.edits.push_back(edit);
    for (const Move& move : overlay->moves) prepared.run.moves.push_back(move);
  }
  return faults;
}

/// A person's seat that nobody plays follows the tactic `linear`.
void warn_of_empty_seats(Prepared& prepared) {
  for (const Actor& actor : prepared.scenario.actors) {
    const auto& moves = prepared.run.moves;
    const bool played = std::any_of(moves.begin(), moves.end(), [&](const Move& move) {
      return prepared.scenario.actors[move.actor].id == actor.id;
    });
    if (actor.tactic.kind != Tactic::Kind::human || played) continue;
    prepared.remarks.push_back({.severity = Severity::warning,
                                .code = Code::no_effect,
                                .path = "actors." + actor.id + ".tactic",
                                .message = "tactic 'human' without a move plays as 'linear'"});
  }
}

/// As a scenario has it: decimal, also where it begins with 0.
std::optional<std::uint64_t> seed_of(const std::string& text) {
  std::uint64_t seed = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, seed);
  if (fault != std::errc{} || stop != end) return {};
  return seed;
}

}  // namespace

void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed) {
  const auto read = [&seed](const std::string& text) { seed = seed_of(text); };
  const auto check = [](const std::string& text) {
    return seed_of(text) ? std::string{} : "must be a whole number from 0 to 18446744073709551615";
  };
  command
      .add_option_function<std::string>("--seed", read,
                                        "Seed of all draws; default: the scenario's")
      ->type_name("UINT")
      ->check(check);
}

void add_threads(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "Default: as many as the machine has")
      ->check(CLI::Range(1, kMostThreads));
}

void add_inputs(CLI::App& command, Inputs& inputs) {
  command.add_option("scenario", inputs.file, "A scenario file; - reads the standard input")
      ->required();
  command.add_option("--model", inputs.model, "The model to play (see `detente models`)");
  add_seed(command, inputs.seed);
  command
      .add_option("--set", inputs.sets,
                  "Change one thing from the start: PATH=VALUE; * matches every id")
      ->take_all()
      ->expected(1);
  command.add_option("--param", inputs.params, "A parameter of the model: NAME=VALUE")
      ->take_all()
      ->expected(1);
  command.add_option("--overlay", inputs.overlays, "A file of edits and moves")
      ->take_all()
      ->expected(1);
}

Result<Prepared> prepare(const Inputs& inputs) {
  auto loaded = load_scenario(inputs.file);
  if (!loaded) return loaded.error();
  Prepared prepared{.scenario = loaded->scenario};
  const auto edits = edits_of(inputs, prepared.scenario.model);
  if (!edits) return edits.error();
  for (const Asked& asked : *edits) prepared.edits.push_back(asked.edit);
  Diagnostics faults = make_edits(*edits, prepared.scenario);
  if (!faults.empty()) return faults;
  if (inputs.negotiates && prepared.scenario.stages.empty() && !can_be_played(prepared.scenario)) {
    return Diagnostics{nothing_to_negotiate(prepared.scenario, inputs.file)};
  }
  prepared.run.seed = inputs.seed.value_or(prepared.scenario.seed);
  faults = lay_over(inputs.overlays, prepared);
  if (!faults.empty()) return faults;
  for (const Diagnostic& remark : loaded->remarks) {
    if (remark.severity == Severity::warning) prepared.remarks.push_back(remark);
  }
  if (!inputs.asks_people) warn_of_empty_seats(prepared);
  return prepared;
}

Diagnostics notes_on_unread(const Prepared& prepared) {
  Diagnostics notes;
  const std::string& model = prepared.scenario.model;
  const ModelInfo* const info = find_model(model);
  if (info == nullptr) return notes;
  for (const Edit& edit : prepared.edits) {
    const bool unread =
        std::any_of(info->not_read.begin(), info->not_read.end(), [&](std::string_view pattern) {
          return fits_pattern(edit.path, pattern) &&
                 !reads_all_the_same(prepared.scenario, model, pattern);
        });
    if (!unread) continue;
    notes.push_back({.severity = Severity::note,
                     .code = Code::not_read,
                     .where = {.file = "--set " + edit.path + '=' + to_string(edit.value)},
                     .message = "the model '" + model + "' does not read " + edit.path});
  }
  return notes;
}

int complain(const Diagnostics& diagnostics, std::ostream& messages) {
  bool cannot_open = false;
  for (const Diagnostic& one : diagnostics) {
    messages << to_string(one) << '\n';
    // a file that another one names is that one's fault
    cannot_open = cannot_open || (one.code == Code::cannot_open && one.where.line == 0);
  }
  return cannot_open ? kFailed : kInvalid;
}

}  // namespace detente::cli
