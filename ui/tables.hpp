#pragma once

#include <string>

#include "ui/csv.hpp"
#include "ui/desk.hpp"
#include "ui/registry.hpp"

namespace detente::ui {

/// The data of a pane, not its look: who accepts, the rounds, the zones, the map, all numbers of
/// the actors. Of other panes, and where there is no data yet, the texts that were drawn.
DataTable table_of_pane(const Desk& desk, const Registry& drawn, const std::string& pane);

}  // namespace detente::ui
