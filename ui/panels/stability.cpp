// All states of the conflict: one row each, with the concepts under which it is stable for whom.

#include <algorithm>
#include <cmath>

#include "ui/desk_change.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/stability_scene.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.35F;  // units
constexpr int kMostRowsSeen = 4096;

/// What is asked of the states, and how many answer it.
void draw_bar(Ui& ui, Desk& desk, const SolvedConflict& solved) {
  ConflictState& state = desk.conflict;
  choose_concept(ui, desk);
  ui.same_line(1.0F);
  constexpr std::array kRules{Sanctions::legal, Sanctions::once, Sanctions::direct};
  std::vector<std::string> rules;
  rules.reserve(kRules.size());
  for (const Sanctions rule : kRules) {
    rules.push_back(ui.say("sanctions." + std::string(sanctions_name(rule))));
  }
  if (const auto rule = ui.choice("sanctions", rules, static_cast<int>(state.sanctions))) {
    state.sanctions = kRules[static_cast<std::size_t>(*rule)];
  }
  ui.tip(ui.say("sanctions.tip"));
  ui.same_line(1.0F);
  if (ui.toggle("only_equilibria", ui.say("conflict.only_equilibria"), state.only_equilibria)) {
    state.only_equilibria = !state.only_equilibria;
  }
  ui.same_line(1.0F);
  if (ui.toggle("equilibria_first", ui.say("conflict.equilibria_first"), state.equilibria_first)) {
    state.equilibria_first = !state.equilibria_first;
  }
  const StateSet& set = solved.equilibria[static_cast<std::size_t>(state.solution)];
  const bool known = solved.report.table.has(state.solution);
  const Slots slots{{"concept", concept_title(ui, state.solution)},
                    {"n", static_cast<int>(set.count())},
                    {"all", static_cast<int>(solved.states)}};
  ui.line("count",
          detail::capitalised(ui.say(known ? "conflict.count" : "conflict.undefined", slots)),
          known ? Tone::plain : Tone::warning);
}

/// "N Nash · G GMR · ..."
void draw_legend(Ui& ui, const SolvedConflict& solved) {
  std::string text;
  for (const Concept solution : kConcepts) {
    if (!solved.report.table.has(solution)) continue;
    text += (text.empty() ? "" : " · ");
    text += kConceptLetters[static_cast<std::size_t>(solution)];
    text += ' ' + concept_short(ui, solution);
  }
  const float high = line_height(Typeface::small);
  const Box box = ui.take(high);
  ui.label("legend", box.min, ui.say("conflict.legend", {{"letters", text}}), ui.theme().quiet,
           Typeface::small, box.width());
}

/// One option: who owns it, and what it is to be in the states that are listed.
void draw_filter(Ui& ui, Desk& desk, const SolvedConflict& solved, int option, const Box& cell) {
  const ConflictSection& section = *solved.report.scenario->conflict;
  const ConflictOption& what = section.options[static_cast<std::size_t>(option)];
  const Language language = ui.look().language;
  Wanted& wanted = desk.conflict.filter[static_cast<std::size_t>(option)];
  const std::string name = what.title.in(language, what.id);
  const std::string now = wanted == Wanted::any ? "any" : (wanted == Wanted::yes ? "yes" : "no");
  const Actor& owner = solved.report.scenario->actors[what.owner];
  const std::string tip =
      owner.title.in(language, owner.id) + ": " + name + '\n' + ui.say("conflict.filter_" + now);
  Canvas canvas = ui.canvas();
  const float unit = ui.unit();
  const Point middle = cell.centre();
  draw_actor_mark(canvas, ui.theme(), what.owner, {middle.x, cell.min.y + 0.4F * unit},
                  0.22F * unit);
  const Box key{{cell.min.x + 1.0F, cell.min.y + 0.8F * unit}, {cell.max.x - 1.0F, cell.max.y}};
  const Touch touch = ui.touch("filter_" + what.id, cell, now, tip);
  canvas.rect(key, touch.hovered ? ui.theme().hovered : ui.theme().raised, 2.0F);
  canvas.frame(key, wanted == Wanted::any ? ui.theme().edge : ui.theme().text, 1.0F, 2.0F);
  if (wanted != Wanted::any) {
    const std::string letter = wanted == Wanted::yes ? "Y" : "N";
    const Point size = measure(letter, Typeface::small);
    canvas.text({middle.x - size.x / 2, key.centre().y - size.y / 2}, letter, ui.theme().text,
                Typeface::small);
  }
  if (touch.pressed) wanted = static_cast<Wanted>((static_cast<int>(wanted) + 1) % 3);
}

