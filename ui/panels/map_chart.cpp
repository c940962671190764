#include "ui/panels/map_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "detente/report/outcome.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/field_title.hpp"

namespace detente::ui {
namespace {

constexpr int kShades = 4;
constexpr int kFailed = -1;
constexpr int kUnknown = -2;

/// How a cell is painted: how many stages were agreed, or one of the above; and how early the last.
struct Paint {
  int agreed = 0;
  int shade = 0;  ///< 0: early.

  bool operator==(const Paint&) const = default;
  bool operator<(const Paint& other) const {
    return std::pair(agreed, shade) < std::pair(other.agreed, other.shade);
  }
};

Paint paint_of(const OutcomeMap& map, const MapCell& cell) {
  if (!cell.known) return {kUnknown};
  if (!cell.ran) return {kFailed};
  if (!cell.agreed) return {cell.stage};
  const int rounds = std::max(map.scenario().stages[cell.stage].rounds, 1);
  return {cell.stage + 1, std::clamp((cell.round - 1) * kShades / rounds, 0, kShades - 1)};
}

int stages_of(const OutcomeMap& map) {
  return static_cast<int>(map.scenario().stages.size());
}

Colour colour_of(const Theme& theme, const OutcomeMap& map, const Paint& paint) {
  if (paint.agreed == stages_of(map)) {
    return faded(theme.accent, 1.0F - 0.2F * static_cast<float>(paint.shade));
  }
  if (paint.agreed > 0) return faded(theme.warning, 0.45F);
  return faded(theme.edge, 0.45F);
}

/// The second code beside the colour: strokes for every stage agreed before the last, none for the
/// last, a cross for a fault.
void draw_pattern(Canvas& canvas, const Theme& theme, const OutcomeMap& map, const Box& box,
                  const Paint& paint) {
  const bool partly = paint.agreed > 0 && paint.agreed < stages_of(map);
  const Box inner = box.inset(0.12F * box.width());
  const Colour colour = faded(theme.text, 0.75F);
  const bool rising = partly || paint.agreed == kFailed;
  const bool falling = (partly && paint.agreed > 1) || paint.agreed == kFailed;
  if (rising) canvas.line({inner.min.x, inner.max.y}, {inner.max.x, inner.min.y}, colour);
  if (falling) canvas.line(inner.min, inner.max, colour);
}

std::string words_of(const Ui& ui, const MapChart& chart, int agreed) {
  if (agreed == kFailed) return ui.say("map.failed");
  if (agreed == 0) return ui.say("map.none");
  const bool all = agreed == stages_of(*chart.map);
  return ui.say(all ? "map.all" : "map.only", {{"stage", chart.voice->stage(agreed - 1)}});
}

/// A swatch and its words, beside what stands there already.
Box legend_entry(Ui& ui, const std::string& id, const std::string& words) {
  const float unit = ui.unit();
  const float width = measure(words, Typeface::small).x + 2.0F * unit;
  const Box box = ui.take(1.15F * unit, std::min(width, ui.body().width()));
  ui.label(id, {box.min.x + 1.5F * unit, box.min.y + 0.1F * unit}, words, ui.theme().text,
           Typeface::small, box.max.x - box.min.x - 1.5F * unit);
  return {{box.min.x, box.min.y + 0.05F * unit}, {box.min.x + unit, box.min.y + 1.05F * unit}};
}

/// Numbers to write along a side: round ones; where distances are ratios, powers of ten between.
std::vector<double> scale_of(const OutcomeMap& map, const detente::Knob& knob) {
  if (!range_of(map.scenario(), knob.field).logarithmic) return ticks({knob.low, knob.high}, 5);
  std::vector<double> all;
  for (const double value : {0.1, 0.3, 1.0, 3.0, 10.0}) {
    if (value >= knob.low && value <= knob.high) all.push_back(value);
  }
  return all;
}

void draw_row(Canvas& canvas, const Theme& theme, const MapChart& chart, int row) {
  const OutcomeMap& map = *chart.map;
  int first = 0;
  while (first < map.columns()) {
    const Paint paint = paint_of(map, map.at(first, row));
    int last = first;
    while (last + 1 < map.columns() && paint_of(map, map.at(last + 1, row)) == paint) ++last;
    const Box run{chart.cell(first, row).min, chart.cell(last, row).max};
    if (paint.agreed != kUnknown) canvas.rect(run, colour_of(theme, map, paint));
    for (int column = first; column <= last; ++column) {
      draw_pattern(canvas, theme, map, chart.cell(column, row), paint);
    }
    first = last + 1;
  }
}

}  // namespace

Box MapChart::cell(int column, int row) const {
  const float width = box.width() / static_cast<float>(map->columns());
  const float height = box.height() / static_cast<float>(map->rows());
  const float left = box.min.x + width * static_cast<float>(column);
  const float bottom = box.max.y - height * static_cast<float>(row);
  return {{left, bottom - height}, {left + width, bottom}};
}

std::optional<std::pair<int, int>> MapChart::cell_at(Point point) const {
  if (!box.contains(point)) return {};
  const float across = (point.x - box.min.x) / box.width() * static_cast<float>(map->columns());
  const float up = (box.max.y - point.y) / box.height() * static_cast<float>(map->rows());
  return std::pair{std::clamp(static_cast<int>(across), 0, map->columns() - 1),
                   std::clamp(static_cast<int>(up), 0, map->rows() - 1)};
}

Point MapChart::place(double x, double y) const {
  const auto share = [&](const detente::Knob& knob, double value) {
    const FieldRange range = range_of(map->scenario(), knob.field);
    const double whole = range.distance(knob.low, knob.high);
    const double part = range.distance(knob.low, std::clamp(value, knob.low, knob.high));
    return static_cast<float>(whole > 0 ? part / whole : 0.0);
  };
  const Point low = cell(0, 0).centre();
  const Point high = cell(map->columns() - 1, map->rows() - 1).centre();
  return {low.x + share(map->knob_x(), x) * (high.x - low.x),
          low.y + share(map->knob_y(), y) * (high.y - low.y)};
}

void draw_cells(Ui& ui, const MapChart& chart) {
  Canvas canvas = ui.canvas();
  for (int row = 0; row < chart.map->rows(); ++row) draw_row(canvas, ui.theme(), chart, row);
  canvas.frame(chart.box, ui.theme().edge);
}

void draw_scales(Ui& ui, const MapChart& chart) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const detente::Knob& x = chart.map->knob_x();
  const detente::Knob& y = chart.map->knob_y();
  const float gap = 0.3F * ui.unit();
  for (const double value : scale_of(*chart.map, x)) {
    const auto words = chart.voice->short_number(value, 2);
    const float at = chart.place(value, y.low).x;
    canvas.line({at, chart.box.max.y}, {at, chart.box.max.y + gap}, theme.quiet);
    canvas.text({at - measure(words, Typeface::small).x / 2, chart.box.max.y + gap}, words,
                theme.quiet, Typeface::small);
  }
  for (const double value : scale_of(*chart.map, y)) {
    const auto words = chart.voice->short_number(value, 2);
    const Point size = measure(words, Typeface::small);
    const float at = chart.place(x.low, value).y;
    canvas.line({chart.box.min.x - gap, at}, {chart.box.min.x, at}, theme.quiet);
    canvas.text({chart.box.min.x - size.x - 1.5F * gap, at - size.y / 2}, words, theme.quiet,
                Typeface::small);
  }
}

