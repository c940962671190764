#pragma once

#include "detente/model/model.hpp"

namespace detente {

/// Blocs form, table one offer and reach out: docs/model-coalition.md.
extern const ModelInfo kCoalitionModel;

}  // namespace detente
