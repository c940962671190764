#pragma once

#include "detente/scenario/scenario.hpp"

namespace detente {

/// Whether two scenarios say the same: every text, number, order and reference. Where a value stood
/// in its file and how it was quoted does not count, nor what a tactic of another kind would use.
bool same(const Scenario& left, const Scenario& right);

}  // namespace detente
