#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ui/canvas.hpp"

namespace detente::ui {

/// The rounded outline around points, `radius` pixels away from them; convex, in order. Empty
/// without points.
std::vector<Point> hull_around(std::span<const Point> points, float radius);

/// A straight line across `box` that has all of one group on one side and all of the other on the
/// other, as far from both as can be; none if there is no such line.
std::optional<std::pair<Point, Point>> line_between(std::span<const Point> one,
                                                    std::span<const Point> other, const Box& box);

}  // namespace detente::ui
