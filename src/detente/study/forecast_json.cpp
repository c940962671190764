#include "detente/core/json.hpp"
#include "detente/core/text.hpp"
#include "detente/study/estimate_json.hpp"
#include "detente/study/forecast.hpp"

namespace detente {
namespace {

using detail::estimate_json;
using detail::interval_json;

Json issue_json(const Issue& issue, const IssueForecast& forecast) {
  const bool any = forecast.settled > 0.0;
  Json json;
  json["mean"] = any ? Json(forecast.mean) : Json(nullptr);
  json["median"] = any ? Json(forecast.median) : Json(nullptr);
  json["quantiles"] = any ? Json::object() : Json(nullptr);
  for (std::size_t place = 0; any && place < kForecastQuantiles.size(); ++place) {
    json["quantiles"][std::to_string(kForecastQuantiles[place])] = forecast.quantiles[place];
  }
  json["options"] = any ? Json::object() : Json(nullptr);
  for (std::size_t option = 0; any && option < issue.options.size(); ++option) {
    // of a continuous issue only the points of its grid that occur
    if (issue.range && forecast.options[option] <= 0.0) continue;
    json["options"][issue.options[option].id] = forecast.options[option];
  }
  json["settled"] = forecast.settled;
  json["without"] = 1.0 - forecast.settled;
  return json;
}

Json issues_json(const Scenario& scenario, const OutcomeForecast& outcome) {
  Json json = Json::object();
  for (std::size_t issue = 0; issue < outcome.issues.size(); ++issue) {
    json[scenario.issues[issue].id] = issue_json(scenario.issues[issue], outcome.issues[issue]);
  }
  return json;
}

Json stages_json(const Scenario& scenario, const OutcomeForecast& outcome) {
  Json list = Json::array();
  for (std::size_t stage = 0; stage < outcome.stages.size(); ++stage) {
    Json json;
    json["id"] = scenario.stages[stage].id;
    json["agreed"] = outcome.stages[stage].agreed;
    json["ended"] = outcome.stages[stage].ended;
    list.push_back(std::move(json));
  }
  return list;
}

Json model_json(const ForecastReport& forecast, const ModelForecast& model) {
  const bool played = model.failed < forecast.runs;
  Json json;
  json["id"] = model.id;
  json["agreed"] = played ? Json(model.outcome.agreed) : Json(nullptr);
  json["interval"] = interval_json(model.outcome.interval);
  json["failed"] = model.failed;
  if (model.failed > 0) json["fault"] = model.fault;
  json["stages"] = stages_json(*forecast.scenario, model.outcome);
  json["forecast"] = issues_json(*forecast.scenario, model.outcome);
  return json;
}

Json drive_json(const InputForecast& drive) {
  Json json;
  json["first_order"] = estimate_json(drive.first);
  json["rank_correlation"] = estimate_json(drive.correlation);
  return json;
}

Json input_json(const ForecastReport& forecast, const ForecastInput& input) {
  Json json;
  json["path"] = input.path;
  json.update(drive_json(input.ensemble));
  for (std::size_t model = 0; model < input.models.size(); ++model) {
    json["models"][forecast.models[model].id] = drive_json(input.models[model]);
  }
  return json;
}

Json value_json(const Value& value) {
  if (value.is_list()) {
    Json list = Json::array();
    for (const Value& item : value.items) list.push_back(value_json(item));
    return list;
  }
  if (value.is_map()) {
    Json map = Json::object();
    for (const Entry& entry : value.entries) map[entry.key] = value_json(entry.value);
    return map;
  }
  if (!value.is_scalar()) return nullptr;
  const auto number = value.quoted ? std::nullopt : parse_number(value.scalar);
  return number ? Json(*number) : Json(value.scalar);
}

}  // namespace

std::string to_json(const ForecastReport& forecast) {
  Json json;
  json["schema"] = "detente/forecast/1";
  json["scenario"] = forecast.scenario->id;
  json["label"] = "under these assumptions";
  json["seed"] = forecast.seed;
  json["runs"] = forecast.runs;
  json["settings"] = Json::object();
  for (const Edit& setting : forecast.settings) {
    json["settings"][setting.path] = value_json(setting.value);
  }
  json["uncertain"] = forecast.drawn;
  json["failed"] = forecast.failed;
  json["models"] = Json::array();
  for (const ModelForecast& model : forecast.models) {
    json["models"].push_back(model_json(forecast, model));
  }
  Json ensemble;
  ensemble["weights"] = "equal";
  ensemble["agreement_probability"] = forecast.ensemble.agreed;
  ensemble["interval"] = interval_json(forecast.ensemble.interval);
  ensemble["stages"] = stages_json(*forecast.scenario, forecast.ensemble);
  ensemble["issues"] = issues_json(*forecast.scenario, forecast.ensemble);
  json["ensemble"] = std::move(ensemble);
  json["inputs"] = Json::array();
  for (const ForecastInput& input : forecast.inputs) {
    json["inputs"].push_back(input_json(forecast, input));
  }
  return compact(json);
}

}  // namespace detente
