#include "ui/think_conflict.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "detente/core/parallel.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/study/power.hpp"
#include "ui/conflict_view.hpp"
#include "ui/desk_view.hpp"
#include "ui/move_graph.hpp"

namespace detente::ui {
namespace {

using Solved = std::shared_ptr<const SolvedConflict>;

bool is_shown(const View& view, int page, int shown_page,
              const std::array<std::string_view, 3>& panes) {
  if (!view.maximised.empty()) {
    return std::find(panes.begin(), panes.end(), view.maximised) != panes.end();
  }
  return view.workspace == Workspace::analysis && !view.presenting && page == shown_page;
}

/// Whether an edit acts up to the round under the playhead.
bool in_force(const Desk& desk, const Edit& edit) {
  if (!edit.at) return true;
  const TraceStage* const stage = current_stage(desk);
  const TraceRound* const round = current_round(desk);
  if (stage == nullptr || round == nullptr) return false;
  const int at = index_of(talks_of(desk)->stages, edit.at->stage);
  return at < stage->stage || (at == stage->stage && edit.at->round <= round->number);
}

/// From the start, as apply() takes them.
std::vector<Edit> edits_now(const Desk& desk) {
  std::vector<Edit> edits;
  for (const Edit& edit : current_branch(desk)->run.edits) {
    if (in_force(desk, edit)) edits.push_back({edit.path, edit.value, std::nullopt});
  }
  return edits;
}

/// All that a table is made from.
struct Ask {
  ConflictKey key{};
  std::shared_ptr<const Source> source{};
  std::vector<Edit> edits{};
};

Result<StabilityReport> solve(const Ask& ask, const Stop& stop) {
  const StabilityQuestion question{.sanctions = ask.key.sanctions, .threads = machine_threads()};
  const Scenario& opened = ask.source->loaded.scenario;
  if (ask.edits.empty()) return stability(opened, question, stop);
  const auto edited = detente::apply(opened, ask.edits);
  if (!edited) return edited.error();
  return stability(*edited, question, stop);
}

void keep_table(Desk& desk, const ConflictKey& key, const Solved& solved, Diagnostics faults) {
  ConflictState& state = desk.conflict;
  state.key = key;
  state.solved = solved;
  state.faults = std::move(faults);
  const int options = solved == nullptr ? 0 : solved->conflict().options;
  if (std::ssize(state.filter) != options) state.filter.assign(options, Wanted::any);
}

Delivery table_of(const Ask& ask, const Stop& stop) {
  auto report = solve(ask, stop);
  Diagnostics faults = report ? Diagnostics{} : report.error();
  const Solved solved = report ? solved_from(std::move(report).value()) : nullptr;
  return [key = ask.key, solved, faults = std::move(faults)](Desk& changed) {
    keep_table(changed, key, solved, faults);
  };
}

/// The table itself. True once it is there.
bool think_table(Desk& desk, Jobs& jobs) {
  ConflictState& state = desk.conflict;
  Ask ask{.key = {.branch = desk.document.current, .sanctions = state.sanctions},
          .source = desk.document.source,
          .edits = edits_now(desk)};
  ask.key.edits = static_cast<int>(ask.edits.size());
  if (state.asked == ask.key && state.key == ask.key) return state.solved != nullptr;
  if (state.asked == ask.key && jobs.busy("conflict")) return false;
  state.asked = ask.key;
  jobs.start("conflict", [ask](const Stop& stop) -> Delivery { return table_of(ask, stop); });
  return false;
}

void think_list(const ConflictState& state, Jobs& jobs) {
  const StateList wanted{.of = state.solved,
                         .solution = state.solution,
                         .filter = state.filter,
                         .only_equilibria = state.only_equilibria,
                         .equilibria_first = state.equilibria_first};
  const auto same = [&](const StateList& list) {
    return list.of == wanted.of && list.solution == wanted.solution &&
           list.filter == wanted.filter && list.only_equilibria == wanted.only_equilibria &&
           list.equilibria_first == wanted.equilibria_first;
  };
  if ((state.list != nullptr && same(*state.list)) || jobs.busy("conflict_list")) return;
  jobs.start("conflict_list", [wanted](const Stop&) -> Delivery {
    const auto made = std::make_shared<StateList>(wanted);
    list_states(*made);
    return [made](Desk& changed) { changed.conflict.list = made; };
  });
}

void think_why(const Desk& desk, Jobs& jobs) {
  const ConflictState& state = desk.conflict;
  const Solved& solved = state.solved;
  if (!solved->report.table.has(state.solution) || current_certificate(desk) != nullptr) return;
  if (jobs.busy("conflict_why")) return;
  const StateIndex place = selected_state(desk, *solved);
  const int mover = selected_mover(desk, *solved);
  jobs.start(
      "conflict_why", [solved, solution = state.solution, place, mover](const Stop&) -> Delivery {
        StateWhy why{.of = solved};
        why.certificate =
            certify(solved->conflict(), solution, solved->report.table.sanctions, mover, place);
        const auto made = std::make_shared<const StateWhy>(std::move(why));
        return [made](Desk& changed) { changed.conflict.why = made; };
      });
}

/// What has to be in the picture if not all states are.
std::vector<StateIndex> wanted_states(const Desk& desk) {
  std::vector<StateIndex> wanted{selected_state(desk, *desk.conflict.solved)};
  const Certificate* const certificate = current_certificate(desk);
  if (certificate == nullptr) return wanted;
  for (const ToldStep& step : told_steps(*certificate, desk.conflict.answer)) {
    wanted.push_back(step.to);
  }
  return wanted;
}

void think_graph(const Desk& desk, Jobs& jobs) {
  const auto& known = desk.conflict.graph;
  const Solved& solved = desk.conflict.solved;
  MoveChoice choice{.solution = desk.conflict.solution, .every = desk.conflict.every_move};
  if (!draws_all(*solved, choice)) choice.wanted = wanted_states(desk);
  if (known != nullptr && known->of == solved && serves(*known, choice)) return;
  if (jobs.busy("conflict_graph")) return;
  jobs.start("conflict_graph", [solved, choice = std::move(choice)](const Stop&) -> Delivery {
    return [made = move_graph(solved, choice)](Desk& changed) { changed.conflict.graph = made; };
  });
}

void think_inverse(const Desk& desk, Jobs& jobs) {
  const ConflictState& state = desk.conflict;
  const bool wanted = state.solved->states <= kQuickStates || state.firmness_asked;
  if (!wanted || current_inverse(desk) != nullptr || jobs.busy("conflict_inverse")) return;
  InverseAnswer asked{.of = state.solved,
                      .mover = selected_mover(desk, *state.solved),
                      .state = selected_state(desk, *state.solved)};
  jobs.start("conflict_inverse", [asked = std::move(asked)](const Stop&) mutable -> Delivery {
    const StabilityReport& report = asked.of->report;
    asked.counts = inverse(*report.conflict, asked.mover, asked.state, report.table.sanctions,
                           report.scenario->seed);
    return [made = std::make_shared<const InverseAnswer>(asked)](Desk& changed) {
      changed.conflict.inverse = made;
    };
  });
}

void think_firmness(const ConflictState& state, Jobs& jobs) {
  const Solved& solved = state.solved;
  const bool known = state.firmness != nullptr && state.firmness->of == solved;
  const bool wanted = solved->states <= kQuickStates || state.firmness_asked;
  if (known || !wanted || jobs.busy("conflict_firmness")) return;
  jobs.start("conflict_firmness", [solved](const Stop& stop) -> Delivery {
    Firmness made{.of = solved};
    made.coalitions = coalition_stability(solved->conflict());
    RobustnessOptions options;
    options.sanctions = solved->report.table.sanctions;
    options.seed = solved->report.scenario->seed;
    if (!stop.asked()) made.robustness = robustness(solved->conflict(), options, stop);
    return [kept = std::make_shared<const Firmness>(std::move(made))](Desk& changed) {
      changed.conflict.firmness = kept;
    };
  });
}

/// Why somebody moved, or stayed, in a run of the model `conflict`.
void think_played(const Desk& desk, Jobs& jobs) {
  const View& view = desk.view;
  const bool shown = view.maximised == "why" || view.workspace == Workspace::step;
  if (!shown || view.playing || !played_state(desk)) return;
  if (current_played_why(desk) != nullptr || jobs.busy("conflict_why")) return;
  const WhyKey key = why_key(desk);
  const DecisionAt at{
      .stage = std::get<1>(key), .round = std::get<2>(key), .actor = std::get<3>(key)};
  jobs.start("conflict_why",
             [key, at, run = current_branch(desk)->run,
              source = desk.document.source](const Stop&) -> Delivery {
               StateWhy why{.key = key};
               why.played = explain_conflict(source->loaded.scenario, run, at);
               const auto made = std::make_shared<const StateWhy>(std::move(why));
               return [made](Desk& changed) { changed.conflict.why = made; };
             });
}

}  // namespace

void think_conflict(Desk& desk, Jobs& jobs) {
  think_played(desk, jobs);
  constexpr std::array<std::string_view, 3> kPanes{"stability", "moves", "certificate"};
  if (!is_shown(desk.view, desk.analysis.page, kConflictPage, kPanes)) return;
  if (!has_conflict(desk) || current_branch(desk) == nullptr) return;
  if (!think_table(desk, jobs)) return;
  think_list(desk.conflict, jobs);
  think_why(desk, jobs);
  think_graph(desk, jobs);
  think_firmness(desk.conflict, jobs);
  think_inverse(desk, jobs);
}

void think_power(Desk& desk, Jobs& jobs) {
  constexpr std::array<std::string_view, 3> kPanes{"power", "values", "values"};
  if (!is_shown(desk.view, desk.analysis.page, kPowerPage, kPanes)) return;
  const Branch* const branch = current_branch(desk);
  if (!has_power(desk) || branch == nullptr) return;
  PowerState& state = desk.power;
  const TraceStage* const stage = current_stage(desk);
  const bool known = stage != nullptr && stage->stage < std::ssize(scenario_of(desk)->stages);
  const Scenario& scenario = *scenario_of(desk);
  const bool own = (scenario.votes || scenario.game) && !state.talks;
  const PowerKey key{branch->id, known && !own ? stage->stage : -1, state.normalised};
  if (state.asked == key && (state.key == key || jobs.busy("power"))) return;
  state.asked = key;
  jobs.start(
      "power", [key, run = branch->run, source = desk.document.source](const Stop&) -> Delivery {
        const PowerQuestion question{
            .stage = key.stage, .normalised = key.normalised, .threads = machine_threads()};
        auto report = power(source->loaded.scenario, run, question);
        Diagnostics faults = report ? Diagnostics{} : report.error();
        const auto made =
            report ? std::make_shared<const PowerReport>(std::move(report).value()) : nullptr;
        return [key, made, faults = std::move(faults)](Desk& changed) {
          changed.power.key = key;
          changed.power.report = made;
          changed.power.faults = faults;
        };
      });
}

}  // namespace detente::ui
