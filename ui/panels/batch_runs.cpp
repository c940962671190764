// The runs of the cell that is selected, or all: one line each. Pressed, a line is selected;
// pressed again, its run opens in workspace 1.

#include <algorithm>

#include "ui/actions.hpp"
#include "ui/batch_store.hpp"
#include "ui/pane.hpp"
#include "ui/panels/bar.hpp"
#include "ui/panels/batch_parts.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

constexpr float kRow = 1.4F;    // units
constexpr float kCell = 5.5F;   // units, the least for a column
constexpr float kFirst = 4.0F;  // units, for the run's number
constexpr auto kOpen = "batch.open_run";

struct Scene {
  const BatchCharts* charts = nullptr;
  const BatchVoice* voice = nullptr;
  std::vector<const ResultColumn*> columns{};  ///< As many as fit.
  float cell = 0.0F;                           ///< Pixels for each.

  const detente::Results& results() const { return charts->store->results; }
};

/// Varied columns first, then metrics: those that fit side by side.
Scene scene_of(const Ui& ui, const BatchCharts& charts, const BatchVoice& voice) {
  Scene scene{.charts = &charts, .voice = &voice};
  const float room = ui.width() - kFirst * ui.unit();
  const auto fit = static_cast<std::size_t>(std::max(1.0F, room / (kCell * ui.unit())));
  for (const ResultColumn& column : charts.store->results.columns) {
    if (scene.columns.size() < fit) scene.columns.push_back(&column);
  }
  scene.cell = room / static_cast<float>(std::max<std::size_t>(scene.columns.size(), 1));
  return scene;
}

void draw_head(Ui& ui, const Scene& scene) {
  const Box row = ui.take(1.3F * ui.unit());
  const float top = row.min.y;
  ui.label("head_run", {row.min.x, top}, ui.say("batch.run"), ui.theme().quiet, Typeface::small,
           kFirst * ui.unit());
  for (std::size_t place = 0; place < scene.columns.size(); ++place) {
    const std::string& name = scene.columns[place]->column.name;
    const float left = row.min.x + kFirst * ui.unit() + scene.cell * static_cast<float>(place);
    const Box cell{{left, top}, {left + scene.cell - 0.4F * ui.unit(), row.max.y}};
    const std::string title = scene.voice->title(name);
    ui.canvas().text_within(cell.min, cell.width(), title, ui.theme().quiet, Typeface::small);
    ui.touch("head_" + name, cell, title, title);
  }
}

/// Everything that is known of a run.
std::string run_words(const Ui& ui, const Scene& scene, std::size_t row) {
  std::string text = ui.say("batch.run_name", {{"run", counted(scene.results().runs[row])}});
  if (!scene.results().ok[row]) text += " · " + ui.say("batch.failed");
  for (const ResultColumn& column : scene.results().columns) {
    text += '\n' + scene.voice->title(column.column.name) + ": " + scene.voice->entry(column, row);
  }
  return text;
}

void draw_run(Ui& ui, Desk& desk, const Scene& scene, std::size_t row) {
  const float unit = ui.unit();
  const Box box = ui.take(kRow * unit - 0.3F * unit);
  const Box ground{{box.min.x, box.min.y - 0.15F * unit}, {box.max.x, box.max.y + 0.15F * unit}};
  // one row more on each side, for the keyboard to go to
  if (!ui.visible(ground.inset(-kRow * unit))) return;
  const std::int64_t run = scene.results().runs[row];
  const bool selected = desk.batch.run == run;
  const bool ok = scene.results().ok[row];
  const std::string number = std::to_string(run);
  const Touch touch = ui.touch("run_" + number, ground, number, run_words(ui, scene, row));
  Canvas canvas = ui.canvas();
  if (touch.hovered || selected) canvas.rect(ground, ui.theme().hovered, 3.0F);
  if (selected) canvas.frame(ground, ui.theme().accent, 1.5F, 3.0F);
  const float y = box.centre().y - unit / 2;
  canvas.text_within({box.min.x + 0.2F * unit, y}, (kFirst - 0.6F) * unit, number, ui.theme().text,
                     selected ? Typeface::strong : Typeface::body);
  for (std::size_t place = 0; place < scene.columns.size(); ++place) {
    const ResultColumn& column = *scene.columns[place];
    const float left = box.min.x + kFirst * unit + scene.cell * static_cast<float>(place);
    const bool lost = !ok && column.column.role == Column::Role::metric;
    const std::string words = lost ? ui.say("batch.failed") : scene.voice->entry(column, row);
    canvas.text_within({left, y}, scene.cell - 0.4F * unit, words,
                       lost ? ui.theme().warning : ui.theme().text);
  }
  if (!touch.pressed) return;
  if (selected) perform(desk, kOpen);
  desk.batch.run = run;
}

/// Which runs are listed, and the way back to all.
void draw_choice(Ui& ui, BatchState& batch, const Scene& scene, const BatchList& list) {
  const bool cell = batch.column >= 0 && scene.charts->map.has_value();
  const std::string why_not = cell ? std::string() : ui.say("batch.all_listed");
  if (ui.button("all", ui.say("batch.all"), Tone::plain, why_not)) {
    batch.column = -1;
    batch.row = -1;
    return;
  }
  ui.same_line();
  Slots slots{{"n", counted(list.all)}};
  std::string text = ui.say("batch.listed", slots);
  if (cell) {
    const OutcomeShares& map = *scene.charts->map;
    const BatchVoice& voice = *scene.voice;
    slots = {{"x", voice.title(map.x.column)},
             {"y", voice.title(map.y.column)},
             {"at_x", voice.place(map.x, batch.column)},
             {"at_y", voice.place(map.y, batch.row)},
             {"n", counted(list.all)}};
    text = ui.say("batch.cell", slots);
  }
  ui.line("cell", text);
}

void draw_open(Ui& ui, Desk& desk) {
  const std::string why_not = obstacle_to(ui, desk, *find_action(kOpen));
  const bool pressed = ui.button("open", ui.say("batch.open_run"), Tone::primary, why_not);
  ui.same_line();
  const int branches = branches_at_stake(desk);
  const std::string note =
      branches > 0 ? ui.say("batch.closes", {{"n", branches}}) : ui.say("batch.open_hint");
  ui.line("note", note, branches > 0 ? Tone::warning : Tone::quiet);
  if (pressed) perform(desk, kOpen);
}

}  // namespace

void draw_batch_runs(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch_runs", ui.say("pane.batch_runs"), area);
  const BatchCharts* const charts = shown_charts(ui, desk);
  if (charts == nullptr) return;
  const BatchVoice voice(ui, *charts->store);
  const Scene scene = scene_of(ui, *charts, voice);
  const BatchList list = listed_runs(desk.batch);
  draw_choice(ui, desk.batch, scene, list);
  draw_open(ui, desk);
  draw_command(ui, desk, desk.batch.run_command);
  draw_head(ui, scene);
  for (const std::int64_t row : list.rows) {
    draw_run(ui, desk, scene, static_cast<std::size_t>(row));
  }
  const auto shown = static_cast<std::int64_t>(list.rows.size());
  if (shown == list.all) return;
  ui.text("more", ui.say("batch.more", {{"n", counted(list.all - shown)}}), Tone::quiet);
}

}  // namespace detente::ui