void draw_ring(Ui& ui, Point centre, bool moving) {
  Canvas canvas = ui.canvas();
  const float radius = 0.55F * ui.unit();
  canvas.circle(centre, radius, ui.theme().pane, 0.38F * ui.unit());
  canvas.circle(centre, radius, moving ? ui.theme().focus : ui.theme().text, 0.16F * ui.unit());
}

void draw_map_legend(Ui& ui, const MapChart& chart) {
  const OutcomeMap& map = *chart.map;
  std::map<int, bool> seen;
  for (int cell = 0; cell < map.computed(); ++cell) {
    seen[paint_of(map, map.at(cell % map.columns(), cell / map.columns())).agreed] = true;
  }
  Canvas canvas = ui.canvas();
  bool first = true;
  const auto beside = [&] {
    if (!first) ui.same_line(0.6F);
    first = false;
  };
  for (const auto& [agreed, occurs] : seen) {
    beside();
    const std::string id =
        "legend_" + (agreed < 0 ? std::string("failed") : std::to_string(agreed));
    const Box swatch = legend_entry(ui, id, words_of(ui, chart, agreed));
    canvas.rect(swatch, colour_of(ui.theme(), map, {agreed}));
    draw_pattern(canvas, ui.theme(), map, swatch, {agreed});
    canvas.frame(swatch, ui.theme().edge);
  }
  if (seen.count(stages_of(map)) > 0) {
    beside();
    const Box swatch = legend_entry(ui, "legend_shade", ui.say("map.shade"));
    const float part = swatch.width() / kShades;
    for (int shade = 0; shade < kShades; ++shade) {
      const float left = swatch.min.x + part * static_cast<float>(shade);
      canvas.rect({{left, swatch.min.y}, {left + part, swatch.max.y}},
                  colour_of(ui.theme(), map, {stages_of(map), shade}));
    }
  }
  beside();
  const Box swatch = legend_entry(ui, "legend_here", ui.say("map.here"));
  draw_ring(ui, swatch.centre(), false);
}

std::string cell_words(const Ui& ui, const MapChart& chart, int column, int row) {
  const OutcomeMap& map = *chart.map;
  const detail::Voice& voice = *chart.voice;
  const Field& x = map.knob_x().field;
  const Field& y = map.knob_y().field;
  const Slots slots{{"x", field_title(ui, voice, x)},
                    {"y", field_title(ui, voice, y)},
                    {"to_x", field_value(voice, x, map.values_x()[column])},
                    {"to_y", field_value(voice, y, map.values_y()[row])}};
  std::string point = ui.say("map.point", slots);
  const MapCell& cell = map.at(column, row);
  if (!cell.known) return point;
  if (!cell.ran) return point + '\n' + detail::capitalised(ui.say("map.failed")) + '.';
  const Outcome outcome{.agreed = cell.agreed, .stage = cell.stage, .round = cell.round};
  return point + '\n' + ui.say("map.ends", {{"outcome", detail::outcome_phrase(voice, outcome)}});
}

}  // namespace detente::ui
