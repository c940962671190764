#include <array>
#include <cmath>

#include "detente/sim/ids_json.hpp"
#include "detente/study/durability.hpp"

namespace detente {
namespace {

Json weakest_json(const Scenario& scenario, const WeakestLink& link) {
  const Issue& issue = scenario.issues[link.issue];
  Json json;
  json["link"] = link_name(link.link);
  json["issue"] = issue.id;
  json["from"] = issue.options[link.from].id;
  json["to"] = issue.options[link.to].id;
  json["deterrence"] = link.deterrence;
  json["first_year"] = link.first_year;
  json["change"] = Json::object();
  for (const auto& [actor, change] : link.change)
    json["change"][scenario.actors[actor].id] = change;
  json["must_accept"] = ids_json(scenario, link.losers());
  return json;
}

Json life_json(const Scenario& scenario, const PackageLife& one) {
  Json json;
  json["package"] = package_json(scenario, one.package);
  json["deterrence"] = one.life.deterrence;
  json["detection"] = one.deterrent.detection;
  json["credibility"] = one.deterrent.credibility;
  json["response"] = one.deterrent.response;
  json["compliance"] = Json::object();
  for (std::size_t place = 0; place < one.life.compliance.size(); ++place) {
    const int actor = scenario.durability->violators[place].actor;
    json["compliance"][scenario.actors[actor].id] = one.life.compliance[place];
  }
  json["hazard"] = one.life.hazard;
  const bool finite = std::isfinite(one.life.median_years);
  json["median_years"] = finite ? Json(one.life.median_years) : Json(nullptr);
  json["median"] = finite ? "finite" : "infinite";
  json["survival"] = one.life.survival;
  json["weakest"] = one.weakest ? weakest_json(scenario, *one.weakest) : Json(nullptr);
  return json;
}

/// The option of every issue, joined by commas.
std::string key_of(const Scenario& scenario, const std::vector<int>& package) {
  std::string key;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (issue > 0) key += ',';
    key += package[issue] < 0 ? "-" : scenario.issues[issue].options[package[issue]].id;
  }
  return key;
}

}  // namespace

std::string_view link_name(WeakestLink::Link link) {
  static constexpr std::array<std::string_view, 3> kNames{"detection", "credibility", "response"};
  return kNames.at(static_cast<std::size_t>(link));
}

std::string to_json(const Scenario& scenario, const PackageLife& life) {
  return compact(life_json(scenario, life));
}

std::string durability_json(const Scenario& scenario, const StageTables& tables,
                            std::span<const int> packages) {
  if (!scenario.durability) return {};
  Json json = Json::object();
  for (const int package : packages) {
    const auto whole = laid_over(tables.view.settled, options_of(tables, package));
    const auto life = life_of_package(scenario, tables.view.stage, whole);
    json[key_of(scenario, whole)] = life_json(scenario, *life);
  }
  return compact(json);
}

std::string durability_json(const Trace& trace) {
  const auto closing = closing_scenario(trace);
  const Scenario& scenario = *closing;
  if (!scenario.durability) return {};
  Json json = Json::object();
  for (const PackageLife& life : durability_of(trace)) {
    Json one = life_json(scenario, life);
    one["in_force"] = life.in_force;
    one["offers"] = Json::array();
    for (const auto& [stage, round] : life.offers) {
      one["offers"].push_back({{"stage", scenario.stages[stage].id}, {"round", round}});
    }
    json[key_of(scenario, life.package)] = std::move(one);
  }
  return compact(json);
}

}  // namespace detente
