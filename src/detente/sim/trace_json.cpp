#include <xxhash.h>

#include <algorithm>
#include <array>

#include "detente/core/json.hpp"
#include "detente/sim/trace.hpp"

namespace detente {
namespace {

Json ids(const Scenario& scenario, const std::vector<int>& actors) {
  Json list = Json::array();
  for (const int actor : actors) list.push_back(scenario.actors[actor].id);
  return list;
}

Json package_json(const Scenario& scenario, const std::vector<int>& package) {
  if (package.empty()) return nullptr;
  Json object = Json::object();
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    object[scenario.issues[issue].id] = scenario.issues[issue].options[package[issue]].id;
  }
  return object;
}

/// An object by actor id; `number(k)` belongs to actors[k].
template <typename Number>
Json by_actor(const Scenario& scenario, const std::vector<int>& actors, Number number) {
  Json object = Json::object();
  for (std::size_t place = 0; place < actors.size(); ++place) {
    object[scenario.actors[actors[place]].id] = number(place);
  }
  return object;
}

std::string_view answer_name(Answer answer) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "accept", "refuse", "leave",
                                                          "unreached"};
  return kNames.at(static_cast<std::size_t>(answer));
}

std::string_view event_name(TraceEvent::Kind kind) {
  static constexpr std::array<std::string_view, 6> kNames{"edit",    "reopened", "together",
                                                          "silence", "pass",     "left"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Json offer_json(const Scenario& scenario, const TraceStage& stage, const TraceOffer& offer) {
  Json json;
  json["index"] = offer.index;
  const Json by = ids(scenario, offer.by);
  json["by"] = offer.joint ? by : by.front();
  json["package"] = package_json(scenario, offer.package);
  json["utilities"] =
      by_actor(scenario, stage.parties, [&](std::size_t place) { return offer.utilities[place]; });
  Json responses = Json::object();
  for (const Response& response : offer.responses) {
    responses[scenario.actors[response.actor].id] = answer_name(response.answer);
  }
  json["responses"] = responses;
  if (offer.joint) {
    json["unreached"] = ids(scenario, offer.unreached);
    json["needed"] = ids(scenario, offer.needed);
  }
  return json;
}

Json event_json(const Scenario& scenario, const TraceEvent& event) {
  Json json;
  json["kind"] = event_name(event.kind);
  if (event.actors.size() == 1) json["actor"] = scenario.actors[event.actors.front()].id;
  if (event.actors.size() > 1) json["actors"] = ids(scenario, event.actors);
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
  const auto each = [&](auto number) {
    return by_actor(scenario, stage.parties,
                    [&](std::size_t place) { return number(round.standings[place]); });
  };
  json["aspirations"] = each([](const Standing& standing) { return standing.threshold; });
  json["walk_aways"] = each([](const Standing& standing) { return standing.walk_away; });
  json["zone_size"] = round.zone_size;
  json["blocs"] = Json::array();
  for (const auto& bloc : round.blocs) json["blocs"].push_back(ids(scenario, bloc));
  json["coalition"] = ids(scenario, round.coalition);
  json["blockers"] = Json::array();
  for (const TraceBlocker& blocker : round.blockers) {
    Json entry;
    entry["actors"] = ids(scenario, blocker.actors);
    entry["shortfall"] = blocker.shortfall;
    entry["package"] = package_json(scenario, blocker.package);
    entry["index"] = blocker.index < 0 ? Json(nullptr) : Json(blocker.index);
    json["blockers"].push_back(entry);
  }
  json["events"] = Json::array();
  for (const TraceEvent& event : round.events) json["events"].push_back(event_json(scenario, event));
  return json;
}

Json outcome_json(const Scenario& scenario, const Outcome& outcome) {
  Json json;
  json["agreed"] = outcome.agreed;
  json["stage"] = scenario.stages[outcome.stage].id;
  json["round"] = outcome.round > 0 ? Json(outcome.round) : Json(nullptr);
  json["package"] = package_json(scenario, outcome.package);
  json["coalition"] = ids(scenario, outcome.coalition);
  json["utilities"] = Json::object();
  for (const auto& [actor, utility] : outcome.utilities) {
    json["utilities"][scenario.actors[actor].id] = utility;
  }
  json["reason"] = reason_name(outcome.reason);
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

std::string hash(const std::string& text) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

}  // namespace

std::string_view reason_name(Reason reason) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "agreement", "deadline",
                                                          "no_zone", "withdrawal"};
  return kNames.at(static_cast<std::size_t>(reason));
}

std::string digest(const Trace& trace) {
  return hash(compact(result_json(trace)));
}

std::string to_json(const Trace& trace, int holds, int worlds) {
  const Json result = result_json(trace);
  Json json;
  json["schema"] = "detente/trace/1";
  json["scenario"] = trace.scenario->id;
  json["model"] = trace.model;
  json["seed"] = trace.seed;
  json["digest"] = hash(compact(result));
  if (holds >= 0) {
    json["holds"] = holds;
    json["worlds"] = worlds;
  }
  json.update(result);
  return compact(json);
}

}  // namespace detente
