#include "ui/panels/actor_grid.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/actor_card.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/theme.hpp"
#include "ui/widgets.hpp"

namespace detente::ui {
namespace {

// widths in units
constexpr float kNameWidth = 9.0F;
constexpr float kCellWidth = 3.2F;
constexpr float kCellGap = 0.8F;  // between the cells of a row
constexpr int kOwnCells = 3;      ///< Power, walk-away, e.

/// Which issues are columns now.
struct Leaf {
  int first = 0;
  int last = 0;  ///< One past.

  int count() const { return last - first; }
};

Leaf leaf_of(const Ui& ui, const Scenario& scenario, int wanted) {
  const int issues = static_cast<int>(scenario.issues.size());
  const float cell = kCellWidth + kCellGap;
  const float room = ui.width() / ui.unit() - kNameWidth - kOwnCells * cell;
  const int fit = std::clamp(static_cast<int>(room / (2 * cell)), 1, std::max(1, issues));
  const int first = std::clamp(wanted, 0, std::max(0, issues - fit));
  return {first, std::min(issues, first + fit)};
}

/// Widths of the cells of a row: the name, the actor's own numbers, two for each issue.
std::vector<float> widths_of(const Leaf& leaf) {
  std::vector<float> widths{kNameWidth};
  widths.insert(widths.end(), kOwnCells + 2 * static_cast<std::size_t>(leaf.count()), kCellWidth);
  return widths;
}

void draw_pager(Ui& ui, Desk& desk, const Leaf& leaf, int issues) {
  if (leaf.count() >= issues) return;
  ui.line("page",
          ui.say("grid.issues", {{"from", leaf.first + 1}, {"to", leaf.last}, {"n", issues}}),
          Tone::quiet);
  const std::string none = ui.say("grid.no_more");
  if (ui.button("earlier", ui.say("grid.earlier"), Tone::plain, leaf.first > 0 ? "" : none)) {
    desk.left.first_issue = std::max(0, leaf.first - leaf.count());
  }
  ui.same_line();
  if (ui.button("later", ui.say("grid.later"), Tone::plain, leaf.last < issues ? "" : none)) {
    desk.left.first_issue = leaf.first + leaf.count();
  }
}

/// A heading of a column; it may reach over the next one.
void draw_title(Ui& ui, const std::string& id, const std::string& text, int cells) {
  ui.next_column();
  const float width =
      ui.width() * static_cast<float>(cells) + kCellGap * ui.unit() * static_cast<float>(cells - 1);
  const Point corner = ui.cursor();
  ui.take(line_height(Typeface::small), width);
  ui.label(id, corner, text, ui.theme().quiet, Typeface::small, width);
}

void draw_head(Ui& ui, const Scenario& scenario, const Leaf& leaf) {
  ui.columns(widths_of(leaf));
  draw_title(ui, "head_power", ui.say("actors.power"), 1);
  draw_title(ui, "head_walk_away", ui.say("actors.walk_away"), 1);
  draw_title(ui, "head_e", "e", 1);
  for (int place = leaf.first; place < leaf.last; ++place) {
    const Issue& issue = scenario.issues[static_cast<std::size_t>(place)];
    draw_title(ui, "head_" + issue.id, issue.title.in(ui.look().language, issue.id), 2);
    const Point below = ui.cursor();
    const float width = ui.width() * 2 + kCellGap * ui.unit();
    ui.take(line_height(Typeface::small));
    ui.label("pair_" + issue.id, below, ui.say("grid.pair"), ui.theme().quiet, Typeface::small,
             width);
    ui.next_column();
  }
  ui.end_columns();
}

void draw_name(Ui& ui, Desk& desk, const Actor& actor, int place) {
  const Box cell = ui.take(ui.unit() * 1.7F);
  Canvas canvas = ui.canvas();
  const float radius = ui.unit() * 0.32F;
  const float middle = cell.centre().y;
  if (desk.view.actor == place) {
    canvas.frame(cell.inset(1.0F), ui.theme().accent, 2.0F, radius);
  }
  draw_actor_mark(canvas, ui.theme(), place, {cell.min.x + ui.unit() * 0.7F, middle}, radius);
  const Typeface face = desk.view.actor == place ? Typeface::strong : Typeface::body;
  const float left = cell.min.x + ui.unit() * 1.4F;
  const std::string name =
      canvas.text_within({left, middle - line_height(face) / 2}, cell.max.x - left,
                         actor.title.in(ui.look().language, actor.id), ui.theme().text, face);
  const Touch touch =
      ui.touch("row_" + actor.id, cell, name, actor.title.in(ui.look().language, actor.id));
  if (touch.pressed) select_actor(desk, place);
}

void draw_cell(Ui& ui, Desk& desk, const Knob& knob, const std::string& text) {
  ui.next_column();
  type(ui, desk, knob, text);
}

/// Ideal and salience; where every option has its own value there is no ideal to type.
void draw_pair(Ui& ui, Desk& desk, const Actor& actor, const Issue& issue,
               const Position& position) {
  const std::string cell = actor.id + '_' + issue.id;
  const std::string path = "actors." + actor.id + ".positions." + issue.id + '.';
  const bool valued = !position.values.empty();
  const std::string ideal =
      position.ideal ? plain_number(position.ideal->on(issue)) : std::string{};
  draw_cell(ui, desk,
            {.id = cell + "_ideal",
             .path = path + "ideal",
             .why_not = valued ? ui.say("knob.by_values") : ""},
            valued ? "–" : ideal);
  const bool taken = valued || position.ideal;
  draw_cell(ui, desk,
            {.id = cell + "_salience",
             .path = path + "salience",
             .why_not = taken ? "" : ui.say("actors.no_view")},
            taken ? plain_number(position.salience) : std::string{});
}

void draw_row(Ui& ui, Desk& desk, const Scenario& scenario, const Leaf& leaf, int place) {
  const Actor& actor = scenario.actors[static_cast<std::size_t>(place)];
  const std::string path = "actors." + actor.id + '.';
  ui.columns(widths_of(leaf));
  draw_name(ui, desk, actor, place);
  draw_cell(ui, desk, {.id = actor.id + "_power", .path = path + "power"},
            plain_number(actor.power));
  const bool by_share = actor.walk_away_share.has_value();
  draw_cell(
      ui, desk,
      {.id = actor.id + "_walk_away", .path = path + (by_share ? "walk_away.share" : "walk_away")},
      plain_number(by_share ? *actor.walk_away_share : actor.walk_away));
  const bool timed = actor.tactic.kind == Tactic::Kind::time;
  draw_cell(ui, desk,
            {.id = actor.id + "_e",
             .path = path + "tactic.e",
             .why_not = timed ? "" : ui.say("knob.time_only")},
            plain_number(actor.tactic.e));
  for (int issue = leaf.first; issue < leaf.last; ++issue) {
    const auto index = static_cast<std::size_t>(issue);
    draw_pair(ui, desk, actor, scenario.issues[index], actor.positions[index]);
  }
  ui.end_columns();
}

/// Whose walk-away is typed as a share of the packages.
void draw_share_hint(Ui& ui, const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Actor& actor : scenario.actors) {
    if (actor.walk_away_share) names.push_back(actor.title.in(ui.look().language, actor.id));
  }
  if (names.empty()) return;
  const Slots slots{{"who", detail::join(ui.look().language, names)}};
  ui.text("share_hint", ui.say("grid.share", slots), Tone::quiet);
}

}  // namespace

void draw_actor_grid(Ui& ui, Desk& desk, const Scenario& scenario) {
  ui.text("grid_hint", ui.say("grid.hint"), Tone::quiet);
  draw_share_hint(ui, scenario);
  draw_edit_hint(ui, desk);
  const Leaf leaf = leaf_of(ui, scenario, desk.left.first_issue);
  draw_pager(ui, desk, leaf, static_cast<int>(scenario.issues.size()));
  draw_head(ui, scenario, leaf);
  float height = ui.unit() * 1.7F;
  for (std::size_t place = 0; place < scenario.actors.size(); ++place) {
    const Point corner = ui.cursor();
    // one row more on each side, for the keyboard to go to
    if (!ui.visible(
            {{corner.x, corner.y - height}, {corner.x + ui.width(), corner.y + 2 * height}})) {
      ui.take(height);
      continue;
    }
    draw_row(ui, desk, scenario, leaf, static_cast<int>(place));
    height = std::max(height, ui.cursor().y - corner.y);
  }
}

}  // namespace detente::ui
