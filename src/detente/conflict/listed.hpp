#pragma once

#include <vector>

#include "detente/conflict/conflict.hpp"

namespace detente {

/// A conflict in graph form, its feasible states numbered from 0 in ascending order, and what they
/// were before.
struct ListedConflict {
  Conflict conflict{};
  std::vector<StateIndex> states{};  ///< [number]: place in the conflict that was listed.
};

/// Lists every move: for searches that go over the same moves again and again.
ListedConflict listed(const Conflict& conflict);

}  // namespace detente
