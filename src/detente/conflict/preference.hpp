#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detente/conflict/state_set.hpp"
#include "detente/core/condition.hpp"

// From what an actor says of the states to Conflict::payoff: dense ranks from 1 (worst) over the
// feasible places, 0 elsewhere.
namespace detente {

/// Groups of states from best to worst; a group is a tie.
/// @pre  every feasible state stands in exactly one group, and no other
std::vector<std::uint32_t> payoff_of_ranking(const StateSet& feasible,
                                             std::span<const std::vector<StateIndex>> groups);

/// Statements, the most important first: of two states the one is better at which the first
/// statement that tells them apart is true. Any number of statements.
/// @complexity  O(places x statements)
std::vector<std::uint32_t> payoff_of_statements(const StateSet& feasible,
                                                std::span<const Condition> statements);

/// Utilities by state, compared in steps of 1e-9.
std::vector<std::uint32_t> payoff_of_utilities(const StateSet& feasible,
                                               std::span<const double> utilities);

}  // namespace detente
