#include <algorithm>
#include <cmath>

#include "ui/compare_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/round_facts.hpp"
#include "ui/panels/side_rows.hpp"

namespace detente::ui {
namespace {

void draw_outcome(Ui& ui, const Desk& desk, const Side& side) {
  const bool waits = side.run->turn != nullptr;
  ui.text("outcome", waits ? ui.say("side.waits") : outcome_words(desk, *side.run, side.branch->id),
          waits ? Tone::quiet : Tone::plain);
}

/// The branch's own place, where the two do not move together.
void draw_playhead(Ui& ui, Desk& desk, const Side& side) {
  if (desk.view.linked) return;
  const auto last = static_cast<double>(side.run->frames.size()) - 1;
  double frame = side.frame;
  const Edited edited =
      ui.slider("playhead", ui.say("side.playhead"), frame, 0.0, std::max(last, 1.0), {}, 0);
  if (edited.changed || edited.committed) {
    move_side(desk, side.branch->id, static_cast<int>(std::lround(frame)));
  }
}

/// The branch that stands alone, or the side asked for.
std::optional<Side> wanted_side(const Desk& desk, bool other,
                                const std::optional<std::array<Side, 2>>& sides) {
  if (sides) return (*sides)[other ? 1 : 0];
  const Branch* const alone = current_branch(desk);
  if (other || alone == nullptr) return {};
  return Side{.branch = alone, .run = current_run(desk), .frame = desk.view.frame};
}

std::string title_of(const Ui& ui, const Desk& desk, const std::optional<Side>& side, bool other) {
  const std::string letter = ui.say(other ? "compare.b" : "compare.a");
  if (!side) return ui.say("compare.name", {{"side", letter}, {"name", "–"}});
  return ui.say("compare.name", {{"side", letter}, {"name", branch_name(desk, *side->branch)}});
}

}  // namespace

void draw_side(Ui& ui, Desk& desk, const Box& area, bool other) {
  const auto sides = sides_of(desk);
  const auto side = wanted_side(desk, other, sides);
  const PaneScope pane(ui, other ? "side_b" : "side_a", title_of(ui, desk, side, other), area);
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  if (!side) return ui.text("empty", ui.say("compare.one"), Tone::quiet);
  if (side->run == nullptr) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  draw_outcome(ui, desk, *side);
  draw_playhead(ui, desk, *side);
  const std::vector<SideRow> rows = side_rows(ui, *side);
  std::vector<SideRow> across;
  if (sides && (*sides)[other ? 0 : 1].run != nullptr) {
    across = side_rows(ui, (*sides)[other ? 0 : 1]);
  }
  draw_side_rows(ui, rows, across);
}

}  // namespace detente::ui
