#pragma once

#include <cstdint>
#include <vector>

#include "detente/conflict/conflict.hpp"
#include "detente/core/condition.hpp"

// Conflicts of any size, drawn from a seed: the same on every machine.
namespace detente::support {

/// How the wants of the actors are drawn: any strict order, or statements by importance.
enum class SyntheticFamily { rankings, statements };

/// A conflict of data/conflict_synthetic.json: every option reversible, every state feasible,
/// options dealt in blocks.
Conflict synthetic_conflict(SyntheticFamily family, int options, int actors);

/// The wants of one actor of the family `statements`, drawn from what the actors before it left.
std::vector<std::vector<Condition>> synthetic_statements(int options, int actors);

/// 138,240 feasible states of 2^20: six actors, three pairs of options of which at most one is
/// taken, one group of four likewise; wants by statements, or in any order.
Conflict knotted_conflict(SyntheticFamily family);

}  // namespace detente::support
