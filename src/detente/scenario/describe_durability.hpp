#pragma once

#include "detente/scenario/durability_specs.hpp"
#include "detente/scenario/key.hpp"
#include "detente/scenario/specs.hpp"

// The description of all fields (describe.hpp): what an agreement would have to hold against.
namespace detente::detail {

template <typename Visitor>
void describe(Visitor& visit, ViolatorAt& violator) {
  visit.leaf(required("gain"), violator, Gain{});
}

template <typename Visitor>
void describe(Visitor& visit, ViolatorSet& violators) {
  visit.names(Code::unknown_id, "actor");
  const auto& actors = visit.scenario().actors;
  for (std::size_t actor = 0; actor < actors.size(); ++actor) {
    ViolatorAt violator{violators.all, static_cast<int>(actor)};
    visit.record({actors[actor].id, false}, violator);
  }
}

template <typename Visitor>
void describe(Visitor& visit, LeverSet& levers) {
  visit.names(Code::unknown_id, "issue");
  const auto& issues = visit.scenario().issues;
  for (std::size_t issue = 0; issue < issues.size(); ++issue) {
    visit.leaf({issues[issue].id, false}, *levers.all, Levels{static_cast<int>(issue)});
  }
}

template <typename Visitor>
void describe(Visitor& visit, Durability& durability) {
  ViolatorSet violators{&durability.violators};
  LeverSet detection{&durability.detection};
  LeverSet credibility{&durability.credibility};
  LeverSet response{&durability.response};
  visit.record(required("violators"), violators);
  visit.leaf("cost", durability.cost, kNotNegative);
  visit.record("detection", detection);
  visit.record("credibility", credibility);
  visit.record("response", response);
  visit.leaf("opportunities_per_year", durability.opportunities_per_year, kNotNegative);
  visit.leaf("fatigue", durability.fatigue, kShare);
}

}  // namespace detente::detail
