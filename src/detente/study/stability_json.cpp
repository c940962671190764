#include <algorithm>

#include "detente/sim/ids_json.hpp"
#include "detente/study/stability.hpp"
#include "detente/study/stability_parts.hpp"

namespace detente {
namespace {

using detail::certificate_json;
using detail::codes_json;
using detail::steps_json;

Json actor_id(const StabilityReport& report, int actor) {
  return report.scenario->actors[report.movers[actor]].id;
}

Json names_json(const std::vector<Concept>& concepts) {
  Json list = Json::array();
  for (const Concept solution : concepts) list.push_back(concept_name(solution));
  return list;
}

/// What every document of this form begins with.
Json head_json(const StabilityReport& report, Sanctions sanctions) {
  const Conflict& conflict = *report.conflict;
  Json json;
  json["schema"] = "detente/stability/1";
  json["scenario"] = report.scenario->id;
  json["sanctions"] = sanctions_name(sanctions);
  json["form"] = conflict.is_graph() ? "graph" : "options";
  json["actors"] = ids_json(*report.scenario, report.movers);
  json["options"] = Json::array();
  for (const ConflictOption& option : report.scenario->conflict->options) {
    json["options"].push_back(
        Json::object({{"id", option.id}, {"owner", report.scenario->actors[option.owner].id}}));
  }
  json["feasible"] = conflict.feasible.count();
  json["status_quo"] = code_of(conflict, report.status_quo);
  return json;
}

/// Codes, or how many.
Json set_json(const StabilityReport& report, const StateSet& states, bool counts) {
  if (counts) return states.count();
  return codes_json(*report.conflict, members_of(states));
}

Json equilibria_json(const StabilityReport& report, bool counts) {
  Json json;
  for (const Concept solution : kConcepts) {
    const bool known = report.table.has(solution);
    json[std::string(concept_name(solution))] =
        known ? set_json(report, equilibria(report.table, solution), counts) : Json(nullptr);
  }
  return json;
}

Json coalition_stable_json(const StabilityReport& report, bool counts) {
  Json json;
  for (const CoalitionConcept solution : kCoalitionConcepts) {
    const auto place = static_cast<std::size_t>(solution);
    json[std::string(concept_name(individual(solution)))] =
        set_json(report, report.coalitions->stable[place], counts);
  }
  return json;
}

Json coalition_json(const StabilityReport& report, std::uint32_t coalition) {
  Json list = Json::array();
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    const bool in = (coalition >> static_cast<unsigned>(actor) & 1U) != 0;
    if (in) list.push_back(actor_id(report, actor));
  }
  return list;
}

/// Which coalitions would leave an equilibrium, and where to.
void add_broken(const StabilityReport& report, const EquilibriumReport& one, Json& list) {
  for (const CoalitionConcept solution : kCoalitionConcepts) {
    const auto& broken =
        report.coalitions->broken_by[static_cast<std::size_t>(solution)][one.state];
    const auto& concepts = one.concepts;
    const bool holds =
        std::find(concepts.begin(), concepts.end(), individual(solution)) != concepts.end();
    if (!broken || !holds) continue;
    Json json;
    json["code"] = code_of(*report.conflict, one.state);
    json["concept"] = concept_name(individual(solution));
    json["coalition"] = coalition_json(report, broken->coalition);
    json["target"] = code_of(*report.conflict, broken->target);
    list.push_back(std::move(json));
  }
}

Json broken_json(const StabilityReport& report) {
  Json list = Json::array();
  for (const EquilibriumReport& one : report.equilibria) add_broken(report, one, list);
  return list;
}

Json paths_json(const StabilityReport& report) {
  Json list = Json::array();
  for (const EquilibriumReport& one : report.equilibria) {
    Json json;
    json["code"] = code_of(*report.conflict, one.state);
    json["vector"] = vector_of(report, one.state);
    json["concepts"] = names_json(one.concepts);
    json["reachable"] = one.path.has_value();
    json["length"] = one.path ? Json(one.path->size()) : Json(nullptr);
    json["moves"] = one.path ? steps_json(report, *one.path) : Json(nullptr);
    list.push_back(std::move(json));
  }
  return list;
}

Json swap_json(const StabilityReport& report, const Swap& swap) {
  Json json;
  json["actor"] = actor_id(report, swap.actor);
  json["group"] = swap.group;
  return json;
}

Json robust_json(const StabilityReport& report, const Robustness& one) {
  Json json;
  json["concept"] = concept_name(one.solution);
  json["code"] = code_of(*report.conflict, one.state);
  json["swaps"] = one.swaps;
  json["kept"] = one.kept;
  json["fewest_swaps"] = one.breaking.empty() ? Json(nullptr) : Json(one.breaking.size());
  json["breaking"] = Json::array();
  for (const Swap& swap : one.breaking) json["breaking"].push_back(swap_json(report, swap));
  json["looked"] = one.looked;
  json["draws"] = one.draws;
  json["survived"] = one.survived;
  json["share"] =
      one.draws > 0 ? Json(static_cast<double>(one.survived) / one.draws) : Json(nullptr);
  json["interval"] = Json::array({one.low, one.high});
  return json;
}

template <typename Effect>
void add_change(const StabilityReport& report, const Effect& effect, Json& json) {
  json["concept"] = concept_name(effect.solution);
  json["lost"] = codes_json(*report.conflict, effect.lost);
  json["gained"] = codes_json(*report.conflict, effect.gained);
}

Json robustness_json(const StabilityReport& report) {
  Json json;
  json["equilibria"] = Json::array();
  for (const Robustness& one : report.robustness->equilibria) {
    json["equilibria"].push_back(robust_json(report, one));
  }
  json["swaps"] = report.robustness->swaps;
  json["swaps_tried"] = report.robustness->swaps_tried;
  json["swap_effects"] = Json::array();
  for (const SwapEffect& effect : report.robustness->effects) {
    Json own = swap_json(report, effect.swap);
    add_change(report, effect, own);
    json["swap_effects"].push_back(std::move(own));
  }
  json["statements_moved"] = report.statements ? Json(report.statements->moves) : Json(nullptr);
  json["statement_effects"] = Json::array();
  if (!report.statements) return json;
  for (const StatementEffect& effect : report.statements->effects) {
    Json own;
    own["actor"] = actor_id(report, effect.move.actor);
    own["from"] = effect.move.from;
    own["to"] = effect.move.to;
    add_change(report, effect, own);
    json["statement_effects"].push_back(std::move(own));
  }
  return json;
}

/// The names of the concepts that were worked out and of which something is so.
template <typename Holds>
Json names_where(const StabilityReport& report, const Holds& holds) {
  Json list = Json::array();
  for (const Concept solution : kConcepts) {
    if (report.table.has(solution) && holds(solution)) list.push_back(concept_name(solution));
  }
  return list;
}

/// The concepts under which a state is stable for each actor, and for all.
void add_concepts(const StabilityReport& report, StateIndex state, Json& json) {
  json["stable"] = Json::object();
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    json["stable"][std::string(actor_id(report, actor))] = names_where(
        report, [&](Concept solution) { return report.table.is_stable(solution, actor, state); });
  }
  json["equilibrium"] = names_where(report, [&](Concept solution) {
    const auto& by_actor = report.table.of(solution);
    return std::all_of(by_actor.begin(), by_actor.end(),
                       [&](const StateSet& states) { return states.contains(state); });
  });
}

