#pragma once

namespace detente {
struct Scenario;
}  // namespace detente

namespace detente::ui {

struct Desk;
class Ui;

/// Every field of one actor, edited in place: walk-away, saliences, positions, tactic, power.
void draw_actor_card(Ui& ui, Desk& desk, const Scenario& scenario, int actor);

/// Where an edit made now would act, in one quiet line.
void draw_edit_hint(Ui& ui, const Desk& desk);

}  // namespace detente::ui
