#include "detente/model/conflict_talks.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "detente/conflict/stability.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Text in_all(const char* en, const char* bg, const char* uk) {
  return {.words = {en, bg, uk}};
}

/// The value of a parameter of the model.
int parameter(const Scenario& scenario, const char* name, int fallback) {
  const auto model = scenario.models.find("conflict");
  if (model == scenario.models.end()) return fallback;
  const auto found = model->second.find(name);
  return found == model->second.end() ? fallback : static_cast<int>(found->second);
}

Issue issue_of(const ConflictOption& option, const Scenario& scenario) {
  Issue issue{.id = option.id, .title = option.title};
  // an issue of the scenario keeps its name, and with it its paths
  if (index_of(scenario.issues, issue.id) >= 0) issue.id += "_taken";
  issue.options = {{.id = "no", .title = in_all("no", "не", "ні"), .at = 0.0},
                   {.id = "yes", .title = in_all("yes", "да", "так"), .at = kAxis}};
  return issue;
}

Issue issue_of(const ListedStates& graph) {
  Issue issue{.id = "state", .title = in_all("State", "Състояние", "Стан")};
  const auto last = std::max<double>(1.0, static_cast<double>(graph.ids.size()) - 1.0);
  for (std::size_t state = 0; state < graph.ids.size(); ++state) {
    const double at = kAxis * static_cast<double>(state) / last;
    issue.options.push_back({.id = graph.ids[state], .at = at});
  }
  return issue;
}

std::vector<Issue> shown_issues(const Scenario& scenario) {
  const ConflictSection& conflict = *scenario.conflict;
  if (conflict.graph) return {issue_of(*conflict.graph)};
  std::vector<Issue> issues;
  issues.reserve(conflict.options.size());
  for (const ConflictOption& option : conflict.options) {
    issues.push_back(issue_of(option, scenario));
  }
  return issues;
}

/// A mover counts what it owns; nobody else has anything at stake in a shown issue.
Position stake_in(const Scenario& scenario, int actor, std::size_t shown) {
  const ConflictSection& conflict = *scenario.conflict;
  const bool own = conflict.graph ? std::find(conflict.movers.begin(), conflict.movers.end(),
                                              actor) != conflict.movers.end()
                                  : conflict.options[shown].owner == actor;
  const std::size_t options = conflict.graph ? conflict.graph->ids.size() : 2;
  Position position{.salience = own ? 1.0 : 0.0};
  if (own) position.values.assign(options, 0.5);
  return position;
}

bool too_large(const ConflictSection& conflict) {
  return conflict.options.size() > kMostPlayedOptions ||
         (conflict.graph && conflict.graph->ids.size() > kMostPlayedStates);
}

/// Issues in front of those that were there: every place that names one moves on.
void show(const std::vector<Issue>& shown, Scenario& talks) {
  const auto count = static_cast<int>(shown.size());
  for (std::size_t actor = 0; actor < talks.actors.size(); ++actor) {
    std::vector<Position> stakes;
    for (std::size_t place = 0; place < shown.size(); ++place) {
      stakes.push_back(stake_in(talks, static_cast<int>(actor), place));
    }
    auto& positions = talks.actors[actor].positions;
    positions.insert(positions.begin(), stakes.begin(), stakes.end());
    talks.actors[actor].walk_away_share.reset();  // nobody walks away from a conflict
  }
  talks.issues.insert(talks.issues.begin(), shown.begin(), shown.end());
  for (ConflictOption& option : talks.conflict->options) {
    if (option.takes_issue >= 0) option.takes_issue += count;
  }
  talks.conflict->shown_issues = count;
}

Stage only_stage(const Scenario& talks) {
  Stage stage{.id = kConflictStage, .title = in_all("Conflict", "Конфликт", "Конфлікт")};
  stage.parties = talks.conflict->movers;
  for (int issue = 0; issue < talks.conflict->shown_issues; ++issue) stage.issues.push_back(issue);
  stage.rounds = parameter(talks, "rounds", stage.rounds);
  return stage;
}

/// The concepts whose equilibria count as rest, the firmest first.
std::vector<Concept> concepts_of_rest(const Scenario& scenario, const Conflict& conflict) {
  const int asked = parameter(scenario, "concept", -1);
  if (asked < 0) return {Concept::nash, Concept::sseq, Concept::seq};
  const auto solution = static_cast<Concept>(asked);
  // moves at the same time are not defined on a graph
  if (solution == Concept::sim && conflict.is_graph()) return {Concept::seq};
  return {solution};
}