Json certificates_json(const StabilityReport& report, StateIndex state) {
  Json json = Json::object();
  for (int actor = 0; actor < report.conflict->actors; ++actor) {
    Json& own = json[std::string(actor_id(report, actor))];
    for (const Concept solution : kConcepts) {
      if (!report.table.has(solution)) continue;
      const Certificate why =
          certify(*report.conflict, solution, report.table.sanctions, actor, state);
      own[std::string(concept_name(solution))] = certificate_json(report, why);
    }
  }
  return json;
}

Json state_json(const StabilityReport& report, StateIndex state, std::uint32_t number) {
  Json json;
  json["code"] = code_of(*report.conflict, state);
  json["number"] = number;
  json["vector"] = vector_of(report, state);
  return json;
}

void add_states(const StabilityReport& report, std::size_t most, Json& json) {
  const StateSet& feasible = report.conflict->feasible;
  const bool certified = feasible.count() <= kCertifiedStates;
  json["states"] = Json::array();
  std::uint32_t number = 0;
  each_state(feasible, [&](StateIndex state) {
    if (++number > most) return;
    Json own = state_json(report, state, number);
    add_concepts(report, state, own);
    if (certified) own["certificate"] = certificates_json(report, state);
    json["states"].push_back(std::move(own));
  });
  json["truncated"] = number > most;
}

}  // namespace

std::string to_json(const StabilityReport& report, StateDetail detail, std::size_t most_states) {
  const bool counts = detail == StateDetail::counts;
  Json json = head_json(report, report.table.sanctions);
  json["equilibria"] = equilibria_json(report, counts);
  if (report.coalitions) {
    json["coalition_stable"] = coalition_stable_json(report, counts);
    if (!counts) json["broken_by"] = broken_json(report);
  }
  if (report.paths_known && counts) json["attractors"] = report.attractors.size();
  if (report.paths_known && !counts) {
    json["paths"] = paths_json(report);
    json["paths_cut"] = report.cut;
    json["attractors"] = Json::array();
    for (const auto& part : report.attractors) {
      json["attractors"].push_back(codes_json(*report.conflict, part));
    }
  }
  if (report.robustness && !counts) json["robustness"] = robustness_json(report);
  if (detail == StateDetail::full) add_states(report, most_states, json);
  return compact(json);
}

std::string to_json(const StabilityReport& report, const std::vector<Certificate>& certificates) {
  const StateIndex state = certificates.front().state;
  Json json = head_json(report, report.table.sanctions);
  std::uint32_t number = 0;
  each_state(report.conflict->feasible, [&](StateIndex other) { number += other <= state; });
  Json own = state_json(report, state, number);
  own["stable"] = Json::object();
  own["certificate"] = Json::object();
  for (const Certificate& one : certificates) {
    const std::string actor = actor_id(report, one.actor);
    const std::string solution(concept_name(one.solution));
    if (!own["stable"].contains(actor)) own["stable"][actor] = Json::array();
    if (one.stable) own["stable"][actor].push_back(solution);
    own["certificate"][actor][solution] = certificate_json(report, one);
  }
  json["states"] = Json::array({std::move(own)});
  return compact(json);
}

std::string to_json(const StabilityReport& report, int actor, StateIndex state,
                    const std::array<InverseCount, kConcepts.size()>& counts) {
  Json json = head_json(report, report.table.sanctions);
  Json inverse;
  inverse["actor"] = actor_id(report, actor);
  inverse["code"] = code_of(*report.conflict, state);
  inverse["concepts"] = Json::object();
  for (const Concept solution : kConcepts) {
    const InverseCount& count = counts[static_cast<std::size_t>(solution)];
    if (count.rankings == 0) continue;
    Json own;
    own["fitting"] = count.fitting;
    own["rankings"] = count.rankings;
    own["exact"] = count.exact;
    if (!count.exact) own["interval"] = Json::array({count.low, count.high});
    inverse["concepts"][std::string(concept_name(solution))] = std::move(own);
  }
  json["inverse"] = std::move(inverse);
  return compact(json);
}

}  // namespace detente
