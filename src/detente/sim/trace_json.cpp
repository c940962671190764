#include <array>

#include "detente/core/digest.hpp"
#include "detente/sim/ids_json.hpp"

namespace detente {
namespace {

std::string_view answer_name(Answer answer) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "accept", "refuse", "leave",
                                                          "unreached"};
  return kNames.at(static_cast<std::size_t>(answer));
}

std::string_view event_name(TraceEvent::Kind kind) {
  static constexpr std::array<std::string_view, 7> kNames{"edit", "reopened", "together", "silence",
                                                          "pass", "left",     "influence"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Json offer_json(const Scenario& scenario, const TraceStage& stage, const TraceOffer& offer) {
  Json json;
  json["index"] = offer.index;
  const Json by = ids_json(scenario, offer.by);
  json["by"] = offer.joint ? by : by.front();
  json["package"] = package_json(scenario, offer.package);
  json["utilities"] = by_actor_json(scenario, stage.parties, offer.utilities);
  Json responses = Json::object();
  for (const Response& response : offer.responses) {
    responses[scenario.actors[response.actor].id] = answer_name(response.answer);
  }
  json["responses"] = responses;
  if (offer.joint) {
    json["unreached"] = ids_json(scenario, offer.unreached);
    json["needed"] = ids_json(scenario, offer.needed);
  }
  return json;
}

Json event_json(const Scenario& scenario, const TraceEvent& event) {
  Json json;
  json["kind"] = event_name(event.kind);
  if (event.actors.size() == 1) json["actor"] = scenario.actors[event.actors.front()].id;
  if (event.actors.size() > 1) json["actors"] = ids_json(scenario, event.actors);
  if (!event.issues.empty()) {
    json["issues"] = Json::array();
    for (const int issue : event.issues) json["issues"].push_back(scenario.issues[issue].id);
  }
  if (!event.path.empty()) json["path"] = event.path;
  if (!event.value.empty()) json["value"] = event.value;
  return json;
}

Json round_json(const Scenario& scenario, const TraceStage& stage, const TraceRound& round) {
  Json json;
  json["round"] = round.number;
  json["offers"] = Json::array();
  for (const TraceOffer& offer : round.offers) {
    json["offers"].push_back(offer_json(scenario, stage, offer));
  }
  std::vector<double> thresholds;
  std::vector<double> walk_aways;
  for (const Standing& standing : round.standings) {
    thresholds.push_back(standing.threshold);
    walk_aways.push_back(standing.walk_away);
  }
  json["aspirations"] = by_actor_json(scenario, stage.parties, thresholds);
  json["walk_aways"] = by_actor_json(scenario, stage.parties, walk_aways);
  json["zone_size"] = round.zone_size;
  json["blocs"] = Json::array();
  for (const auto& bloc : round.blocs) json["blocs"].push_back(ids_json(scenario, bloc));
  json["coalition"] = ids_json(scenario, round.coalition);
  json["blockers"] = Json::array();
  for (const TraceBlocker& blocker : round.blockers) {
    json["blockers"].push_back(blocker_json(scenario, blocker));
  }
  json["events"] = Json::array();
  for (const TraceEvent& event : round.events)
    json["events"].push_back(event_json(scenario, event));
  return json;
}

/// What the digest is taken over: the stages and the outcome.
Json result_json(const Trace& trace) {
  const Scenario& scenario = *trace.scenario;
  Json stages = Json::array();
  for (const TraceStage& stage : trace.stages) {
    Json json;
    json["id"] = scenario.stages[stage.stage].id;
    json["rounds"] = Json::array();
    for (const TraceRound& round : stage.rounds) {
      json["rounds"].push_back(round_json(scenario, stage, round));
    }
    json["outcome"] = outcome_json(scenario, stage.outcome);
    stages.push_back(json);
  }
  Json result;
  result["stages"] = stages;
  result["outcome"] = outcome_json(scenario, trace.outcome);
  return result;
}

}  // namespace

Json ids_json(const Scenario& scenario, const std::vector<int>& actors) {
  Json list = Json::array();
  for (const int actor : actors) list.push_back(scenario.actors[actor].id);
  return list;
}

Json package_json(const Scenario& scenario, const std::vector<int>& package) {
  if (package.empty()) return nullptr;
  Json object = Json::object();
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    const Option& option = scenario.issues[issue].options[package[issue]];
    object[scenario.issues[issue].id] =
        scenario.issues[issue].range ? Json(option.at) : Json(option.id);
  }
  return object;
}

Json by_actor_json(const Scenario& scenario, const std::vector<int>& actors,
                   const std::vector<double>& numbers) {
  Json object = Json::object();
  for (std::size_t place = 0; place < actors.size(); ++place) {
    object[scenario.actors[actors[place]].id] = numbers[place];
  }
  return object;
}

Json blocker_json(const Scenario& scenario, const TraceBlocker& blocker) {
  Json json;
  json["actors"] = ids_json(scenario, blocker.actors);
  json["shortfall"] = blocker.shortfall;
  json["package"] = package_json(scenario, blocker.package);
  json["index"] = blocker.index < 0 ? Json(nullptr) : Json(blocker.index);
  return json;
}

Json outcome_json(const Scenario& scenario, const Outcome& outcome) {
  Json json;
  json["agreed"] = outcome.agreed;
  json["stage"] = scenario.stages[outcome.stage].id;
  json["round"] = outcome.round > 0 ? Json(outcome.round) : Json(nullptr);
  json["package"] = package_json(scenario, outcome.package);
  json["coalition"] = ids_json(scenario, outcome.coalition);
  json["utilities"] = Json::object();
  for (const auto& [actor, utility] : outcome.utilities) {
    json["utilities"][scenario.actors[actor].id] = utility;
  }
  json["reason"] = reason_name(outcome.reason);
  return json;
}

std::string_view reason_name(Reason reason) {
  static constexpr std::array<std::string_view, 7> kNames{
      "none", "agreement", "deadline", "no_zone", "withdrawal", "stable", "cycle"};
  return kNames.at(static_cast<std::size_t>(reason));
}

std::string digest(const Trace& trace) {
  return digest_of(compact(result_json(trace)));
}

std::string to_json(const Trace& trace, int holds, int worlds) {
  const Json result = result_json(trace);
  Json json;
  json["schema"] = "detente/trace/1";
  json["scenario"] = trace.scenario->id;
  json["model"] = trace.model;
  json["seed"] = trace.seed;
  json["digest"] = digest_of(compact(result));
  if (holds >= 0) {
    json["holds"] = holds;
    json["worlds"] = worlds;
  }
  json.update(result);
  return compact(json);
}

}  // namespace detente