void draw_head(Ui& ui, Desk& desk, const SolvedConflict& solved, const StabilityColumns& columns) {
  const float unit = ui.unit();
  const Box head = ui.take(1.9F * unit);
  const float low = head.max.y - line_height(Typeface::small);
  const auto title = [&](const std::string& id, float left, float width, const std::string& text) {
    ui.label("head_" + id, {head.min.x + left, low}, text, ui.theme().quiet, Typeface::small,
             width);
  };
  title("number", 0.0F, columns.vector - 0.2F * unit, number_title(ui, solved));
  const int options = solved.conflict().is_graph() ? 0 : solved.conflict().options;
  for (int option = 0; option < options; ++option) {
    const float left =
        head.min.x + columns.vector + kLetterStep * unit * static_cast<float>(option);
    draw_filter(ui, desk, solved, option,
                {{left, head.min.y}, {left + kLetterStep * unit, head.max.y}});
  }
  if (columns.room > 0) title("words", columns.words, columns.room, ui.say("conflict.words"));
  for (int shown = 0; shown < columns.count; ++shown) {
    const int mover = columns.first + shown;
    const int actor = solved.report.movers[static_cast<std::size_t>(mover)];
    const float left = head.min.x + columns.actors + columns.cell * static_cast<float>(shown);
    const Box cell{{left, head.min.y}, {left + columns.cell - 0.3F * unit, head.max.y}};
    const std::string name = mover_title(solved.report, mover, ui.look().language);
    const Touch touch =
        ui.touch("head_" + solved.report.scenario->actors[actor].id, cell, name, name);
    Canvas canvas = ui.canvas();
    draw_actor_mark(canvas, ui.theme(), actor, {left + 0.4F * unit, cell.min.y + 0.4F * unit},
                    0.3F * unit);
    canvas.text_within({left, low}, cell.width(), name, ui.theme().text, Typeface::small);
    if (touch.pressed) select_actor(desk, actor);
  }
  title("equilibrium", columns.equilibrium, columns.cell, ui.say("conflict.equilibrium"));
}

