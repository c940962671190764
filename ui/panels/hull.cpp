#include "ui/panels/hull.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace detente::ui {
namespace {

constexpr int kRoundness = 24;   ///< Corners of the circle around a point.
constexpr int kDirections = 48;  ///< Tried for a line between two groups.

float cross(Point origin, Point a, Point b) {
  return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

/// Adds the points, in their order, to a chain that only turns one way.
void add_chain(const std::vector<Point>& points, std::vector<Point>& outline) {
  const std::size_t start = outline.size();
  for (const Point point : points) {
    while (outline.size() >= start + 2 &&
           cross(outline[outline.size() - 2], outline.back(), point) <= 0.0F) {
      outline.pop_back();
    }
    outline.push_back(point);
  }
  outline.pop_back();  // the next chain begins with it
}

/// The part of origin + t * way that is inside the box.
std::optional<std::pair<Point, Point>> clipped(Point origin, Point way, const Box& box) {
  float from = -1e6F;
  float to = 1e6F;
  const std::array sides{std::array{origin.x, way.x, box.min.x, box.max.x},
                         std::array{origin.y, way.y, box.min.y, box.max.y}};
  for (const auto& [start, speed, low, high] : sides) {
    if (std::abs(speed) < 1e-6F) {
      if (start < low || start > high) return std::nullopt;
      continue;
    }
    from = std::max(from, std::min((low - start) / speed, (high - start) / speed));
    to = std::min(to, std::max((low - start) / speed, (high - start) / speed));
  }
  if (from >= to) return std::nullopt;
  return std::pair{Point{origin.x + way.x * from, origin.y + way.y * from},
                   Point{origin.x + way.x * to, origin.y + way.y * to}};
}

/// Smallest and largest of the points' shadows on a direction.
std::pair<float, float> shadow(std::span<const Point> points, Point direction) {
  std::pair range{1e9F, -1e9F};
  for (const Point point : points) {
    const float place = point.x * direction.x + point.y * direction.y;
    range = {std::min(range.first, place), std::max(range.second, place)};
  }
  return range;
}

}  // namespace

std::vector<Point> hull_around(std::span<const Point> points, float radius) {
  std::vector<Point> corners;
  corners.reserve(points.size() * kRoundness);
  for (const Point point : points) {
    for (int corner = 0; corner < kRoundness; ++corner) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(corner) / kRoundness;
      corners.push_back({point.x + radius * std::cos(angle), point.y + radius * std::sin(angle)});
    }
  }
  if (corners.size() < 3) return {};
  std::sort(corners.begin(), corners.end(),
            [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  std::vector<Point> outline;
  add_chain(corners, outline);
  std::reverse(corners.begin(), corners.end());
  add_chain(corners, outline);
  return outline;
}

std::optional<std::pair<Point, Point>> line_between(std::span<const Point> one,
                                                    std::span<const Point> other, const Box& box) {
  if (one.empty() || other.empty()) return std::nullopt;
  float widest = 0.0F;
  Point across{};
  float middle = 0.0F;
  for (int step = 0; step < kDirections; ++step) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(step) / kDirections;
    const Point direction{std::cos(angle), std::sin(angle)};
    const float end = shadow(one, direction).second;
    const float begin = shadow(other, direction).first;
    if (begin - end <= widest) continue;
    widest = begin - end;
    across = direction;
    middle = (begin + end) / 2;
  }
  if (widest <= 0.0F) return std::nullopt;
  return clipped({across.x * middle, across.y * middle}, {-across.y, across.x}, box);
}

}  // namespace detente::ui
