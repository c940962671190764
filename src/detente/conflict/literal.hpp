#pragma once

#include "detente/conflict/stability.hpp"

namespace detente {

/// The most states that are solved literally.
constexpr std::size_t kMostLiteralStates = 4096;

/// Stability by the definitions as they stand: for every state a search of the others' sequences,
/// with any sanction rule, in option or graph form. `sim` in option form only.
/// @pre  at most kMostLiteralStates feasible states
Stability literal_stability(const Conflict& conflict, const StabilityOptions& options);

}  // namespace detente
