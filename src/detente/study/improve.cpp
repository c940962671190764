#include "detente/study/improve.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "detente/bargain/frontier.hpp"
#include "detente/sim/ids_json.hpp"
#include "detente/study/solutions.hpp"

namespace detente {
namespace {

constexpr double kTie = 1e-12;

double worth(const StageTables& tables, std::size_t party, int package) {
  return tables.parties[party].utility[package];
}

/// Frontier of what is at least as good as the deal for all, without the deal itself.
std::vector<int> better_packages(const StageTables& tables, int deal) {
  const StageColumns columns(tables);
  std::vector<std::span<const double>> judged;
  std::vector<double> floors;
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    const bool crossed = columns.judged[party][deal] < worth(tables, party, deal);
    judged.push_back(crossed ? columns.utilities[party] : columns.judged[party]);
    floors.push_back(worth(tables, party, deal));
  }
  std::vector<int> better = pareto_frontier(columns.utilities, rational_packages(judged, floors));
  const auto same = [&](int package) {
    for (std::size_t party = 0; party < tables.parties.size(); ++party) {
      if (worth(tables, party, package) != floors[party]) return false;
    }
    return true;
  };
  better.erase(std::remove_if(better.begin(), better.end(), same), better.end());
  std::sort(better.begin(), better.end());
  return better;
}

/// The largest product of the signatories' gains over their d, first index.
int first_of_best(const StageTables& tables, std::span<const Standing> standings,
                  const std::vector<int>& signatories, const std::vector<int>& packages) {
  std::vector<double> products;
  for (const int package : packages) {
    double product = 1.0;
    for (std::size_t party = 0; party < tables.parties.size(); ++party) {
      const int actor = tables.parties[party].actor;
      if (std::count(signatories.begin(), signatories.end(), actor) == 0) continue;
      product *= worth(tables, party, package) - standings[party].lowest;
    }
    products.push_back(product);
  }
  const double most = *std::max_element(products.begin(), products.end());
  const auto first = std::find_if(products.begin(), products.end(),
                                  [&](double product) { return product >= most - kTie; });
  return packages[first - products.begin()];
}

/// The last stage that agreed something: one with nothing open only approves what was.
const TraceStage* last_agreed(const Trace& trace) {
  for (auto stage = trace.stages.rbegin(); stage != trace.stages.rend(); ++stage) {
    if (stage->outcome.agreed && !stage->open.empty()) return &*stage;
  }
  return nullptr;
}

Json changes_json(const Scenario& scenario, const Improvement& improvement) {
  Json changes = Json::object();
  for (std::size_t issue = 0; issue < improvement.after.size(); ++issue) {
    const int from = improvement.before[issue];
    const int to = improvement.after[issue];
    if (from == to) continue;
    Json change;
    change["from"] = scenario.issues[issue].options[from].id;
    change["to"] = scenario.issues[issue].options[to].id;
    changes[scenario.issues[issue].id] = change;
  }
  return changes;
}

}  // namespace

Improvement improve(const StageTables& tables, std::span<const Standing> standings, int deal,
                    const std::vector<int>& signatories) {
  Improvement improvement{.stage = tables.view.stage,
                          .deal = deal,
                          .before = options_of(tables, deal),
                          .parties = tables.view.parties};
  const std::vector<int> better = better_packages(tables, deal);
  improvement.better = static_cast<int>(better.size());
  if (!better.empty()) {
    improvement.package = first_of_best(tables, standings, signatories, better);
    improvement.after = options_of(tables, improvement.package);
  }
  const int shown = better.empty() ? deal : improvement.package;
  for (std::size_t party = 0; party < tables.parties.size(); ++party) {
    improvement.utilities.push_back(worth(tables, party, shown));
    improvement.gains.push_back(worth(tables, party, shown) - worth(tables, party, deal));
  }
  return improvement;
}

std::optional<Improvement> improve(const Trace& trace) {
  const TraceStage* const stage = last_agreed(trace);
  if (trace.outcome.package.empty() || stage == nullptr) return std::nullopt;
  const TraceRound& last = stage->rounds.back();
  if (!last.tables) return std::nullopt;
  const int deal = find_package(*last.tables, stage->outcome.package);
  return improve(*last.tables, last.standings, deal, stage->outcome.coalition);
}

Result<std::optional<Improvement>> improve(const Scenario& scenario, const Run& run) {
  auto ready = plan(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  std::optional<Improvement> improvement;
  while (!simulation.over()) {
    const auto tables = simulation.shared_tables();
    const std::size_t stages = simulation.outcomes().size();
    simulation.next();
    if (simulation.outcomes().size() == stages || !simulation.outcomes()[stages].agreed) continue;
    if (tables->view.open.empty()) continue;
    const State& state = simulation.closing_state();
    improvement = improve(*tables, simulation.model().standings(*tables, state), state.standing,
                          simulation.outcomes()[stages].coalition);
  }
  if (!simulation.faults().empty()) return simulation.faults();
  if (simulation.outcomes().back().package.empty()) return std::optional<Improvement>{};
  return improvement;
}

std::string to_json(const Scenario& scenario, const std::optional<Improvement>& improvement) {
  if (!improvement) return "null";
  const bool found = improvement->package >= 0;
  Json json;
  json["stage"] = scenario.stages[improvement->stage].id;
  json["on_frontier"] = !found;
  json["better"] = improvement->better;
  json["index"] = found ? Json(improvement->package) : Json(nullptr);
  json["package"] = package_json(scenario, improvement->after);
  json["utilities"] = by_actor_json(scenario, improvement->parties, improvement->utilities);
  json["gains"] = by_actor_json(scenario, improvement->parties, improvement->gains);
  json["changes"] = changes_json(scenario, *improvement);
  return compact(json);
}

}  // namespace detente
