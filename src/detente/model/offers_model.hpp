#pragma once

#include "detente/model/model.hpp"

namespace detente {

/// Alternating offers, party by party: docs/model-offers.md.
extern const ModelInfo kOffersModel;

}  // namespace detente
