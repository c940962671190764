#include "detente/study/solutions.hpp"

#include <algorithm>
#include <utility>

#include "detente/model/standing.hpp"

namespace detente {
namespace {

Diagnostics not_reached(const Scenario& scenario, int stage) {
  return {{.code = Code::out_of_range,
           .message = "stage '" + scenario.stages[stage].id + "' is not reached in this run"}};
}

/// Plays up to the end of the stage, and notes how it opened.
Result<SolutionReport> play(const Scenario& scenario, const Run& run, int stage) {
  auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  SolutionReport report{.stage = stage};
  const auto place = static_cast<std::size_t>(stage);
  const auto look = [&] {
    if (report.tables || simulation.stage_count() != place + 1) return;
    report.tables = simulation.shared_tables();
    // the plan, and so the scenario, may end with the simulation
    report.scenario = std::make_shared<const Scenario>(simulation.scenario());
  };
  look();
  while (!simulation.over() && simulation.outcomes().size() <= place) {
    simulation.next();
    look();
  }
  if (!simulation.faults().empty()) return simulation.faults();
  if (!report.tables) return not_reached(scenario, stage);
  report.outcome = simulation.outcomes()[place];
  return report;
}

std::vector<double> opening_walk_aways(const StageTables& tables) {
  std::vector<double> walk_aways;
  for (const Standing& ground : grounds(tables, 1, {})) walk_aways.push_back(ground.walk_away);
  return walk_aways;
}

/// The options that an actor likes best on an issue.
std::vector<bool> best_options(const Issue& issue, const Position& position) {
  const auto options = static_cast<int>(issue.options.size());
  std::vector<double> values;
  values.reserve(issue.options.size());
  for (int option = 0; option < options; ++option) {
    values.push_back(option_value(issue, position, option));
  }
  const double most = *std::max_element(values.begin(), values.end());
  std::vector<bool> best;
  best.reserve(values.size());
  for (const double value : values) best.push_back(value == most);
  return best;
}

bool same_best(const Issue& issue, const Position& one, const Position& other) {
  const auto first = best_options(issue, one);
  const auto second = best_options(issue, other);
  for (std::size_t option = 0; option < first.size(); ++option) {
    if (first[option] && second[option]) return true;
  }
  return false;
}

}  // namespace

StageColumns::StageColumns(const StageTables& tables) {
  for (const PartyTable& party : tables.parties) {
    utilities.emplace_back(party.utility);
    judged.push_back(party.judged());
  }
}

std::optional<IssueDivision> divide_issues(const Scenario& scenario, const StageView& view) {
  if (view.parties.size() != 2 || view.open.empty()) return std::nullopt;
  const auto& one = scenario.actors[view.parties[0]].positions;
  const auto& other = scenario.actors[view.parties[1]].positions;
  std::vector<double> first;
  std::vector<double> second;
  IssueDivision result{.issues = view.open};
  for (const int issue : view.open) {
    first.push_back(one[issue].salience);
    second.push_back(other[issue].salience);
    result.shared.push_back(same_best(scenario.issues[issue], one[issue], other[issue]));
  }
  const auto cares = [](const std::vector<double>& bids) {
    return std::any_of(bids.begin(), bids.end(), [](double bid) { return bid > 0.0; });
  };
  if (!cares(first) || !cares(second)) return std::nullopt;
  result.division = adjusted_winner(first, second, result.shared);
  return result;
}

Result<SolutionReport> solutions(const Scenario& scenario, const Run& run, int stage) {
  auto played = play(scenario, run, std::max(stage, 0));
  if (!played) return played.error();
  SolutionReport report = std::move(played).value();
  const StageTables& tables = *report.tables;
  const StageColumns columns(tables);
  const std::vector<double> walk_aways = opening_walk_aways(tables);
  const Bargain bargain{columns.utilities, columns.judged, walk_aways};
  report.solved = solve(bargain);
  if (report.outcome.agreed) report.outcome_index = find_package(tables, report.outcome.package);
  if (!report.solved.frontier.empty()) {
    report.weighted_nash = weighted_nash(bargain, report.solved, tables.rule.power);
    report.scores = score(bargain, report.solved, report.outcome_index);
  }
  report.division = divide_issues(*report.scenario, tables.view);
  return report;
}

}  // namespace detente
