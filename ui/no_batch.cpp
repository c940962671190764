// Instead of think_batch.cpp, where the batch room is not built in: in a browser.

#include "ui/desk_view.hpp"
#include "ui/think_batch.hpp"

namespace detente::ui {

void think_batch(Desk& desk, Jobs&) {
  if (!desk.batch.look) return;
  desk.batch.look = false;
  desk.batch.fault = say(desk, "batch.not_here");
}

void open_run(Desk&) {
}

}  // namespace detente::ui
