#pragma once

#include <string>
#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente {

/// One thing of a scenario that an edit can set, as it stands: `actors.us.walk_away`, `0.58`.
struct Leaf {
  std::string path{};
  Value value{};
};

/// All that the play of a scenario can depend on, by edit paths and in file order: numbers, choices
/// and references, but no texts for people. An optional field that is not set, and a position that
/// nobody takes, have no leaf. Setting a leaf to its value changes nothing.
std::vector<Leaf> leaves_of(const Scenario& scenario);

}  // namespace detente
