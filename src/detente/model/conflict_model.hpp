#pragma once

#include "detente/model/model.hpp"

namespace detente {

/// One move a round, along the shortest path of credible moves to the nearest equilibrium.
extern const ModelInfo kConflictModel;

}  // namespace detente
