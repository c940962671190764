#include "detente/study/explain_json.hpp"

#include "detente/sim/ids_json.hpp"

namespace detente {
namespace {

Json decision_json(const Scenario& scenario, const Decision& decision) {
  Json json;
  json["kind"] = decision_name(decision.kind);
  json["package"] = package_json(scenario, decision.package);
  json["index"] = decision.index < 0 ? Json(nullptr) : Json(decision.index);
  json["by"] = ids_json(scenario, decision.by);
  json["utility"] = decision.index < 0 ? Json(nullptr) : Json(decision.utility);
  json["threshold"] = decision.threshold;
  json["margin"] = decision.index < 0 ? Json(nullptr) : Json(decision.margin);
  return json;
}

Json ids_of_issues(const Scenario& scenario, const std::vector<int>& issues) {
  Json list = Json::array();
  for (const int issue : issues) list.push_back(scenario.issues[issue].id);
  return list;
}

Json term_json(const Scenario& scenario, const Term& term) {
  Json json;
  if (term.issue < 0) {
    json["label"] = "durability";
    json["issue"] = nullptr;
    json["option"] = nullptr;
    json["weight"] = term.weight;
    json["value"] = term.value;
    json["product"] = term.product;
    return json;
  }
  const Issue& issue = scenario.issues[term.issue];
  json["label"] = issue.title.in(Language::en, issue.id);
  json["issue"] = issue.id;
  json["option"] = issue.options[term.option].id;
  json["weight"] = term.weight;
  json["value"] = term.value;
  json["product"] = term.product;
  return json;
}

Json flip_json(const Explanation& explanation, const Flip& flip) {
  const Scenario& scenario = *explanation.scenario;
  Json edit;
  if (flip.offer) {
    const Issue& issue = scenario.issues[flip.offer->first];
    edit["offer"] = Json::object({{issue.id, issue.options[flip.offer->second].id}});
  } else {
    edit["set"] = Json::object({{flip.path, flip.to}});
  }
  Json json;
  json["edit"] = edit;
  json["at"] = Json::object(
      {{"stage", scenario.stages[explanation.stage].id}, {"round", explanation.round}});
  json["from"] = flip.from;
  json["to"] = flip.to;
  json["change"] = flip.change;
  json["decision_after"] = decision_name(flip.decision_after);
  json["outcome_after"] = outcome_json(scenario, flip.outcome_after);
  json["holds"] = flip.holds;
  return json;
}

Json history_json(const Scenario& scenario, const HistoryStep& step) {
  Json json;
  json["round"] = step.round;
  json["kind"] = decision_name(step.kind);
  json["package"] = package_json(scenario, step.package);
  json["utility"] = step.package.empty() ? Json(nullptr) : Json(step.utility);
  json["threshold"] = step.threshold;
  return json;
}

/// The basis of every position that the terms use.
Json sources_json(const Explanation& explanation) {
  Json list = Json::array();
  const Scenario& scenario = *explanation.scenario;
  for (const Term& term : explanation.terms) {
    if (term.issue < 0) continue;
    const Position& position = scenario.actors[explanation.actor].positions[term.issue];
    if (position.because.empty() && position.source.empty()) continue;
    Json because;
    for (const Language language : kLanguages) {
      const std::string& words = position.because.in(language, "");
      if (!words.empty()) because[std::string(language_code(language))] = words;
    }
    Json json;
    json["issue"] = scenario.issues[term.issue].id;
    json["because"] = because;
    json["source"] = position.source;
    list.push_back(json);
  }
  return list;
}

}  // namespace

std::string to_json(const Explanation& explanation, const std::array<std::string, 3>& headlines) {
  const Scenario& scenario = *explanation.scenario;
  Json json;
  json["schema"] = "detente/explanation/1";
  json["scenario"] = scenario.id;
  json["model"] = explanation.model;
  json["stage"] = scenario.stages[explanation.stage].id;
  json["round"] = explanation.round;
  json["actor"] = scenario.actors[explanation.actor].id;
  json["decision"] = decision_json(scenario, explanation.decision);
  json["decision"]["played"] = explanation.played;
  json["decision"]["red_lines"] = ids_of_issues(scenario, explanation.crossed);
  json["headline"] = Json::object();
  for (std::size_t place = 0; place < kLanguages.size(); ++place) {
    json["headline"][std::string(language_code(kLanguages[place]))] = headlines[place];
  }
  json["terms"] = Json::array();
  double sum = 0.0;
  for (const Term& term : explanation.terms) {
    json["terms"].push_back(term_json(scenario, term));
    sum += term.product;
  }
  json["sum"] = explanation.terms.empty() ? Json(nullptr) : Json(sum);
  if (explanation.lasting) {
    json["durability"] = Json::parse(to_json(scenario, *explanation.lasting));
  }
  json["flips"] = Json::array();
  for (const Flip& flip : explanation.flips) json["flips"].push_back(flip_json(explanation, flip));
  if (!explanation.searched) json["truncated"] = true;
  json["history"] = Json::array();
  for (const auto& step : explanation.history) {
    json["history"].push_back(history_json(scenario, step));
  }
  json["sources"] = sources_json(explanation);
  json["outcome"] = outcome_json(scenario, explanation.outcome);
  json["outcome"]["holds"] = explanation.holds;
  json["outcome"]["worlds"] = explanation.worlds;
  return compact(json);
}

}  // namespace detente
