#pragma once

#include <algorithm>
#include <vector>

namespace detente::ui {

/// Whether an actor or an issue is one of a list.
inline bool holds(const std::vector<int>& list, int wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

}  // namespace detente::ui
