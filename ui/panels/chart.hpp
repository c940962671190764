#pragma once

#include <span>
#include <string>
#include <vector>

#include "detente/report/voice.hpp"
#include "ui/widgets.hpp"

// What the charts of several panes have in common.
namespace detente::ui {

/// A stretch of numbers along one side of a chart.
struct Axis {
  double low = 0.0;
  double high = 1.0;
};

/// A chart's data on their way to pixels.
struct Plot {
  Box box{};
  Axis x{};
  Axis y{};  ///< Upwards.

  Point at(double x_value, double y_value) const;
  double x_at(float pixel) const;
  double y_at(float pixel) const;
};

/// Round numbers within the axis, at most `most` of them, evenly spaced.
std::vector<double> ticks(const Axis& axis, int most);

/// The box left for the data once there is room for the numbers along the lower and left side and
/// a title of one line below and above.
Box inner_box(const Ui& ui, const Box& whole);

/// How the two axes are called.
struct AxisTitles {
  std::string x{};     ///< Stands below.
  std::string y{};     ///< Stands above the left corner.
  bool across = true;  ///< The numbers along the lower side are drawn too.
};

/// Frame, grid, round numbers and titles.
void draw_axes(Ui& ui, const detail::Voice& voice, const Plot& plot, const AxisTitles& titles);

/// The rest of the body below the flow so far, at least so many lines high.
Box take_rest(Ui& ui, float least_units, float reserved_units = 0.0F);

/// A line with gaps that go on round its corners.
void draw_dashed(Canvas& canvas, std::span<const Point> points, Colour colour, float width);
void draw_tick(Canvas& canvas, Point centre, float radius, Colour colour);
void draw_cross(Canvas& canvas, Point centre, float radius, Colour colour);
void draw_star(Canvas& canvas, Point centre, float radius, Colour colour);

/// The marks of some actors in a row; returns where they end.
float draw_actor_marks(Canvas& canvas, const Ui& ui, const std::vector<int>& actors, Point at);

}  // namespace detente::ui
