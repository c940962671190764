#pragma once

#include <cstdint>
#include <vector>

#include "detente/scenario/conflict.hpp"

namespace detente {

/// Whether a state of a conflict in option form can be.
bool is_feasible(const ConflictSection& section, std::uint32_t code);

/// All states of a conflict in option form that can be: 64 codes a word, the first in the lowest
/// bit; bits from 2^options on are 0.
/// @complexity  O(2^options / 64 * patterns) at worst; patterns with many options cost less
std::vector<std::uint64_t> feasible_codes(const ConflictSection& section);

}  // namespace detente
