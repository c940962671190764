#pragma once

#include <string>

#include "ui/csv.hpp"
#include "ui/desk.hpp"

namespace detente::ui {

/// What a pane of the pages of conflict and power shows, as a table; no rows if it shows nothing.
DataTable conflict_table(const Desk& desk, const std::string& pane);

}  // namespace detente::ui
