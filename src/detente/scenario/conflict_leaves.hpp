#pragma once

#include <vector>

#include "detente/scenario/leaves.hpp"

namespace detente {

/// What a conflict is made of, by the paths of the file, without texts for people:
/// `conflict.irreversible.sign`, `to_yes`. No edit can set any of it, so leaves_of() has none of
/// this; play with the model `conflict` depends on it all the same. Empty without a conflict.
std::vector<Leaf> conflict_leaves(const Scenario& scenario);

}  // namespace detente
