#include "ui/swap.hpp"

#include <algorithm>
#include <cstdlib>

#include "detente/core/text.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/knobs.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/path_words.hpp"

namespace detente::ui {
namespace {

constexpr float kWide = 44.0F;  // units from which a row is one line

struct Scene {
  const detail::Voice* voice = nullptr;  ///< Of this branch.
  const detail::Voice* other = nullptr;
  std::string mine_title{};
  std::string other_title{};
};

/// Whose numbers: everybody's, or one actor's, the one selected everywhere.
void choose_actor(Ui& ui, Desk& desk, const Scenario& scenario) {
  std::vector<std::string> names{ui.say("swap.everybody")};
  for (const Actor& actor : scenario.actors) {
    names.push_back(actor.title.in(ui.look().language, actor.id));
  }
  ui.line("who_label", ui.say("swap.who"), Tone::quiet);
  if (const auto chosen = ui.choice("who", names, desk.view.actor + 1)) {
    select_actor(desk, *chosen - 1);
  }
}

void choose_other(Ui& ui, Desk& desk) {
  const std::vector<std::string> choices = swap_choices(desk);
  const auto now = std::find(choices.begin(), choices.end(), desk.swap.other);
  if (now == choices.end()) desk.swap.other = choices.front();
  const int place = now == choices.end() ? 0 : static_cast<int>(now - choices.begin());
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const std::string& choice : choices) names.push_back(swap_title(desk, choice));
  ui.line("other_label", ui.say("swap.beside"), Tone::quiet);
  if (const auto chosen = ui.choice("other", names, place)) {
    desk.swap.other = choices[static_cast<std::size_t>(*chosen)];
  }
  if (desk.swap.other != "draw") return;
  if (ui.button("redraw", ui.say("swap.redraw"))) ++desk.swap.draw;
}

struct Cells {
  float name_width = 0.0F;
  float mine = 0.0F;  ///< Left edges.
  float other = 0.0F;
  float width = 0.0F;  ///< Of a number.
  float top = 0.0F;
};

Cells cells_of(const Ui& ui, const Box& row, bool wide) {
  const float unit = ui.unit();
  const float left = row.min.x + 0.4F * unit;
  const float inner = row.width() - 0.8F * unit;
  if (wide) {
    const float third = 0.26F * inner;
    return {inner - 2 * third - unit, row.max.x - 2 * third, row.max.x - third, third - 0.8F * unit,
            row.min.y + 0.15F * unit};
  }
  return {inner, left + 0.6F * unit, left + inner / 2, inner / 2 - unit,
          row.min.y + 0.1F * unit + line_height()};
}

void draw_row(Ui& ui, Desk& desk, const Scene& scene, const SwapRow& row) {
  const bool wide = ui.width() > kWide * ui.unit();
  const float unit = ui.unit();
  const Box box = ui.take((wide ? 1.4F : 2.4F) * unit);
  // one row more on each side, for the keyboard to go to
  const Box near{{box.min.x, box.min.y - box.height()}, {box.max.x, box.max.y + box.height()}};
  if (!ui.visible(near)) return;
  const bool can_take = row.differs && row.other.kind != Value::Kind::null;
  const std::string name = path_words(ui, *scene.voice, row.path, desk.view.actor < 0);
  const std::string mine = value_words(ui, *scene.voice, row.path, row.mine);
  const std::string other = value_words(ui, *scene.other, row.other_path, row.other);
  const std::string id = "row_" + row.path;
  const std::string tip =
      can_take ? ui.say("swap.take_one", {{"name", name}, {"from", mine}, {"to", other}}) : "";
  const Touch touch =
      ui.touch(id, box, name + ": " + mine + (row.differs ? " ≠ " : " = ") + other, tip);
  if (touch.hovered && can_take) ui.canvas().rect(box, ui.theme().hovered, 0.25F * unit);
  if (row.differs) ui.canvas().frame(box.inset(1.0F), ui.theme().edge, 1.5F, 0.25F * unit);
  const Cells cells = cells_of(ui, box, wide);
  const Typeface face = row.differs ? Typeface::strong : Typeface::body;
  Canvas canvas = ui.canvas();
  canvas.text_within({box.min.x + 0.4F * unit, box.min.y + 0.15F * unit}, cells.name_width, name,
                     ui.theme().text);
  canvas.text_within({cells.mine, cells.top}, cells.width, mine, ui.theme().text, face);
  canvas.text_within({cells.other, cells.top}, cells.width, other,
                     row.differs ? ui.theme().text : ui.theme().quiet, face);
  if (!touch.pressed || !can_take) return;
  move_playhead(desk, 0);
  const Diagnostics faults = change(desk, row.path, row.other);
  if (!faults.empty()) tell(desk, faults.front().message, true);
}

void draw_heads(Ui& ui, const Scene& scene) {
  const bool wide = ui.width() > kWide * ui.unit();
  const Box row = ui.take(1.3F * ui.unit());
  const Cells cells = cells_of(ui, row, wide);
  const Colour colour = ui.theme().text;
  ui.label("mine", {cells.mine, row.min.y}, scene.mine_title, colour, Typeface::strong,
           cells.width);
  ui.label("theirs", {cells.other, row.min.y}, scene.other_title, colour, Typeface::strong,
           cells.width);
}

void tell_left_out(Desk& desk, int left_out) {
  if (left_out > 0) tell(desk, say(desk, "swap.left_out", {{"n", left_out}}), true);
}

/// Takes all that differs; between two actors also both ways.
void draw_buttons(Ui& ui, Desk& desk, const Scene& scene, const std::vector<SwapRow>& rows) {
  const auto differing = std::count_if(rows.begin(), rows.end(), [](const SwapRow& row) {
    return row.differs && row.other.kind != Value::Kind::null;
  });
  const std::string none = differing > 0 ? std::string{} : ui.say("swap.same");
  const bool one = desk.view.actor >= 0;
  const std::string who = one ? scene.voice->title_of_actor(desk.view.actor) : std::string{};
  const Slots slots{{"who", who}, {"from", scene.other_title}};
  const bool actors = desk.swap.other.starts_with("actor:");
  const char* const key = actors ? "swap.give" : one ? "swap.take_actor" : "swap.take_all";
  if (ui.button("take", ui.say(key, slots), Tone::primary, none)) {
    const std::string name = say(desk, one ? "swap.branch_of" : "swap.branch", slots);
    tell_left_out(desk, take_rows(desk, rows, name));
    return;
  }
  if (!actors) return;
  if (ui.button("exchange", ui.say("swap.exchange", slots), Tone::plain, none)) {
    tell_left_out(desk, exchange_actors(desk, say(desk, "swap.branch_exchange", slots)));
  }
}

void draw_rows(Ui& ui, Desk& desk, const Scene& scene) {
  // kept: a press makes another branch with other rows
  const std::vector<SwapRow> rows = swap_rows(desk);
  if (rows.empty()) return ui.text("unknown", ui.say("swap.unknown"), Tone::quiet);
  draw_buttons(ui, desk, scene, rows);
  const auto differing =
      std::count_if(rows.begin(), rows.end(), [](const SwapRow& row) { return row.differs; });
  const Slots slots{{"n", static_cast<int>(differing)}, {"all", static_cast<int>(rows.size())}};
  ui.text("count", ui.say("swap.count", slots), Tone::quiet);
  if (differing == 0) ui.text("same", detail::capitalised(ui.say("swap.same")), Tone::quiet);
  if (ui.toggle("all", ui.say("swap.all"), desk.swap.all)) desk.swap.all = !desk.swap.all;
  draw_heads(ui, scene);
  for (const SwapRow& row : rows) {
    if (row.differs || desk.swap.all) draw_row(ui, desk, scene, row);
  }
}

}  // namespace

void draw_swap(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "swap", ui.say("pane.swap"), area);
  const auto mine = swap_mine(desk);
  if (scenario_of(desk) == nullptr) return ui.text("empty", ui.say("left.empty"), Tone::quiet);
  if (mine == nullptr) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  ui.text("hint", ui.say("swap.hint"), Tone::quiet);
  choose_actor(ui, desk, *mine);
  choose_other(ui, desk);
  if (const std::string fault = swap_fault(desk); !fault.empty()) {
    return ui.text("fault", fault, Tone::warning);
  }
  const auto other = swap_other(desk);
  if (other == nullptr) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  const detail::Voice voice(*mine, ui.look().language);
  const detail::Voice other_voice(*other, ui.look().language);
  Scene scene{.voice = &voice, .other = &other_voice, .mine_title = ui.say("swap.mine")};
  scene.other_title = swap_title(desk, desk.swap.other);
  if (desk.swap.other.starts_with("actor:") && desk.view.actor >= 0) {
    scene.mine_title = voice.title_of_actor(desk.view.actor);
    scene.other_title = other_voice.title_of_actor(std::max(0, swap_other_actor(desk)));
  }
  draw_rows(ui, desk, scene);
}

}  // namespace detente::ui