/// The row of the selected state, or -1.
int selected_row(const StabilityScene& scene) {
  const auto& rows = scene.list->rows;
  const auto found = std::find(rows.begin(), rows.end(), scene.state);
  return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

/// The actor whose letters are at a place of a row, or -1.
int mover_at(const StabilityScene& scene, float x) {
  const float left = scene.box.min.x + scene.columns.actors;
  if (x < left || x >= scene.box.min.x + scene.columns.equilibrium) return -1;
  return scene.columns.first + static_cast<int>((x - left) / scene.columns.cell);
}

void select_mover(Desk& desk, const StabilityScene& scene, int mover) {
  const auto& movers = scene.report().movers;
  if (mover < 0 || mover >= std::ssize(movers)) return;
  select_actor(desk, movers[static_cast<std::size_t>(mover)]);
}

/// Mouse and arrows choose a state and an actor; Enter goes to the reasons.
void touch_rows(Ui& ui, Desk& desk, const StabilityScene& scene, int selected) {
  ConflictState& state = desk.conflict;
  const float high = kRow * ui.unit();
  const GridWays ways{.up = selected > 0, .down = selected + 1 < scene.rows()};
  const std::string value = selected < 0 ? std::string() : state_number(*scene.solved, scene.state);
  const GridTouch grid = ui.grid("rows", scene.box, value, ways);
  const Touch& touch = grid.touch;
  int under = -1;
  if (touch.hovered || touch.released) {
    under = state.top + static_cast<int>((touch.at.y - scene.box.min.y) / high);
    if (under >= scene.rows() || touch.at.y < scene.box.min.y) under = -1;
  }
  if (under >= 0) {
    const StateIndex there = scene.list->rows[static_cast<std::size_t>(under)];
    ui.tip(state_tip(ui, *scene.solved, there));
    if (touch.released) {
      select_state(desk, there);
      select_mover(desk, scene, mover_at(scene, touch.at.x));
    }
  }
  if (touch.hovered && ui.input().wheel != 0.0F) {
    state.top -= static_cast<int>(std::lround(ui.input().wheel * 3.0F));
  }
  if (grid.up != 0) {
    const int next = std::clamp(selected - grid.up, 0, scene.rows() - 1);
    select_state(desk, scene.list->rows[static_cast<std::size_t>(next)]);
  }
  if (grid.across != 0) select_mover(desk, scene, scene.mover + grid.across);
  if (touch.pressed && !touch.released) desk.view.wanted_focus = "certificate/actor";
}

/// How far down the rows are, to be taken hold of.
void draw_scroll(Ui& ui, Desk& desk, const StabilityScene& scene) {
  if (scene.rows() <= scene.fit) return;
  const Box track{{scene.box.max.x + 2.0F, scene.box.min.y},
                  {scene.box.max.x + 0.4F * ui.unit(), scene.box.max.y}};
  const Touch touch = ui.touch("bar", track, std::to_string(desk.conflict.top));
  const auto rows = static_cast<float>(scene.rows());
  const float share = std::max(static_cast<float>(scene.fit) / rows, 0.04F);
  const int most = scene.rows() - scene.fit;
  if (touch.held) {
    const float at = (touch.at.y - track.min.y) / track.height() - share / 2;
    desk.conflict.top = static_cast<int>(at / (1.0F - share) * static_cast<float>(most));
  }
  desk.conflict.top = std::clamp(desk.conflict.top, 0, most);
  const float start = track.min.y + (track.height() * (1.0F - share)) *
                                        static_cast<float>(desk.conflict.top) /
                                        static_cast<float>(most);
  ui.canvas().rect({{track.min.x, start}, {track.max.x, start + track.height() * share}},
                   touch.hovered || touch.held ? ui.theme().quiet : ui.theme().edge, 2.0F);
}

void draw_rows(Ui& ui, Desk& desk, StabilityScene scene) {
  const float high = kRow * ui.unit();
  const Box whole = take_rest(ui, 5 * kRow, 0.4F);
  scene.fit = std::max(1, static_cast<int>(whole.height() / high));
  scene.box = {
      whole.min,
      {whole.max.x - 0.5F * ui.unit(), whole.min.y + high * static_cast<float>(scene.fit)}};
  ConflictState& state = desk.conflict;
  const int selected = selected_row(scene);
  // seen again when it is another, or when fewer rows fit
  const auto chosen = static_cast<std::int64_t>(scene.state) * kMostRowsSeen +
                      std::min(scene.fit, kMostRowsSeen - 1);
  if (state.followed != chosen && selected >= 0) {
    state.top = std::clamp(state.top, selected - scene.fit + 1, selected);
    state.followed = chosen;
  }
  state.top = std::clamp(state.top, 0, std::max(0, scene.rows() - scene.fit));
  for (int place = state.top; place < std::min(state.top + scene.fit, scene.rows()); ++place) {
    const float top = scene.box.min.y + high * static_cast<float>(place - state.top);
    draw_state_row(ui, scene, place, {{scene.box.min.x, top}, {scene.box.max.x, top + high}});
  }
  touch_rows(ui, desk, scene, selected);
  draw_scroll(ui, desk, scene);
}

}  // namespace

void draw_stability(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "stability", ui.say("pane.stability"), area);
  const SolvedConflict* const solved = shown_conflict(ui, desk);
  if (solved == nullptr) return;
  draw_bar(ui, desk, *solved);
  draw_legend(ui, *solved);
  const auto& list = desk.conflict.list;
  if (list == nullptr || list->of.get() != solved) {
    return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  }
  const int mover = selected_mover(desk, *solved);
  const StabilityColumns columns =
      stability_columns(ui, *solved, mover, ui.width() - 0.5F * ui.unit());
  const auto all = static_cast<int>(solved->report.movers.size());
  if (columns.count < all) {
    ui.line("more_actors", ui.say("conflict.more_actors", {{"n", columns.count}, {"all", all}}),
            Tone::quiet);
  }
  const auto rows = static_cast<int>(list->rows.size());
  if (list->all > list->rows.size()) {
    const Slots slots{{"n", rows}, {"all", static_cast<int>(list->all)}};
    ui.line("cut", ui.say("conflict.cut", slots), Tone::warning);
  }
  draw_head(ui, desk, *solved, columns);
  if (rows == 0) return ui.text("no_rows", ui.say("conflict.no_rows"), Tone::quiet);
  draw_rows(ui, desk,
            {.solved = solved,
             .list = list.get(),
             .columns = columns,
             .mover = mover,
             .state = selected_state(desk, *solved)});
}

}  // namespace detente::ui
