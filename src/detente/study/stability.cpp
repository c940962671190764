#include "detente/study/stability.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/conflict/literal.hpp"
#include "detente/core/text.hpp"
#include "detente/model/conflict_game.hpp"
#include "detente/study/statement_moves.hpp"

namespace detente {
namespace {

/// Paths from the status quo, and where a conflict comes to rest, are looked for up to that many.
constexpr std::size_t kMostPathStates = std::size_t{1} << 20;
constexpr std::size_t kMostAttractorStates = std::size_t{1} << 16;
/// Up to so many actors and states it takes no time to look at coalitions.
constexpr int kFewActors = 6;
constexpr std::size_t kFewStates = 512;
/// Arrays over the places are kept while paths are looked for.
constexpr std::size_t kMostPathPlaces = std::size_t{1} << 22;
/// A search of sequences in which each moves once keeps a set of 64.
constexpr int kMostOnceActors = 65;

Diagnostics too_many(std::string message, std::string hint) {
  return {{.code = Code::too_many,
           .path = "conflict",
           .message = std::move(message),
           .hint = std::move(hint)}};
}

std::string states_up_to(std::size_t states, std::size_t most) {
  return std::to_string(states) + " states; it is worked out up to " + std::to_string(most);
}

/// What of the question is too large to be answered.
Diagnostics oversized(const Conflict& conflict, const StabilityQuestion& question) {
  const std::size_t states = conflict.feasible.count();
  if (conflict.is_graph() && question.sanctions == Sanctions::once && states > kMostLiteralStates) {
    return too_many("the rule 'once' on a graph of " + states_up_to(states, kMostLiteralStates),
                    "take the rule 'legal'");
  }
  if (question.sanctions == Sanctions::once && conflict.actors > kMostOnceActors) {
    return too_many("the rule 'once' with " + std::to_string(conflict.actors) + " actors",
                    "take the rule 'legal'");
  }
  if (question.coalitions &&
      (conflict.actors > kMostCoalitionActors || states > kMostCoalitionStates)) {
    return too_many("moves of coalitions of " + std::to_string(conflict.actors) + " actors over " +
                        states_up_to(states, kMostCoalitionStates) + " with " +
                        std::to_string(kMostCoalitionActors) + " actors",
                    "ask without --coalitions");
  }
  if (question.robustness && states > kMostLiteralStates) {
    return too_many("robustness over " + states_up_to(states, kMostLiteralStates),
                    "ask without --robustness");
  }
  return {};
}

std::vector<Concept> concepts_for(const Conflict& conflict, const StabilityQuestion& question) {
  if (!question.concepts.empty()) return question.concepts;
  std::vector<Concept> concepts(kConcepts.begin(), kConcepts.end());
  if (conflict.is_graph() || conflict.feasible.count() > kMostSimStates) {
    concepts.erase(std::remove(concepts.begin(), concepts.end(), Concept::sim), concepts.end());
  }
  return concepts;
}

using EquilibriaByConcept = std::array<std::optional<StateSet>, kConcepts.size()>;

EquilibriaByConcept all_equilibria(const Stability& table) {
  EquilibriaByConcept found;
  for (const Concept solution : kConcepts) {
    if (table.has(solution))
      found[static_cast<std::size_t>(solution)] = equilibria(table, solution);
  }
  return found;
}

std::vector<Concept> concepts_at(const EquilibriaByConcept& found, StateIndex state) {
  std::vector<Concept> concepts;
  for (const Concept solution : kConcepts) {
    const auto& states = found[static_cast<std::size_t>(solution)];
    if (states && states->contains(state)) concepts.push_back(solution);
  }
  return concepts;
}

/// Which equilibria are told where there are too many: those of more concepts than `least`, and the
/// first `left` of those with as many.
struct Cut {
  std::size_t least = 0;
  std::size_t left = kMostEquilibria;
};

Cut cut_of(const EquilibriaByConcept& found, const StateSet& any) {
  std::array<std::size_t, kConcepts.size() + 1> count{};
  each_state(any, [&](StateIndex state) { ++count[concepts_at(found, state).size()]; });
  Cut cut{.least = kConcepts.size()};
  while (cut.least > 1 && count[cut.least] <= cut.left) cut.left -= count[cut.least--];
  return cut;
}

void list_equilibria(StabilityReport& report) {
  const auto found = all_equilibria(report.table);
  StateSet any(report.conflict->places());
  for (const auto& states : found) {
    if (states) any |= *states;
  }
  Cut cut = cut_of(found, any);
  each_state(any, [&](StateIndex state) {
    auto concepts = concepts_at(found, state);
    const bool fits = concepts.size() > cut.least || (concepts.size() == cut.least && cut.left > 0);
    if (!fits) {
      report.cut = true;
      return;
    }
    if (concepts.size() == cut.least) --cut.left;
    report.equilibria.push_back({state, std::move(concepts), {}});
  });
}

void find_paths(StabilityReport& report) {
  const Conflict& conflict = *report.conflict;
  const std::size_t states = conflict.feasible.count();
  if (states > kMostPathStates || conflict.places() > kMostPathPlaces) {
    report.paths_known = false;
    return;
  }
  const ShortestPaths paths(conflict, report.status_quo);
  for (EquilibriumReport& one : report.equilibria) one.path = paths.to(one.state);
  if (states <= kMostAttractorStates && conflict.places() <= kMostPathStates) {
    report.attractors = attractors(conflict);
  }
}

Diagnostics stopped() {
  return {{.severity = Severity::note, .code = Code::stopped, .message = "stopped"}};
}

}  // namespace

Result<StabilityReport> open_conflict(const Scenario& scenario, Sanctions sanctions) {
  auto game = compile_conflict(scenario);
  if (!game) return game.error();
  ConflictGame made = std::move(game).value();
  StabilityReport report{.scenario = std::make_shared<const Scenario>(scenario),
                         .conflict = std::make_shared<const Conflict>(std::move(made.conflict)),
                         .movers = std::move(made.movers),
                         .status_quo = made.status_quo};
  report.table.sanctions = sanctions;
  report.paths_known = false;
  return report;
}

Result<StabilityReport> stability(const Scenario& scenario, const StabilityQuestion& question,
                                  const Stop& stop) {
  auto opened = open_conflict(scenario, question.sanctions);
  if (!opened) return opened.error();
  return solve(std::move(opened).value(), question, stop);
}

Result<StabilityReport> solve(StabilityReport opened, const StabilityQuestion& question,
                              const Stop& stop) {
  StabilityReport report = std::move(opened);
  const Conflict& conflict = *report.conflict;
  const Diagnostics faults = oversized(conflict, question);
  if (!faults.empty()) return faults;
  report.table = stability(conflict, StabilityOptions{.sanctions = question.sanctions,
                                                      .concepts = concepts_for(conflict, question),
                                                      .threads = question.threads});
  list_equilibria(report);
  report.paths_known = question.paths;
  if (question.paths) find_paths(report);
  if (stop.asked()) return stopped();
  if (question.coalitions) report.coalitions = coalition_stability(conflict);
  if (stop.asked()) return stopped();
  if (question.robustness) {
    report.robustness = robustness(
        conflict,
        {.sanctions = question.sanctions, .seed = question.seed, .threads = question.threads},
        stop);
    report.statements = move_statements(report, question.threads, stop);
  }
  if (stop.asked()) return stopped();
  return report;
}

bool is_small(const Conflict& conflict) {
  return conflict.actors <= kFewActors && conflict.feasible.count() <= kFewStates;
}

std::uint32_t code_of(const Conflict& conflict, StateIndex state) {
  return conflict.is_graph() ? state + 1 : state;
}

std::string vector_of(const StabilityReport& report, StateIndex state) {
  const Conflict& conflict = *report.conflict;
  if (conflict.is_graph()) return report.scenario->conflict->graph->ids[state];
  std::string letters;
  for (int option = 0; option < conflict.options; ++option) {
    letters += (state >> static_cast<unsigned>(option) & 1U) != 0 ? 'Y' : 'N';
  }
  return letters;
}

std::optional<StateIndex> find_state(const StabilityReport& report, const std::string& text) {
  const Conflict& conflict = *report.conflict;
  std::optional<double> number = parse_number(text);
  if (conflict.is_graph()) {
    const auto& ids = report.scenario->conflict->graph->ids;
    const auto found = std::find(ids.begin(), ids.end(), text);
    if (found != ids.end()) return static_cast<StateIndex>(found - ids.begin());
    if (number) *number -= 1.0;
  } else if (text.find_first_not_of("YN") == std::string::npos) {
    if (text.size() != static_cast<std::size_t>(conflict.options)) return {};
    number = 0.0;
    for (std::size_t option = 0; option < text.size(); ++option) {
      if (text[option] == 'Y') *number += static_cast<double>(std::uint32_t{1} << option);
    }
  }
  if (!number || !(*number >= 0.0) || *number >= static_cast<double>(conflict.places())) return {};
  const auto state = static_cast<StateIndex>(*number);
  if (static_cast<double>(state) != *number || !conflict.feasible.contains(state)) return {};
  return state;
}

}  // namespace detente
