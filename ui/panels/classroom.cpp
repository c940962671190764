// Many codes at once, for a class: each run played again, counted in large letters.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "detente/report/outcome.hpp"
#include "ui/classroom.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/dialog_parts.hpp"
#include "ui/panels/dialogs.hpp"
#include "ui/panels/plain.hpp"

namespace detente::ui {
namespace {

constexpr std::size_t kMostGroups = 5;

using Count = std::pair<std::string, int>;

std::string told_ending(const Desk& desk, const ClassRow& row) {
  const detail::Voice voice(*scenario_of(desk), desk.settings.language);
  // a played conflict has a stage of its own, which the file does not know
  if (row.outcome.reason == Reason::stable) return say(desk, "runs.rests");
  if (row.outcome.reason == Reason::cycle) return say(desk, "runs.cycle");
  if (row.outcome.stage >= std::ssize(voice.scenario().stages)) return say(desk, "runs.no_deal");
  return plain(detail::capitalised(detail::outcome_phrase(voice, row.outcome)));
}

/// "Agreement in “X”" or "No agreement", whatever the round.
std::string group_of(const Ui& ui, const Desk& desk, const ClassRow& row) {
  if (row.verdict != detente::Verdict::ok) return ui.say("class.flagged");
  if (!row.outcome.agreed) return ui.say("class.no_agreement");
  const detail::Voice voice(*scenario_of(desk), desk.settings.language);
  const bool known = row.outcome.stage < std::ssize(voice.scenario().stages);
  const std::string stage = known ? voice.stage(row.outcome.stage) : std::string();
  return ui.say("class.agreement", {{"stage", stage}});
}

/// The most frequent first; of equals the one that came first.
std::vector<Count> counts_of(const Ui& ui, const Desk& desk) {
  std::vector<Count> counts;
  for (const ClassRow& row : desk.classroom.rows) {
    const std::string group = group_of(ui, desk, row);
    const auto found = std::find_if(counts.begin(), counts.end(),
                                    [&](const Count& count) { return count.first == group; });
    if (found == counts.end()) {
      counts.emplace_back(group, 1);
    } else {
      ++found->second;
    }
  }
  std::stable_sort(counts.begin(), counts.end(), [](const Count& left, const Count& right) {
    return left.second > right.second;
  });
  return counts;
}

void draw_counts(Ui& ui, const Desk& desk) {
  const std::vector<Count> counts = counts_of(ui, desk);
  for (std::size_t place = 0; place < std::min(counts.size(), kMostGroups); ++place) {
    const auto& [group, number] = counts[place];
    ui.heading("count_" + std::to_string(place + 1),
               ui.say("class.count", {{"n", number}, {"what", group}}));
  }
}

/// Cells of a table: number, verdict, how it ends, what was changed.
void draw_cells(Ui& ui, const std::string& id, const std::vector<std::string>& cells, Tone tone) {
  ui.columns({0.18F, 0.22F, 0.30F, 0.30F});
  for (std::size_t place = 0; place < cells.size(); ++place) {
    if (place > 0) ui.next_column();
    const std::string cell = id + "_" + std::to_string(place);
    if (!cells[place].empty()) ui.line(cell, cells[place], tone);
  }
  ui.end_columns();
}

/// True if the row was pressed.
bool draw_row(Ui& ui, const Desk& desk, const ClassRow& row, std::size_t place) {
  const std::string id = "row_" + std::to_string(place + 1);
  const std::string number = std::to_string(place + 1) + (row.name.empty() ? "" : " ") + row.name;
  if (row.verdict != detente::Verdict::ok) {
    draw_cells(ui, id,
               {number, ui.say("class.flagged"), ui.say(verdict_key(row.verdict)), row.code},
               Tone::warning);
    return false;
  }
  const Point from = ui.cursor();
  const float right = from.x + ui.width();
  draw_cells(ui, id,
             {number, ui.say("class.ok"), told_ending(desk, row), told_changes(desk, row.run)},
             Tone::plain);
  const Box box{{from.x, from.y - 0.15F * ui.unit()}, {right, from.y + 1.15F * ui.unit()}};
  const Touch touch = ui.touch(id, box, row.code, ui.say("class.press"));
  if (touch.hovered) ui.canvas().frame(box, ui.theme().accent, 1.0F, 4.0F);
  return touch.pressed;
}

}  // namespace

void draw_classroom(Ui& ui, Desk& desk) {
  const DialogScope scope(ui, desk, "class", ui.say("action.class.open"), {80.0F, 46.0F});
  const bool any = !desk.classroom.rows.empty();
  ui.field("codes", ui.say("class.paste"), desk.classroom.pasted, any ? 3 : 10);
  if (desk.classroom.pasted.empty()) {
    return ui.text("hint", ui.say("class.hint"), Tone::quiet);
  }
  if (!any) return ui.text("wait", ui.say("view.wait"), Tone::quiet);
  ui.skip(0.3F);
  draw_counts(ui, desk);
  ui.text("caution", ui.say("class.caution"), Tone::quiet);
  ui.rule();
  draw_cells(ui, "head",
             {"#", ui.say("class.code"), ui.say("class.outcome"), ui.say("class.changed")},
             Tone::strong);
  // a pressed row changes the desk: the rest is drawn first
  int pressed = -1;
  for (std::size_t place = 0; place < desk.classroom.rows.size(); ++place) {
    if (draw_row(ui, desk, desk.classroom.rows[place], place)) pressed = static_cast<int>(place);
  }
  if (pressed < 0) return;
  close_dialog(desk);
  add_branch(desk, desk.classroom.rows[static_cast<std::size_t>(pressed)].run, {});
}

}  // namespace detente::ui
