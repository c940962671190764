#include <algorithm>
#include <string>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/actor_card.hpp"
#include "ui/panels/actor_grid.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/lists.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// Word key of what an actor does in a stage.
const char* role_of(const Scenario& scenario, int stage, int actor) {
  if (stage >= static_cast<int>(scenario.stages.size())) return "actors.out";
  for (int later = stage; later < std::ssize(scenario.stages); ++later) {
    const bool now = later == stage;
    if (holds(scenario.stages[later].parties, actor)) {
      return now ? "actors.party" : "actors.waits";
    }
    if (now && holds(scenario.stages[later].advisers, actor)) return "actors.adviser";
  }
  return "actors.out";
}

/// Mark and name on the left, what the actor does now on the right.
void draw_line(Ui& ui, const Desk& desk, const Scenario& scenario, int place, const Box& row) {
  const Actor& actor = scenario.actors[static_cast<std::size_t>(place)];
  const bool selected = desk.view.actor == place;
  const Theme& theme = ui.theme();
  const float unit = ui.unit();
  Canvas canvas = ui.canvas();
  if (selected) canvas.frame(row.inset(1.0F), theme.accent, 2.0F, unit * 0.25F);
  draw_actor_mark(canvas, theme, place, {row.min.x + unit * 0.8F, row.centre().y}, unit * 0.36F);
  const std::string role = ui.say(role_of(scenario, stage_now(desk), place));
  const float role_width = measure(role, Typeface::small).x;
  const Point right{row.max.x - unit * 0.4F - role_width,
                    row.centre().y - line_height(Typeface::small) / 2};
  ui.label("role_" + actor.id, right, role, theme.quiet, Typeface::small);
  const Typeface face = selected ? Typeface::strong : Typeface::body;
  const float left = row.min.x + unit * 1.6F;
  ui.label("name_" + actor.id, {left, row.centre().y - line_height(face) / 2},
           actor.title.in(ui.look().language, actor.id), theme.text, face,
           right.x - left - unit * 0.4F);
}

void draw_list(Ui& ui, Desk& desk, const Scenario& scenario) {
  const float height = ui.unit() * 1.4F;
  for (std::size_t index = 0; index < scenario.actors.size(); ++index) {
    const int place = static_cast<int>(index);
    const Actor& actor = scenario.actors[index];
    const Box row = ui.take(height);
    const std::string& title = actor.title.in(ui.look().language, actor.id);
    const Slots power{{"n", plain_number(actor.power)}};
    const Touch touch =
        ui.touch("actor_" + actor.id, row, title, title + ", " + ui.say("actors.power_of", power));
    // the keyboard reaches rows that are not seen
    if (!ui.visible(row)) continue;
    if (touch.hovered) ui.canvas().rect(row, ui.theme().hovered, ui.unit() * 0.25F);
    draw_line(ui, desk, scenario, place, row);
    if (touch.pressed) select_actor(desk, place);
  }
}

bool fills_window(const Desk& desk) {
  return desk.view.maximised == "actors" || desk.view.maximised == "actor";
}

/// The list as high as it needs to be, at most a bit less than half of the column.
float list_height(const Ui& ui, const Scenario& scenario, const Box& area) {
  const float rows = static_cast<float>(scenario.actors.size()) * 1.7F + 2.7F;
  return std::min(rows * ui.unit(), area.height() * 0.42F);
}

void draw_card(Ui& ui, Desk& desk, const Scenario& scenario, const Box& area) {
  const int actor = desk.view.actor;
  if (actor < 0 || actor >= static_cast<int>(scenario.actors.size())) {
    const PaneScope pane(ui, "actor", ui.say("pane.actor"), area);
    return ui.text("choose", ui.say("actors.choose"), Tone::quiet);
  }
  const Actor& subject = scenario.actors[static_cast<std::size_t>(actor)];
  const PaneScope pane(ui, "actor", subject.title.in(ui.look().language, subject.id), area);
  draw_actor_card(ui, desk, scenario, actor);
}

}  // namespace

void draw_actors(Ui& ui, Desk& desk, const Box& area) {
  // kept: an edit below may make it give way to another
  const auto scenario = edited_scenario(desk);
  if (!scenario || fills_window(desk)) {
    const PaneScope pane(ui, "actors", ui.say("pane.actors"), area);
    if (!scenario) return ui.text("empty", ui.say("left.empty"), Tone::quiet);
    return draw_actor_grid(ui, desk, *scenario);
  }
  const float middle = area.min.y + list_height(ui, *scenario, area);
  {
    const PaneScope pane(ui, "actors", ui.say("pane.actors"), {area.min, {area.max.x, middle}});
    draw_list(ui, desk, *scenario);
  }
  draw_card(ui, desk, *scenario, {{area.min.x, middle + ui.unit() * 0.4F}, area.max});
}

}  // namespace detente::ui
