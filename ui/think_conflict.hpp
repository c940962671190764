#pragma once

#include "ui/desk.hpp"
#include "ui/jobs.hpp"

namespace detente::ui {

/// Starts what the page of the conflict needs, while it is shown.
void think_conflict(Desk& desk, Jobs& jobs);

/// The same for the page of power.
void think_power(Desk& desk, Jobs& jobs);

}  // namespace detente::ui
