#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/power.hpp"

namespace detente {

/// Power for people: the indices of every player, the values of the game, its core, nucleolus and
/// best structure, and in a negotiation who is pivotal with and without the quorum.
std::string power_table(const PowerReport& report, const NarrationOptions& options);

}  // namespace detente
