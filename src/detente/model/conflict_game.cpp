#include "detente/model/conflict_game.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "detente/conflict/preference.hpp"
#include "detente/scenario/feasible.hpp"
#include "detente/scenario/stage_view.hpp"

namespace detente {
namespace {

StateSet feasible_of(const ConflictSection& section) {
  StateSet feasible(std::size_t{1} << section.options.size());
  const auto codes = feasible_codes(section);
  std::copy(codes.begin(), codes.end(), feasible.words().begin());
  return feasible;
}

/// The option of every issue before anybody has taken anything: the first.
using Choice = std::vector<int>;

/// Puts in the options that a state takes; of several for one issue the last counts.
void settle_issues(const std::vector<ConflictOption>& options, StateIndex state, Choice& choice) {
  std::fill(choice.begin(), choice.end(), 0);
  for (std::size_t option = 0; option < options.size(); ++option) {
    const ConflictOption& one = options[option];
    const bool taken = (state >> option & 1U) != 0;
    if (taken && one.takes_issue >= 0) choice[one.takes_issue] = one.takes_option;
  }
}

/// What an actor would get from every state if the options that are taken settled the issues.
/// Empty if no issue matters to the actor.
std::vector<double> utilities_of(const Scenario& scenario, const StateSet& feasible, int actor) {
  const auto first = static_cast<std::size_t>(scenario.conflict->shown_issues);
  StageView all;
  all.issues.resize(scenario.issues.size() - first);
  std::iota(all.issues.begin(), all.issues.end(), static_cast<int>(first));
  const Actor& who = scenario.actors[actor];
  const bool cares = std::any_of(all.issues.begin(), all.issues.end(),
                                 [&](int issue) { return who.positions[issue].salience > 0.0; });
  if (!cares) return {};
  const auto weights = issue_weights(all, who);
  const auto worth = [&](const Choice& choice) {
    double sum = 0.0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
      const int issue = all.issues[place];
      const double value =
          option_value(scenario.issues[issue], who.positions[issue], choice[issue]);
      sum += weights[place] * value;
    }
    return sum;
  };
  std::vector<double> utilities(feasible.places());
  Choice choice(scenario.issues.size());
  each_state(feasible, [&](StateIndex code) {
    settle_issues(scenario.conflict->options, code, choice);
    utilities[code] = worth(choice);
  });
  return utilities;
}

std::vector<Condition> conditions_of(const ConflictPreference& preference) {
  std::vector<Condition> conditions;
  conditions.reserve(preference.statements.size());
  for (const Statement& statement : preference.statements) {
    conditions.push_back(statement.condition);
  }
  return conditions;
}

/// The groups by index: in graph form states are written from 1.
std::vector<std::vector<StateIndex>> groups_of(const ConflictSection& section,
                                               const ConflictPreference& preference) {
  std::vector<std::vector<StateIndex>> groups = preference.ranking;
  if (!section.graph) return groups;
  for (auto& group : groups) {
    for (StateIndex& state : group) --state;
  }
  return groups;
}

Result<std::vector<std::uint32_t>> payoff_of(const Scenario& scenario, const StateSet& feasible,
                                             int actor) {
  const ConflictSection& section = *scenario.conflict;
  const ConflictPreference& preference = section.preferences[actor];
  switch (preference.kind) {
    case ConflictPreference::Kind::ranking:
      return payoff_of_ranking(feasible, groups_of(section, preference));
    case ConflictPreference::Kind::statements:
      return payoff_of_statements(feasible, conditions_of(preference));
    case ConflictPreference::Kind::positions:
      break;
  }
  const auto utilities = utilities_of(scenario, feasible, actor);
  if (utilities.empty()) {
    const std::string& id = scenario.actors[actor].id;
    return Diagnostics{{.code = Code::no_interest,
                        .path = "conflict.preferences." + id,
                        .message = "no issue matters to " + id + ", so its positions rank nothing",
                        .hint = "give it a salience above 0, a ranking or statements"}};
  }
  return payoff_of_utilities(feasible, utilities);
}

/// From where an actor may move to where in graph form, by state, ascending.
std::vector<std::vector<StateIndex>> arcs_of(const ListedStates& graph, int actor) {
  std::vector<std::vector<StateIndex>> arcs(graph.ids.size());
  for (const auto& [from, to] : graph.moves[actor]) {
    arcs[from].push_back(static_cast<StateIndex>(to));
  }
  for (auto& targets : arcs) std::sort(targets.begin(), targets.end());
  return arcs;
}

/// Who may move from where to where.
void set_moves(const ConflictSection& section, ConflictGame& game) {
  Conflict& conflict = game.conflict;
  conflict.actors = static_cast<int>(game.movers.size());
  if (section.graph) {
    for (const int actor : game.movers) conflict.arcs.push_back(arcs_of(*section.graph, actor));
    return;
  }
  conflict.options = static_cast<int>(section.options.size());
  conflict.own.resize(game.movers.size());
  for (std::size_t option = 0; option < section.options.size(); ++option) {
    const ConflictOption& one = section.options[option];
    const auto mover = std::find(game.movers.begin(), game.movers.end(), one.owner);
    const std::uint32_t bit = std::uint32_t{1} << option;
    conflict.own[mover - game.movers.begin()] |= bit;
    if (one.reversal == Reversal::to_yes) conflict.stays_yes |= bit;
    if (one.reversal == Reversal::to_no) conflict.stays_no |= bit;
  }
}

}  // namespace

Result<ConflictGame> compile_conflict(const Scenario& scenario) {
  if (!scenario.conflict) {
    return Diagnostics{{.code = Code::missing_section,
                        .message = "the section 'conflict' is missing",
                        .hint = "list there who may do what, and what everybody prefers"}};
  }
  const ConflictSection& section = *scenario.conflict;
  ConflictGame game{.movers = section.movers, .status_quo = section.status_quo};
  if (section.graph) {
    game.conflict.feasible = StateSet(section.graph->ids.size());
    for (std::size_t state = 0; state < section.graph->ids.size(); ++state) {
      game.conflict.feasible.add(static_cast<StateIndex>(state));
    }
  } else {
    game.conflict.feasible = feasible_of(section);
  }
  Diagnostics faults;
  for (const int actor : game.movers) {
    auto payoff = payoff_of(scenario, game.conflict.feasible, actor);
    if (!payoff) {
      faults.insert(faults.end(), payoff.error().begin(), payoff.error().end());
      continue;
    }
    game.conflict.payoff.push_back(std::move(payoff).value());
  }
  if (!faults.empty()) return faults;
  set_moves(section, game);
  return game;
}

}  // namespace detente
