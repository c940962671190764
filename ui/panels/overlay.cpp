#include <algorithm>
#include <array>

#include "ui/compare_view.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/pane.hpp"
#include "ui/panels/chart.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/series.hpp"

namespace detente::ui {
namespace {

constexpr float kWideUnits = 64.0F;

/// One line of the chart.
struct Curve {
  std::vector<Sample> samples{};
  const Side* side = nullptr;
  bool dashed = false;  ///< The right branch.
  bool thin = false;    ///< A threshold beside what is measured against it.
  std::string legend{};
};

/// Everything that is drawn.
struct Scene {
  std::vector<Side> sides{};
  Series series = Series::offer;
  int actor = 0;
  bool moves = false;  ///< Of conflicts: states are compared, and nobody has to agree.
};

/// The selected actor, or the first party of what is played.
int shown_actor(const Desk& desk, const Side& side) {
  if (desk.view.actor >= 0) return desk.view.actor;
  const TraceStage& stage = side.run->stage_at(side.frame);
  return stage.parties.empty() ? 0 : stage.parties.front();
}

/// One line of one side.
struct Drawn {
  std::vector<Sample> samples{};
  const char* what = "";  ///< The key of its name.
  bool thin = false;
};

std::vector<Drawn> drawn_of(const Scene& scene, const Played& run) {
  switch (scene.series) {
    case Series::offer:
      if (scene.moves) return {{offer_series(run, scene.actor), "overlay.rank"}};
      return {{offer_series(run, scene.actor), "overlay.utility"},
              {threshold_series(run, scene.actor), "overlay.threshold", true}};
    case Series::zone:
      return {{zone_series(run), "overlay.zone"}};
    case Series::support:
      return {{support_series(run), "overlay.support"},
              {needed_series(run), "overlay.needed", true}};
  }
  return {};
}

std::vector<Curve> curves_of(const Ui& ui, const Scene& scene) {
  std::vector<Curve> curves;
  for (std::size_t place = 0; place < scene.sides.size(); ++place) {
    const Side& side = scene.sides[place];
    const bool second = place == 1;
    const std::string name = ui.say(second ? "compare.b" : "compare.a");
    for (Drawn& one : drawn_of(scene, *side.run)) {
      curves.push_back({std::move(one.samples), &side, second, one.thin,
                        ui.say("compare.name", {{"side", name}, {"name", ui.say(one.what)}})});
    }
  }
  return curves;
}

Axis upright_axis(const std::vector<Curve>& curves, Series series) {
  double least = series == Series::offer ? 0.9 : 0.0;
  double most = 1.0;
  for (const Curve& curve : curves) {
    for (const Sample& sample : curve.samples) {
      least = std::min(least, sample.value);
      most = std::max(most, sample.value);
    }
  }
  // room on top for the names of the stages
  const double height = most - least;
  return {least - 0.05 * height, most + 0.25 * height};
}

/// Lines of one colour for each kind; the right branch dashed, thresholds thin.
void draw_curve(Ui& ui, const Plot& plot, const RoundAxis& axis, const Curve& curve) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const Colour colour = curve.thin ? theme.quiet : (curve.dashed ? theme.link : theme.text);
  const float width = (curve.thin ? 0.07F : 0.14F) * ui.unit();
  std::vector<Point> points;
  int stage = -1;
  const auto flush = [&] {
    if (points.size() == 1) canvas.disc(points.front(), width, colour);
    if (points.size() > 1 && curve.dashed) draw_dashed(canvas, points, colour, width);
    if (points.size() > 1 && !curve.dashed) canvas.polyline(points, colour, width);
    points.clear();
  };
  for (const Sample& sample : curve.samples) {
    const int here = curve.side->run->stage_at(sample.frame).stage;
    if (here != stage) flush();
    stage = here;
    const Point point = plot.at(axis.place(*curve.side->run, sample.frame), sample.value);
    // more rounds than pixels: one point for each pixel is enough
    if (points.empty() || point.x - points.back().x >= 1.0F) points.push_back(point);
  }
  flush();
}

/// The number of a curve at its own playhead, or an empty text.
std::string value_now(const detail::Voice& voice, const Curve& curve, Series series) {
  for (const Sample& sample : curve.samples) {
    if (sample.frame != curve.side->frame) continue;
    return series == Series::zone ? voice.short_number(sample.value, 0)
                                  : voice.number(sample.value);
  }
  return "–";
}

void draw_legend(Ui& ui, const detail::Voice& voice, const std::vector<Curve>& curves,
                 Series series) {
  const float unit = ui.unit();
  const float cell = ui.width() / 2;
  const float left = ui.cursor().x;
  const std::size_t rows = (curves.size() + 1) / 2;
  const Box box = ui.take(static_cast<float>(rows) * 1.2F * unit);
  Canvas canvas = ui.canvas();
  const bool pairs = curves.size() > 2;
  for (std::size_t place = 0; place < curves.size(); ++place) {
    const Curve& curve = curves[place];
    const std::size_t column = pairs ? place / 2 : place % 2;
    const std::size_t row = pairs ? place % 2 : 0;
    const float x = left + cell * static_cast<float>(column);
    const float y = box.min.y + 1.2F * unit * static_cast<float>(row);
    const std::array<Point, 2> sample{Point{x, y + unit / 2}, Point{x + 2 * unit, y + unit / 2}};
    const Theme& theme = ui.theme();
    const Colour colour = curve.thin ? theme.quiet : (curve.dashed ? theme.link : theme.text);
    const float width = (curve.thin ? 0.07F : 0.14F) * unit;
    if (curve.dashed) {
      draw_dashed(canvas, sample, colour, width);
    } else {
      canvas.polyline(sample, colour, width);
    }
    ui.label("legend_" + std::to_string(place), {x + 2.4F * unit, y},
             value_now(voice, curve, series) + "  " + curve.legend, theme.text, Typeface::body,
             cell - 2.8F * unit);
  }
}

/// Whose stages are named: a played conflict has one, talks mostly more.
const Scenario& talks_shown(const Scene& scene) {
  const Scenario* shown = scene.sides.front().run->trace.scenario.get();
  for (const Side& side : scene.sides) {
    const Scenario* const other = side.run->trace.scenario.get();
    if (other->stages.size() > shown->stages.size()) shown = other;
  }
  return *shown;
}

void draw_stages(Ui& ui, const detail::Voice& voice, const Plot& plot, const RoundAxis& axis) {
  Canvas canvas = ui.canvas();
  for (std::size_t place = 0; place < axis.starts().size(); ++place) {
    const auto& [stage, start] = axis.starts()[place];
    const bool last = place + 1 == axis.starts().size();
    const int end = last ? axis.length() : axis.starts()[place + 1].second;
    const float from = plot.at(start, 0).x;
    const float to = last ? plot.box.max.x : plot.at(end, 0).x;
    if (place > 0) canvas.line({from, plot.box.min.y}, {from, plot.box.max.y}, ui.theme().edge, 2);
    const float room = to - from - 0.6F * ui.unit();
    if (room < 2 * ui.unit()) continue;
    ui.label("stage_" + std::to_string(stage), {from + 0.3F * ui.unit(), plot.box.min.y},
             voice.stage(stage), ui.theme().quiet, Typeface::small, room);
  }
}

/// The rounds of each stage, from 0, below the chart.
void draw_rounds(Ui& ui, const detail::Voice& voice, const Plot& plot, const RoundAxis& axis) {
  Canvas canvas = ui.canvas();
  const float step_width = plot.box.width() / static_cast<float>(std::max(axis.length(), 1));
  const int every = std::max(1, static_cast<int>(2.0F * ui.unit() / step_width));
  for (std::size_t place = 0; place < axis.starts().size(); ++place) {
    const int start = axis.starts()[place].second;
    const bool last = place + 1 == axis.starts().size();
    const int end = last ? axis.length() : axis.starts()[place + 1].second;
    for (int round = 0; start + round < end; round += every) {
      const std::string number = voice.short_number(round, 0);
      const float x = plot.at(start + round, 0).x;
      const float half = measure(number, Typeface::small).x / 2;
      canvas.line({x, plot.box.max.y}, {x, plot.box.max.y + 0.2F * ui.unit()}, ui.theme().edge);
      canvas.text({x - half, plot.box.max.y + 0.2F * ui.unit()}, number, ui.theme().quiet,
                  Typeface::small);
    }
  }
}

void draw_playheads(Ui& ui, const Plot& plot, const RoundAxis& axis, const Scene& scene) {
  Canvas canvas = ui.canvas();
  for (std::size_t place = 0; place < scene.sides.size(); ++place) {
    const Side& side = scene.sides[place];
    const float x = plot.at(axis.place(*side.run, side.frame), 0).x;
    const float width = 0.12F * ui.unit();
    const Point top{x, plot.box.min.y};
    const Point foot{x, plot.box.max.y};
    if (place == 0) canvas.line(top, foot, ui.theme().accent, width);
    if (place == 1) draw_dashed(canvas, std::array{top, foot}, ui.theme().accent, width);
  }
}

/// Scrubbing: both playheads go where the mouse is.
void scrub(Ui& ui, Desk& desk, const Plot& plot, const RoundAxis& axis, const Scene& scene) {
  const Side& first = scene.sides.front();
  const std::string value = std::to_string(axis.place(*first.run, first.frame));
  const Touch touch = ui.touch("chart", plot.box, value);
  const bool by_mouse = touch.held || touch.released;
  if (!by_mouse) return;
  const double place = plot.x_at(touch.at.x);
  for (const Side& side : scene.sides) {
    move_side(desk, side.branch->id, axis.frame(*side.run, place));
  }
  // those of a linked pair may have moved each other; each goes where the mouse is
  const auto sides = sides_of(desk);
  if (!sides) return;
  for (const Side& side : *sides) {
    if (side.run == nullptr) continue;
    const int frame = axis.frame(*side.run, place);
    (side.branch->id == desk.document.current ? desk.view.frame : desk.view.other_frame) = frame;
  }
}

void draw_choosers(Ui& ui, Desk& desk, Scene& scene, const detail::Voice& voice) {
  ui.columns({0.6F, 0.4F});
  if (!scene.moves) {
    const auto tab = ui.tabs(
        "series",
        {ui.say("overlay.series_0"), ui.say("overlay.series_1"), ui.say("overlay.series_2")},
        desk.compare.series);
    if (tab) desk.compare.series = *tab;
    scene.series = static_cast<Series>(std::clamp(desk.compare.series, 0, 2));
  }
  ui.next_column();
  std::vector<std::string> names;
  for (std::size_t actor = 0; actor < voice.scenario().actors.size(); ++actor) {
    names.push_back(voice.title_of_actor(static_cast<int>(actor)));
  }
  if (scene.series == Series::offer) {
    const auto chosen = ui.choice("actor", names, scene.actor);
    if (chosen) select_actor(desk, *chosen);
    scene.actor = chosen.value_or(scene.actor);
  }
  ui.end_columns();
}

}  // namespace

