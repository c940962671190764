#pragma once

// Private to the library's sources: pieces of JSON that stability and explain share.

#include <vector>

#include "detente/core/json.hpp"
#include "detente/study/stability.hpp"

namespace detente::detail {

/// A list of codes.
inline Json codes_json(const Conflict& conflict, const std::vector<StateIndex>& states) {
  Json list = Json::array();
  for (const StateIndex state : states) list.push_back(code_of(conflict, state));
  return list;
}

/// [{actor, to, irreversible}]
inline Json steps_json(const StabilityReport& report, const std::vector<PathStep>& steps) {
  Json list = Json::array();
  for (const PathStep& step : steps) {
    Json json;
    json["actor"] = report.scenario->actors[report.movers[step.actor]].id;
    json["to"] = code_of(*report.conflict, step.to);
    json["irreversible"] = step.irreversible;
    list.push_back(std::move(json));
  }
  return list;
}

/// {stable, answers[]{improvement, answer[], end, escape}} or {stable, unanswered}
inline Json certificate_json(const StabilityReport& report, const Certificate& why) {
  const Conflict& conflict = *report.conflict;
  Json json;
  json["stable"] = why.stable;
  if (!why.stable) {
    json["unanswered"] = code_of(conflict, why.unanswered);
    return json;
  }
  json["answers"] = Json::array();
  for (const Answered& one : why.answers) {
    Json own;
    own["improvement"] = code_of(conflict, one.improvement);
    own["answer"] = steps_json(report, one.answer);
    own["end"] = code_of(conflict, one.end);
    const bool escapes = why.solution == Concept::smr || why.solution == Concept::sseq;
    if (escapes) {
      own["escape"] =
          one.escapes.empty() ? Json(nullptr) : Json(code_of(conflict, one.escapes.front()));
    }
    json["answers"].push_back(std::move(own));
  }
  return json;
}

}  // namespace detente::detail
