#include "detente/sim/ids_json.hpp"
#include "detente/study/compare.hpp"

namespace detente {
namespace {

Json text_json(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json deed_json(const Scenario& scenario, const Deed& deed) {
  Json json;
  json["kind"] = deed_name(deed.kind);
  if (deed.kind == Deed::Kind::over) return json;
  json["stage"] = scenario.stages[deed.stage].id;
  json["round"] = deed.round;
  json["by"] = ids_json(scenario, deed.actors);
  json["package"] = package_json(scenario, deed.package);
  if (deed.reason != Reason::none) json["reason"] = reason_name(deed.reason);
  return json;
}

Json first_json(const Comparison& comparison) {
  if (!comparison.first) return nullptr;
  const FirstDifference& first = *comparison.first;
  Json json;
  json["stage"] = first.stage;
  json["round"] = first.round;
  json["actor"] = first.actor.empty() ? Json(nullptr) : Json(first.actor);
  json["a"] = deed_json(*comparison.runs[0].scenario, first.a);
  json["b"] = deed_json(*comparison.runs[1].scenario, first.b);
  return json;
}

Json input_json(const InputDifference& input) {
  Json json;
  json["path"] = input.path;
  if (input.at) {
    json["at"] = Json::object({{"stage", input.at->stage}, {"round", input.at->round}});
  }
  json["a"] = text_json(input.a);
  json["b"] = text_json(input.b);
  return json;
}

}  // namespace

std::string to_json(const Comparison& comparison) {
  Json json;
  json["schema"] = "detente/comparison/1";
  json["equal"] = comparison.equal;
  json["first_difference"] = first_json(comparison);
  json["inputs"] = Json::array();
  for (const InputDifference& input : comparison.inputs) {
    json["inputs"].push_back(input_json(input));
  }
  json["all_inputs"] = comparison.all_inputs;
  json["outcomes"] = Json::array();
  json["runs"] = Json::array();
  for (const ComparedRun& run : comparison.runs) {
    json["outcomes"].push_back(outcome_json(*run.scenario, run.outcome));
    json["runs"].push_back(Json::object({{"scenario", run.scenario->id},
                                         {"model", run.model},
                                         {"seed", run.seed},
                                         {"digest", run.digest}}));
  }
  return compact(json);
}

}  // namespace detente
