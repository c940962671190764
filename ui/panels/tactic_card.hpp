#pragma once

#include <string>

#include "detente/scenario/tactic.hpp"

namespace detente {
struct Scenario;
}  // namespace detente

namespace detente::ui {

struct Desk;
class Ui;

/// The kind as a scenario writes it: "tit_for_tat".
std::string tactic_name(const Tactic& tactic);

/// How one actor bargains: its tactic with the numbers that it reads, its acceptance rule, when it
/// leaves. What the tactic or the model has no use for is greyed and says why.
void draw_tactic_card(Ui& ui, Desk& desk, const Scenario& scenario, int actor);

}  // namespace detente::ui
