#include "detente/scenario/stage_view.hpp"

#include <algorithm>
#include <cmath>

namespace detente {
namespace {

bool has(const std::vector<int>& items, int item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

std::vector<int> laid_over(std::vector<int> before, const std::vector<int>& now) {
  if (before.empty()) return now;
  for (std::size_t issue = 0; issue < now.size(); ++issue) {
    if (now[issue] >= 0) before[issue] = now[issue];
  }
  return before;
}

StageView view_stage(const Scenario& scenario, int stage, const std::vector<Agreed>& agreed) {
  const Stage& plan = scenario.stages[stage];
  StageView view{.stage = stage,
                 .parties = plan.parties,
                 .issues = plan.issues,
                 .fixed = std::vector<int>(scenario.issues.size(), -1)};
  std::sort(view.parties.begin(), view.parties.end());
  if (plan.keeps >= 0) {
    for (const int issue : scenario.stages[plan.keeps].issues) {
      if (!has(plan.reopens, issue)) view.fixed[issue] = agreed[plan.keeps].package[issue];
    }
  }
  for (const int issue : view.issues) {
    if (view.fixed[issue] < 0) view.open.push_back(issue);
  }
  if (stage > 0) view.settled = agreed[stage - 1].package;
  if (stage > 0 && plan.fallback == Fallback::kept) view.in_force = agreed[stage - 1];
  return view;
}

double option_value(const Issue& issue, const Position& position, int option) {
  if (!position.values.empty()) return position.values[option];
  if (!position.ideal) return 0.0;
  const double off = std::abs(issue.options[option].at - position.ideal->on(issue)) / issue.axis();
  return position.loss == Loss::linear ? 1.0 - off : 1.0 - off * off;
}

std::vector<double> issue_weights(const StageView& view, const Actor& actor) {
  double sum = 0.0;
  for (const int issue : view.issues) sum += actor.positions[issue].salience;
  std::vector<double> weights;
  for (const int issue : view.issues) weights.push_back(actor.positions[issue].salience / sum);
  return weights;
}

bool forbids(const Issue& issue, const Position& position, int option) {
  if (!position.red_line) return false;
  const double at = issue.options[option].at;
  return at < position.red_line->first.on(issue) || at > position.red_line->second.on(issue);
}

std::vector<int> crossed_lines(const Scenario& scenario, int actor,
                               const std::vector<int>& options) {
  std::vector<int> crossed;
  const auto& positions = scenario.actors[actor].positions;
  const std::size_t issues = std::min(options.size(), positions.size());
  for (std::size_t issue = 0; issue < issues; ++issue) {
    if (options[issue] < 0) continue;
    if (forbids(scenario.issues[issue], positions[issue], options[issue])) {
      crossed.push_back(static_cast<int>(issue));
    }
  }
  return crossed;
}

double base_walk_away(const Scenario& scenario, const Stage& stage, int actor) {
  const auto own = stage.walk_away.find(actor);
  return own == stage.walk_away.end() ? scenario.actors[actor].walk_away : own->second;
}

}  // namespace detente
