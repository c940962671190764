#pragma once

#include "detente/model/model.hpp"

namespace detente {

// What every round-by-round model shares.

/// The move that people play for a party, or nullptr.
const PartyMove* find_move(std::span<const PartyMove> moves, int party);

/// The first party that is still there and is told to leave, or -1.
int first_leaving(const State& state, std::span<const PartyMove> moves);

/// The package with the options that a person named, the others as in `otherwise`.
int fill_in(const PackageGrid& grid, std::span<const int> options, int otherwise);

/// A party walks out: the stage is over if the others cannot win without it.
Step leave(const StageTables& tables, const State& state, int party);

/// Counts a round off: the next one, or the deadline.
void end_round(const StageTables& tables, State& state);

}  // namespace detente