std::vector<StateSet> targets_of(const Scenario& scenario, const Conflict& conflict) {
  const std::vector<Concept> concepts = concepts_of_rest(scenario, conflict);
  const Stability table = stability(conflict, {.concepts = concepts});
  std::vector<StateSet> targets;
  targets.reserve(concepts.size());
  for (const Concept solution : concepts) targets.push_back(equilibria(table, solution));
  return targets;
}

/// What every package is worth to a party.
void value_states(StageTables& tables, const ConflictBoard& board, int party) {
  const Conflict& conflict = board.game.conflict;
  const auto& payoff = conflict.payoff[party];
  const std::uint32_t best = *std::max_element(payoff.begin(), payoff.end());
  const double scale = best > 1 ? static_cast<double>(best - 1) : 1.0;
  PartyTable& own = tables.parties[party];
  own.utility.assign(own.utility.size(), 0.0);
  own.acceptable.assign(own.utility.size(), -kInfinity);
  for (int package = 0; package < tables.grid.packages(); ++package) {
    const StateIndex state = state_of(tables, conflict, package);
    if (!conflict.feasible.contains(state)) continue;
    own.utility[package] = static_cast<double>(payoff[state] - 1) / scale;
    own.acceptable[package] = own.utility[package];
  }
  own.range = {0.0, best > 1 ? 1.0 : 0.0};
  own.best_acceptable = own.range.most;
  own.walk_away = own.utility[package_of(tables, conflict, board.game.status_quo)];
  own.delay_cost = 0.0;
  own.in_force = -1.0;
  own.tactic = {};
}

}  // namespace

Result<std::shared_ptr<const Scenario>> conflict_as_talks(
    const std::shared_ptr<const Scenario>& scenario) {
  if (scenario->conflict && scenario->conflict->shown_issues > 0) return scenario;
  if (scenario->conflict && too_large(*scenario->conflict)) {
    return Diagnostics{{.code = Code::too_many,
                        .path = "conflict",
                        .message = "a conflict of more than " + std::to_string(kMostPlayedOptions) +
                                   " options or " + std::to_string(kMostPlayedStates) +
                                   " listed states is not played move by move",
                        .hint = "`detente stability` solves it"}};
  }
  const auto game = compile_conflict(*scenario);
  if (!game) return game.error();
  auto talks = std::make_shared<Scenario>(*scenario);
  show(shown_issues(*scenario), *talks);
  talks->stages = {only_stage(*talks)};
  talks->events.clear();  // they happen in stages that are not played
  talks->durability.reset();
  return std::shared_ptr<const Scenario>(std::move(talks));
}

int package_of(const StageTables& tables, const Conflict& conflict, StateIndex state) {
  if (conflict.is_graph()) return static_cast<int>(state);
  std::vector<int> options;
  options.reserve(static_cast<std::size_t>(conflict.options));
  for (int option = 0; option < conflict.options; ++option) {
    options.push_back(static_cast<int>(state >> static_cast<unsigned>(option) & 1U));
  }
  return tables.grid.index(options);
}

StateIndex state_of(const StageTables& tables, const Conflict& conflict, int package) {
  if (conflict.is_graph()) return static_cast<StateIndex>(package);
  StateIndex state = 0;
  for (int option = 0; option < conflict.options; ++option) {
    if (tables.grid.option(package, option) != 0) state |= 1U << static_cast<unsigned>(option);
  }
  return state;
}

Result<StageTables> compile_conflict_stage(const Scenario& scenario, const StageView& view) {
  auto game = compile_conflict(scenario);
  if (!game) return game.error();
  StageTables tables = compile(scenario, view);
  auto board = std::make_shared<ConflictBoard>();
  board->game = std::move(game).value();
  board->targets = targets_of(scenario, board->game.conflict);
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    value_states(tables, *board, static_cast<int>(party));
  }
  tables.pressure.clear();
  tables.rule = {.required = tables.everybody(), .power = tables.rule.power};
  tables.rule.total = power_of(tables.rule, tables.everybody());
  tables.board = std::move(board);
  return tables;
}

}  // namespace detente
