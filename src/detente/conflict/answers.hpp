#pragma once

#include <optional>
#include <vector>

#include "detente/conflict/blocks.hpp"
#include "detente/conflict/stability.hpp"

namespace detente::detail {

/// By place; dense from 1 over the feasible states, 0 elsewhere.
using Values = std::vector<std::uint32_t>;

/// A conflict in option form, and the blocks of those who own options.
struct Field {
  const Conflict* conflict = nullptr;
  std::vector<Blocks> blocks{};  ///< By mover, ascending.
  std::vector<Seat> seats{};     ///< [state * movers + mover]; empty where no search needs them.
};

/// Whether a search is needed for the answers, so that seats have to be there.
bool needs_seats(const Conflict& conflict, Sanctions sanctions, bool credible);

/// For every state the least key that it has itself or that the others, an actor's opponents, can
/// lead to from there; 0 where no state is. Nothing if there are too many sets of movers for
/// `once`.
/// @param credible  every step must improve its mover's lot.
std::optional<Values> least_answer(const Field& field, int actor, const Values& key,
                                   Sanctions sanctions, bool credible);

}  // namespace detente::detail
