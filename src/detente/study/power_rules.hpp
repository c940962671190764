#pragma once

// Private to the library's sources.

#include "detente/study/power.hpp"

namespace detente {

/// Whether a set of players, by place, meets every rule.
bool meets(const VotingGame& game, const std::vector<bool>& in);

}  // namespace detente
