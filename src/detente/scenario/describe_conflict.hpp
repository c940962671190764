#pragma once

#include "detente/scenario/conflict_specs.hpp"
#include "detente/scenario/key.hpp"
#include "detente/scenario/specs.hpp"

// The description of all fields (describe.hpp): who may do what, and what everybody thinks of it.
// The order counts: preferences rank the states that everything before them leaves.
namespace detente::detail {

template <typename Visitor>
void describe(Visitor& visit, ConflictOption& option) {
  visit.fixed("title", option.title, Words{});
  visit.fixed("takes", option, Takes{});
}

template <typename Visitor>
void describe(Visitor& visit, ConflictSection& conflict) {
  visit.fixed("options", conflict, ConflictOptions{});
  visit.fixed("graph", conflict, GraphForm{});
  visit.fixed("infeasible", conflict, InfeasibleStates{});
  visit.fixed("exactly_one", conflict, Counted{.at_least_one = true, .at_most_one = true});
  visit.fixed("at_least_one", conflict, Counted{.at_least_one = true, .at_most_one = false});
  visit.fixed("at_most_one", conflict, Counted{.at_least_one = false, .at_most_one = true});
  visit.fixed("implies", conflict, Implications{});
  visit.fixed("irreversible", conflict, Irreversible{});
  visit.fixed("status_quo", conflict, StatusQuo{});
  visit.fixed(required("preferences"), conflict, Preferences{});
}

}  // namespace detente::detail
