#pragma once

#include <span>

#include "detente/bargain/bidding.hpp"
#include "detente/model/standing.hpp"
#include "detente/model/turn.hpp"

namespace detente {

// What parties remember of a stage, and where they stand because of it. A party whose tactic needs
// no memory has none; State::minds is empty while nobody remembers anything.

/// A tactic as the bidder's strategy; `human` bids as `linear`.
Strategy strategy_of(const Tactic& tactic);

/// A party as a bidder: views of `tables`.
Bidder bidder_of(const StageTables& tables, int party);

/// When and on what a party acts in the round of `state`.
Instant instant_of(const StageTables& tables, const State& state, int party);

/// What a party remembers; a new memory if it has none.
const Memory& memory_of(const State& state, int party);

/// A party has to answer a package.
void meet(const StageTables& tables, int party, int package, State& state);

/// `by` tables a package: its members have sent it, the others heard it.
void hear(const StageTables& tables, const ActorSet& by, int package, State& state);

/// Whether a tactic accepts by a threshold that follows from the time alone.
bool is_plain(const Tactic& tactic);

/// Gives those whose tactic is another than in the tables before the memory that it needs, from the
/// turns of the stage so far.
void recall(const StageTables& before, const StageTables& tables, std::span<const Turn> log,
            State& state);

/// Where a party stands. `jointly`: offers come from blocs, so rules that ask for an own next or
/// last offer have no effect.
Standing standing_of(const StageTables& tables, const State& state, int party, bool jointly);

}  // namespace detente