void draw_overlay(Ui& ui, Desk& desk, const Box& area) {
  const PaneScope pane(ui, "overlay", ui.say("pane.overlay"), area);
  if (scenario_of(desk) == nullptr) return ui.line("empty", ui.say("view.empty"), Tone::quiet);
  Scene scene;
  if (const auto sides = sides_of(desk)) {
    for (const Side& side : *sides) {
      if (side.run != nullptr) scene.sides.push_back(side);
    }
    if (scene.sides.size() < 2) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  } else if (current_run(desk) != nullptr) {
    scene.sides.push_back({current_branch(desk), current_run(desk), desk.view.frame});
  }
  if (scene.sides.empty()) return ui.line("wait", ui.say("view.wait"), Tone::quiet);
  const detail::Voice voice(talks_shown(scene), ui.look().language);
  scene.actor = shown_actor(desk, scene.sides.front());
  scene.moves = std::all_of(scene.sides.begin(), scene.sides.end(), [](const Side& side) {
    return side.run->round_at(side.frame).tables->board != nullptr;
  });
  // where there is room, all above the chart stands in one row
  const bool wide = ui.width() > kWideUnits * ui.unit();
  if (wide) ui.columns({0.4F, 0.6F});
  draw_choosers(ui, desk, scene, voice);
  const std::vector<Curve> curves = curves_of(ui, scene);
  if (wide) ui.next_column();
  draw_legend(ui, voice, curves, scene.series);
  if (wide) ui.end_columns();
  const Played* const second = scene.sides.size() > 1 ? scene.sides[1].run : nullptr;
  const RoundAxis axis(scene.sides[0].run, second);
  Box whole = take_rest(ui, 6.0F);
  whole.min.y -= ui.unit();  // no title stands above
  const Plot plot{inner_box(ui, whole),
                  {-0.5, std::max(axis.length() - 0.5, 0.5)},
                  upright_axis(curves, scene.series)};
  draw_axes(ui, voice, plot, {.x = ui.say("overlay.rounds"), .across = false});
  draw_stages(ui, voice, plot, axis);
  draw_rounds(ui, voice, plot, axis);
  for (const Curve& curve : curves) draw_curve(ui, plot, axis, curve);
  draw_playheads(ui, plot, axis, scene);
  scrub(ui, desk, plot, axis, scene);
}

}  // namespace detente::ui
