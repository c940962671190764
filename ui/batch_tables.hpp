#pragma once

#include <string>

#include "ui/csv.hpp"
#include "ui/desk.hpp"

namespace detente::ui {

/// The data of a pane of workspace 4: the cells of the map, the steps of the bars, the bins, the
/// runs that are listed. Columns have their own names, so that scripts know them. Empty for other
/// panes and while there is nothing.
DataTable batch_table(const Desk& desk, const std::string& pane);

}  // namespace detente::ui
