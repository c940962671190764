#include "detente/study/coalitions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "detente/core/json.hpp"
#include "detente/sim/aspiration_view.hpp"
#include "detente/sim/ids_json.hpp"

namespace detente {
namespace {

constexpr int kAllZonesParties = 12;

/// The table that a report is about.
struct Moment {
  std::shared_ptr<const StageTables> tables{};
  std::shared_ptr<const Scenario> scenario{};
  std::vector<Standing> standings{};
  ActorSet table = 0;
};

Diagnostics not_played(const Scenario& scenario, int stage, int round) {
  std::string what = "stage '" + scenario.stages[stage].id + "' ";
  what += round < 0 ? "is not reached in this run" : "has no round " + std::to_string(round);
  return {{.code = Code::out_of_range, .message = what}};
}

Result<Moment> find_moment(const Scenario& scenario, const Run& run, int stage, int round) {
  auto ready = plan_talks(borrowed(scenario), run);
  if (!ready) return ready.error();
  Simulation simulation(std::move(ready).value());
  std::optional<Moment> found;
  const auto look = [&](const Simulation& at, int number) {
    const State& state = at.state();
    found = Moment{at.shared_tables(),
                   std::make_shared<const Scenario>(at.scenario()),
                   {},
                   at.tables().everybody() & ~state.left};
    State seen = state;
    seen.round = number;
    found->standings =
        round < 0 ? grounds(at.tables(), 1, {}) : at.model().standings(at.tables(), seen);
  };
  if (simulation.tables().view.stage == stage && round <= 0) look(simulation, 0);
  while (!found && !simulation.over()) {
    const Simulation before = simulation;
    simulation.next();
    const bool left_stage = simulation.stage_count() > static_cast<std::size_t>(stage) + 1;
    const bool same_stage = !left_stage && simulation.tables().view.stage == stage;
    if (before.tables().view.stage != stage && same_stage && round <= 0) look(simulation, 0);
    const bool round_over =
        simulation.over() || !same_stage || simulation.state().round != before.state().round;
    if (before.tables().view.stage == stage && before.state().round == round && round_over) {
      look(before, round);
    }
  }
  if (!simulation.faults().empty()) return simulation.faults();
  if (!found) {
    const bool reached = simulation.stage_count() > static_cast<std::size_t>(stage);
    return not_played(scenario, stage, reached ? round : -1);
  }
  return *found;
}

/// Largest sum of the members' utilities among the packages that they all accept.
Zone measure(const Moment& moment, const Acceptance& acceptance, ActorSet who, std::int64_t size) {
  const StageTables& tables = *moment.tables;
  Zone zone{.coalition = actors_of(tables, who), .size = size};
  double best = 0.0;
  for (int package = 0; package < tables.grid.packages() && size > 0; ++package) {
    if (!includes(acceptance.who[package], who)) continue;
    double sum = 0.0;
    for (const int party : Members(who)) sum += tables.parties[party].utility[package];
    if (zone.index >= 0 && sum <= best) continue;
    zone.index = package;
    best = sum;
  }
  if (zone.index < 0) return zone;
  zone.package = options_of(tables, zone.index);
  for (const PartyTable& party : tables.parties)
    zone.utilities.push_back(party.utility[zone.index]);
  return zone;
}

std::vector<Zone> all_zones(const Moment& moment, const Acceptance& acceptance) {
  const auto parties = static_cast<int>(moment.tables->parties.size());
  const auto sizes = zone_sizes(acceptance, parties);
  std::vector<ActorSet> order;
  order.reserve(sizes.size());
  for (std::size_t who = 1; who < sizes.size(); ++who) order.emplace_back(who);
  std::stable_sort(order.begin(), order.end(),
                   [](ActorSet a, ActorSet b) { return size_of(a) < size_of(b); });
  std::vector<Zone> zones;
  zones.reserve(order.size());
  for (const ActorSet who : order)
    zones.push_back(measure(moment, acceptance, who, sizes[who.word(0)]));
  return zones;
}

std::vector<Zone> bloc_zones(const Moment& moment, const Acceptance& acceptance) {
  std::vector<Zone> zones;
  for (const ActorSet bloc : maximal_blocs(acceptance)) {
    std::int64_t size = 0;
    for (const Occupied& occupied : acceptance.occupied) {
      if (includes(occupied.who, bloc)) size += occupied.count;
    }
    zones.push_back(measure(moment, acceptance, bloc, size));
  }
  return zones;
}

/// The ties among the parties and advisers of a stage.
void add_ties(const Scenario& scenario, const Stage& stage, CoalitionReport& report) {
  report.members = report.parties;
  report.members.insert(report.members.end(), stage.advisers.begin(), stage.advisers.end());
  std::sort(report.members.begin(), report.members.end());
  TieGraph graph(static_cast<int>(report.members.size()));
  const auto place = [&](int actor) {
    const auto found = std::find(report.members.begin(), report.members.end(), actor);
    return found == report.members.end() ? -1 : static_cast<int>(found - report.members.begin());
  };
  for (const Tie& tie : scenario.ties) {
    const int from = place(tie.from);
    const int to = place(tie.to);
    if (from >= 0 && to >= 0) graph.add(from, to, tie.strength, tie.symmetric);
  }
  const auto named = [&](ActorSet set) {
    std::vector<int> actors;
    for (const int member : Members(set)) actors.push_back(report.members[member]);
    return actors;
  };
  report.betweenness = betweenness(graph);
  const SplitLine line = split_line(graph);
  for (const ActorSet side : line.sides) report.sides.push_back(named(side));
  report.split_strength = line.strength;
  for (const ActorSet part : connected_parts(graph)) report.components.push_back(named(part));
}

Json zone_json(const Scenario& scenario, const CoalitionReport& report, const Zone& zone) {
  Json json;
  json["coalition"] = ids_json(scenario, zone.coalition);
  json["size"] = zone.size;
  json["best"] = nullptr;
  if (zone.index < 0) return json;
  Json best;
  best["package"] = package_json(scenario, zone.package);
  best["index"] = zone.index;
  best["utilities"] = by_actor_json(scenario, report.parties, zone.utilities);
  json["best"] = best;
  return json;
}

Json groups_json(const Scenario& scenario, const std::vector<std::vector<int>>& groups) {
  Json list = Json::array();
  for (const auto& group : groups) list.push_back(ids_json(scenario, group));
  return list;
}

}  // namespace

Result<CoalitionReport> coalitions(const Scenario& scenario, const Run& run, int stage, int round) {
  if (stage < 0) stage = 0;
  const auto moment = find_moment(scenario, run, stage, round);
  if (!moment) return moment.error();
  const StageTables& tables = *moment->tables;
  const bool clause =
      find_model(run.model.empty() ? scenario.model : run.model)->model->signatory_clause();
  const Acceptance acceptance = who_accepts(tables, moment->standings, moment->table, clause);
  CoalitionReport report{.stage = stage, .round = round, .parties = tables.view.parties};
  for (const Standing& standing : moment->standings)
    report.thresholds.push_back(standing.threshold);
  const bool only_blocs = report.parties.size() > kAllZonesParties;
  report.truncated = only_blocs || is_truncated(acceptance);
  report.zones = only_blocs ? bloc_zones(*moment, acceptance) : all_zones(*moment, acceptance);
  report.blocs = blocs_of(tables, acceptance);
  report.blockers = blockers_of(tables, acceptance, moment->standings, moment->table);
  add_ties(*moment->scenario, moment->scenario->stages[stage], report);
  return report;
}

std::string to_json(const Scenario& scenario, const CoalitionReport& report) {
  Json json;
  json["schema"] = "detente/coalitions/1";
  json["scenario"] = scenario.id;
  json["stage"] = scenario.stages[report.stage].id;
  json["round"] = report.round < 0 ? Json(nullptr) : Json(report.round);
  json["thresholds"] = by_actor_json(scenario, report.parties, report.thresholds);
  json["zones"] = Json::array();
  for (const Zone& zone : report.zones) json["zones"].push_back(zone_json(scenario, report, zone));
  json["blocs"] = groups_json(scenario, report.blocs);
  json["blockers"] = Json::array();
  for (const auto& blocker : report.blockers) {
    json["blockers"].push_back(blocker_json(scenario, blocker));
  }
  json["brokers"] = by_actor_json(scenario, report.members, report.betweenness);
  Json split;
  split["sides"] = groups_json(scenario, report.sides);
  split["strength"] = report.split_strength;
  json["split"] = split;
  json["components"] = groups_json(scenario, report.components);
  json["truncated"] = report.truncated;
  return compact(json);
}

}  // namespace detente
