#include "ui/panels/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace detente::ui {
namespace {

constexpr float kPi = 3.14159265F;

/// 1, 2 or 5 times a power of ten.
double round_step(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  }
  return 10.0 * power;
}

void draw_grid_x(Ui& ui, const detail::Voice& voice, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const int most = static_cast<int>(plot.box.width() / (4.0F * ui.unit()));
  float free_from = plot.box.min.x - ui.unit();
  for (const double value : ticks(plot.x, std::clamp(most, 2, 12))) {
    const float x = plot.at(value, plot.y.low).x;
    canvas.line({x, plot.box.min.y}, {x, plot.box.max.y}, faded(theme.edge, 0.5F));
    const std::string number = voice.short_number(value, 3);
    const float half = measure(number, Typeface::small).x / 2;
    if (x - half < free_from) continue;
    canvas.text({x - half, plot.box.max.y + ui.unit() * 0.1F}, number, theme.quiet,
                Typeface::small);
    free_from = x + half + 0.3F * ui.unit();
  }
}

void draw_grid_y(Ui& ui, const detail::Voice& voice, const Plot& plot) {
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const int most = static_cast<int>(plot.box.height() / (1.8F * ui.unit()));
  const float half = line_height(Typeface::small) / 2;
  for (const double value : ticks(plot.y, std::clamp(most, 2, 10))) {
    const float y = plot.at(plot.x.low, value).y;
    canvas.line({plot.box.min.x, y}, {plot.box.max.x, y}, faded(theme.edge, 0.5F));
    const std::string number = voice.short_number(value, 3);
    const float width = measure(number, Typeface::small).x;
    canvas.text({plot.box.min.x - width - 0.3F * ui.unit(), y - half}, number, theme.quiet,
                Typeface::small);
  }
}

struct Edge {
  Point from{};
  Point to{};

  Point at(float part) const {
    return {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
  }
};

/// One edge of a dashed line; `walked` pixels lie before it. Returns the pixels up to its end.
float draw_dashed_edge(Canvas& canvas, const Edge& edge, float walked, Colour colour, float width) {
  const float dash = 4.0F * std::max(width, 1.0F);
  const float length = std::hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
  float here = 0.0F;
  while (here < length) {
    const float phase = std::fmod(walked, 2 * dash);
    const bool drawn = phase < dash;
    const float part = std::min(drawn ? dash - phase : 2 * dash - phase, length - here);
    if (drawn) {
      canvas.line(edge.at(here / length), edge.at((here + part) / length), colour, width);
    }
    // a step too small to count would never end
    const float step = std::max(part, 0.01F);
    here += step;
    walked += step;
  }
  return walked;
}

}  // namespace

Point Plot::at(double x_value, double y_value) const {
  const auto across = static_cast<float>((x_value - x.low) / (x.high - x.low));
  const auto up = static_cast<float>((y_value - y.low) / (y.high - y.low));
  return {box.min.x + across * box.width(), box.max.y - up * box.height()};
}

double Plot::x_at(float pixel) const {
  return x.low + static_cast<double>((pixel - box.min.x) / box.width()) * (x.high - x.low);
}

double Plot::y_at(float pixel) const {
  return y.low + static_cast<double>((box.max.y - pixel) / box.height()) * (y.high - y.low);
}

std::vector<double> ticks(const Axis& axis, int most) {
  std::vector<double> all;
  if (!(axis.high > axis.low) || most < 1) return all;
  const double step = round_step((axis.high - axis.low) / most);
  // counted in whole steps, so that 0.3 is not 0.30000000000000004
  const auto first = static_cast<long>(std::ceil(axis.low / step - 1e-9));
  const auto last = static_cast<long>(std::floor(axis.high / step + 1e-9));
  for (long count = first; count <= last; ++count) {
    all.push_back(static_cast<double>(count) * step);
  }
  return all;
}

Box inner_box(const Ui& ui, const Box& whole) {
  const float unit = ui.unit();
  return {{whole.min.x + 2.6F * unit, whole.min.y + 1.4F * unit},
          {std::max(whole.max.x - 0.6F * unit, whole.min.x + 3.6F * unit),
           std::max(whole.max.y - 2.4F * unit, whole.min.y + 2.4F * unit)}};
}

void draw_axes(Ui& ui, const detail::Voice& voice, const Plot& plot, const AxisTitles& titles) {
  const float unit = ui.unit();
  if (titles.across) draw_grid_x(ui, voice, plot);
  draw_grid_y(ui, voice, plot);
  Canvas canvas = ui.canvas();
  canvas.frame(plot.box, ui.theme().edge);
  const float left = plot.box.min.x - 2.4F * unit;
  if (!titles.y.empty()) {
    ui.label("axis_y", {left, plot.box.min.y - 1.3F * unit}, titles.y, ui.theme().text,
             Typeface::small, plot.box.max.x - left);
  }
  const float width = std::min(measure(titles.x, Typeface::small).x + 1.0F, plot.box.width());
  ui.label("axis_x", {plot.box.max.x - width, plot.box.max.y + 1.15F * unit}, titles.x,
           ui.theme().text, Typeface::small, width);
}

Box take_rest(Ui& ui, float least_units, float reserved_units) {
  const float left = ui.body().max.y - ui.cursor().y - reserved_units * ui.unit();
  return ui.take(std::max(left, least_units * ui.unit()));
}

void draw_dashed(Canvas& canvas, std::span<const Point> points, Colour colour, float width) {
  float walked = 0.0F;
  for (std::size_t corner = 1; corner < points.size(); ++corner) {
    walked = draw_dashed_edge(canvas, {points[corner - 1], points[corner]}, walked, colour, width);
  }
}

void draw_tick(Canvas& canvas, Point centre, float radius, Colour colour) {
  const std::array<Point, 3> way{Point{centre.x - radius, centre.y},
                                 Point{centre.x - 0.3F * radius, centre.y + 0.7F * radius},
                                 Point{centre.x + radius, centre.y - 0.8F * radius}};
  canvas.polyline(way, colour, std::max(1.5F, 0.35F * radius));
}

void draw_cross(Canvas& canvas, Point centre, float radius, Colour colour) {
  const float arm = 0.75F * radius;
  const float width = std::max(1.5F, 0.35F * radius);
  canvas.line({centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}, colour, width);
  canvas.line({centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}, colour, width);
}

void draw_star(Canvas& canvas, Point centre, float radius, Colour colour) {
  constexpr int kPoints = 5;
  for (int point = 0; point < kPoints; ++point) {
    const auto corner = [&](float steps, float length) {
      const float angle = (static_cast<float>(point) + steps) * 2 * kPi / kPoints - kPi / 2;
      return Point{centre.x + length * std::cos(angle), centre.y + length * std::sin(angle)};
    };
    const std::array<Point, 4> arm{corner(0, radius), corner(0.5F, 0.45F * radius), centre,
                                   corner(-0.5F, 0.45F * radius)};
    canvas.area(arm, colour);
  }
}

float draw_actor_marks(Canvas& canvas, const Ui& ui, const std::vector<int>& actors, Point at) {
  const float radius = 0.32F * ui.unit();
  float x = at.x + radius;
  for (const int actor : actors) {
    draw_actor_mark(canvas, ui.theme(), actor, {x, at.y}, radius);
    x += 2.6F * radius;
  }
  return x - radius;
}

}  // namespace detente::ui
