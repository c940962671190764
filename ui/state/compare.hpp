#pragma once

#include <memory>
#include <utility>

#include "detente/study/compare.hpp"

namespace detente::ui {

/// What workspace 2 shows.
struct CompareState {
  std::pair<int, int> order{-1, -1};  ///< Ids left and right, as a person put them.
  std::pair<int, int> asked{-1, -1};  ///< What a comparison was last asked for.
  std::pair<int, int> key{-1, -1};    ///< What `comparison` was computed for.
  std::shared_ptr<const Comparison> comparison{};
  int series = 0;  ///< Of the overlay: the offer, the zone, the support.
};

}  // namespace detente::ui
