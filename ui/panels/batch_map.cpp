// How the runs of a batch ended, by two of its columns.

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/batch_store.hpp"
#include "ui/pane.hpp"
#include "ui/panels/batch_parts.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"

namespace detente::ui {
namespace {

/// The map on its way to pixels.
struct Scene {
  const BatchCharts* charts = nullptr;
  const BatchVoice* voice = nullptr;
  Box box{};  ///< Of the cells; the first row below.

  const OutcomeShares& map() const { return *charts->map; }
  Box cell(int column, int row) const {
    const float width = box.width() / static_cast<float>(map().columns());
    const float height = box.height() / static_cast<float>(map().rows());
    const float left = box.min.x + width * static_cast<float>(column);
    const float bottom = box.max.y - height * static_cast<float>(row);
    return {{left, bottom - height}, {left + width, bottom}};
  }
  std::optional<std::pair<int, int>> cell_at(Point point) const {
    if (!box.contains(point)) return {};
    const float across = (point.x - box.min.x) / box.width() * static_cast<float>(map().columns());
    const float up = (box.max.y - point.y) / box.height() * static_cast<float>(map().rows());
    return std::pair{std::clamp(static_cast<int>(across), 0, map().columns() - 1),
                     std::clamp(static_cast<int>(up), 0, map().rows() - 1)};
  }
};

std::vector<std::int64_t> counts_in(const OutcomeShares& map, int column, int row) {
  std::vector<std::int64_t> counts;
  for (int kind = 0; kind < std::ssize(map.kinds); ++kind) {
    counts.push_back(map.count(column, row, kind));
  }
  return counts;
}

/// "20 runs; 12 of 20 agreed, ..."
std::string cell_words(const Ui& ui, const Scene& scene, int column, int row) {
  const OutcomeShares& map = scene.map();
  const BatchVoice& voice = *scene.voice;
  const Slots slots{{"x", voice.title(map.x.column)},
                    {"y", voice.title(map.y.column)},
                    {"at_x", voice.place(map.x, column)},
                    {"at_y", voice.place(map.y, row)},
                    {"n", counted(scene.charts->runs_in(column, row))}};
  return ui.say("batch.cell", slots) +
         ending_words(ui, voice, map.kinds, counts_in(map, column, row));
}

/// The number of runs, where there is room, on a ground that it can be read on.
void draw_count(Ui& ui, const Box& cell, std::int64_t runs) {
  const std::string number = std::to_string(runs);
  const Point size = measure(number, Typeface::small);
  if (size.x + 0.5F * ui.unit() > cell.width() || size.y + 2.0F > cell.height()) return;
  const Point centre = cell.centre();
  const Box ground{{centre.x - size.x / 2 - 0.15F * ui.unit(), centre.y - size.y / 2},
                   {centre.x + size.x / 2 + 0.15F * ui.unit(), centre.y + size.y / 2}};
  Canvas canvas = ui.canvas();
  canvas.rect(ground, ui.theme().pane, 3.0F);
  canvas.text({centre.x - size.x / 2, ground.min.y}, number, ui.theme().text, Typeface::small);
}

void draw_cells(Ui& ui, const Scene& scene) {
  Canvas canvas = ui.canvas();
  const OutcomeShares& map = scene.map();
  for (int row = 0; row < map.rows(); ++row) {
    for (int column = 0; column < map.columns(); ++column) {
      const Box cell = scene.cell(column, row).inset(1.0F);
      const std::vector<std::int64_t> counts = counts_in(map, column, row);
      draw_ending_bar(canvas, ui.theme(), {.box = cell, .counts = counts}, map.kinds);
      canvas.frame(cell, ui.theme().edge);
      draw_count(ui, cell, scene.charts->runs_in(column, row));
    }
  }
}

float widest_place(const BatchVoice& voice, const ShareAxis& axis) {
  float width = 0.0F;
  for (int place = 0; place < axis.count(); ++place) {
    width = std::max(width, measure(voice.place(axis, place), Typeface::small).x);
  }
  return width;
}

/// The values along both sides, each where there is room.
void draw_scales(Ui& ui, const Scene& scene) {
  Canvas canvas = ui.canvas();
  const OutcomeShares& map = scene.map();
  const float gap = 0.3F * ui.unit();
  float free_from = scene.box.min.x - ui.unit();
  for (int column = 0; column < map.columns(); ++column) {
    const std::string words = scene.voice->place(map.x, column);
    const float width = measure(words, Typeface::small).x;
    const float left = scene.cell(column, 0).centre().x - width / 2;
    if (left < free_from) continue;
    canvas.text({left, scene.box.max.y + gap}, words, ui.theme().quiet, Typeface::small);
    free_from = left + width + gap;
  }
  const float high = line_height(Typeface::small);
  float free_below = scene.box.max.y + high;
  for (int row = 0; row < map.rows(); ++row) {
    const float middle = scene.cell(0, row).centre().y;
    if (middle + high / 2 > free_below) continue;
    const float room = scene.box.min.x - ui.body().min.x - gap;
    const std::string words = fitted(scene.voice->place(map.y, row), room, Typeface::small);
    canvas.text({scene.box.min.x - measure(words, Typeface::small).x - gap, middle - high / 2},
                words, ui.theme().quiet, Typeface::small);
    free_below = middle - high / 2;
  }
}

void draw_titles(Ui& ui, const Scene& scene, const Box& whole) {
  const std::string x = scene.voice->title(scene.map().x.column);
  const float width = std::min(measure(x, Typeface::small).x + 1.0F, whole.width());
  ui.label("axis_y", whole.min, scene.voice->title(scene.map().y.column), ui.theme().text,
           Typeface::small, whole.width());
  ui.label("axis_x", {whole.max.x - width, scene.box.max.y + 1.3F * ui.unit()}, x, ui.theme().text,
           Typeface::small, width);
}

void select_cell(BatchState& batch, std::pair<int, int> cell) {
  batch.column = cell.first;
  batch.row = cell.second;
}

/// Mouse and arrows choose a cell; Enter goes on to its runs.
void touch_cells(Ui& ui, Desk& desk, const Scene& scene) {
  BatchState& batch = desk.batch;
  const OutcomeShares& map = scene.map();
  const bool chosen = batch.column >= 0;
  const std::string value = chosen ? cell_words(ui, scene, batch.column, batch.row) : std::string();
  const GridWays ways{.up = batch.row + 1 < map.rows(), .down = batch.row > 0};
  const GridTouch grid = ui.grid("chart", scene.box, value, ways);
  const Touch& touch = grid.touch;
  const bool by_mouse = touch.hovered || touch.held || touch.released;
  const auto under = by_mouse ? scene.cell_at(touch.at) : std::nullopt;
  Canvas canvas = ui.canvas();
  if (under) {
    canvas.frame(scene.cell(under->first, under->second), ui.theme().text, 2.0F);
    ui.tip(cell_words(ui, scene, under->first, under->second));
  }
  if (touch.released && under) {
    select_cell(batch, *under);
    batch.tab = kRunsTab;
  } else if (grid.across != 0 || grid.up != 0) {
    const int column = std::max(batch.column, 0) + (chosen ? grid.across : 0);
    const int row = std::max(batch.row, 0) + (chosen ? grid.up : 0);
    select_cell(batch,
                {std::clamp(column, 0, map.columns() - 1), std::clamp(row, 0, map.rows() - 1)});
  } else if (touch.pressed && !touch.released) {
    if (!chosen) select_cell(batch, {0, 0});
    batch.tab = kRunsTab;
    const BatchList& list = listed_runs(batch);
    if (list.rows.empty()) return;
    const auto first = static_cast<std::size_t>(list.rows.front());
    desk.view.wanted_focus = "batch_runs/run_" + std::to_string(batch.store->results.runs[first]);
  }
  if (batch.column < 0) return;
  const Box cell = scene.cell(batch.column, batch.row);
  canvas.frame(cell.inset(-1.5F), ui.theme().pane, 5.0F);
  canvas.frame(cell.inset(-1.0F), ui.theme().focus, 3.0F);
}

/// The next widget goes beside it.
void draw_side_label(Ui& ui, const std::string& id, const std::string& label) {
  const Box box = ui.take(1.6F * ui.unit(), measure(label).x + 1.0F);
  ui.label(id, {box.min.x, box.centre().y - ui.unit() / 2}, label, ui.theme().quiet);
  ui.same_line();
}

/// Which columns stand along the sides. The charts follow in a later frame.
void choose_axes(Ui& ui, BatchState& batch, const BatchVoice& voice) {
  const std::vector<std::string> names = column_names(*batch.store, false);
  const std::pair before{batch.across, batch.up};
  ui.columns({0.5F, 0.5F});
  draw_side_label(ui, "x_label", "→");
  choose_column(ui, voice, "x", batch.across, names);
  ui.next_column();
  draw_side_label(ui, "y_label", "↑");
  choose_column(ui, voice, "y", batch.up, names);
  ui.end_columns();
  // twice the same is no map: the other one takes the place that became free
  if (batch.across != batch.up) return;
  if (batch.across != before.first) {
    batch.up = before.first;
  } else {
    batch.across = before.second;
  }
}

/// How many runs a cell has, and what can be done with it.
std::string cells_line(const Ui& ui, const BatchCharts& charts) {
  std::int64_t least = charts.runs_in(0, 0);
  std::int64_t most = least;
  for (int row = 0; row < charts.map->rows(); ++row) {
    for (int column = 0; column < charts.map->columns(); ++column) {
      least = std::min(least, charts.runs_in(column, row));
      most = std::max(most, charts.runs_in(column, row));
    }
  }
  const Slots slots{{"low", counted(least)}, {"high", counted(most)}};
  return ui.say(least == most ? "batch.cells_same" : "batch.cells", slots) + ' ' +
         ui.say("batch.map_hint");
}

float legend_units(const Ui& ui, const BatchVoice& voice, const OutcomeShares& map) {
  float width = 0.0F;
  for (const OutcomeKind& kind : map.kinds) {
    width += measure(voice.ending(kind), Typeface::small).x + 2.6F * ui.unit();
  }
  const float lines = 1.0F + std::floor(width / std::max(ui.body().width(), 1.0F));
  return 1.4F * lines;
}

}  // namespace

void draw_batch_map(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "batch_map", ui.say("pane.batch_map"), area);
  const BatchCharts* const charts = shown_charts(ui, desk);
  if (charts == nullptr) return;
  const BatchVoice voice(ui, *charts->store);
  choose_axes(ui, desk.batch, voice);
  const bool empty = charts->map && (charts->map->columns() == 0 || charts->map->rows() == 0);
  if (empty) return ui.text("no_map", ui.say("batch.no_runs"), Tone::quiet);
  if (!charts->map) {
    ui.text("no_map", ui.say("map.no_map", {{"why", charts->map_fault}}), Tone::warning);
    return draw_command(ui, desk, map_command(desk));
  }
  ui.line("hint", cells_line(ui, *charts), Tone::quiet);
  const float below = legend_units(ui, voice, *charts->map) + kCommandUnits;
  const Box whole = take_rest(ui, 9.0F, below);
  const float unit = ui.unit();
  const float left = std::min(widest_place(voice, charts->map->y) + 0.5F * unit, 9.0F * unit);
  const Scene scene{charts,
                    &voice,
                    {{whole.min.x + left, whole.min.y + 1.3F * unit},
                     {whole.max.x - 0.3F * unit, whole.max.y - 2.4F * unit}}};
  draw_cells(ui, scene);
  draw_scales(ui, scene);
  draw_titles(ui, scene, whole);
  touch_cells(ui, desk, scene);
  draw_ending_legend(ui, voice, charts->map->kinds);
  draw_command(ui, desk, map_command(desk));
}

}  // namespace detente::ui
