#pragma once

namespace detente {
struct Scenario;
}  // namespace detente

namespace detente::ui {

struct Desk;
class Ui;

/// All actors in one table: power, walk-away, e, and per issue ideal and salience, each of them
/// edited in its cell. Issues that do not fit side by side are leafed through; only rows that are
/// seen are drawn.
void draw_actor_grid(Ui& ui, Desk& desk, const Scenario& scenario);

}  // namespace detente::ui
