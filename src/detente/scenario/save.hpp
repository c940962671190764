#pragma once

#include <string>

#include "detente/scenario/overlay.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// The text of an overlay, `schema: detente/overlay/1`, which parse_overlay() reads back as the
/// same edits and moves in the same order.
/// @param scenario  the one that the overlay is laid upon: moves name its actors and options.
std::string to_yaml(const Overlay& overlay, const Scenario& scenario);

}  // namespace detente
