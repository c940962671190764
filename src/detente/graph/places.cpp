#include "detente/graph/places.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr int kPowerSteps = 300;
constexpr int kPushSteps = 120;
constexpr double kMostStretch = 4.0;
constexpr double kNothing = 1e-9;

using Column = std::vector<double>;
using Rows = std::vector<Column>;

double dot(const Column& a, const Column& b) {
  double sum = 0.0;
  for (std::size_t place = 0; place < a.size(); ++place) sum += a[place] * b[place];
  return sum;
}

/// The rows less their mean.
Rows centred(Rows rows) {
  if (rows.empty()) return rows;
  for (std::size_t issue = 0; issue < rows.front().size(); ++issue) {
    double sum = 0.0;
    for (const Column& row : rows) sum += row[issue];
    const double mean = sum / static_cast<double>(rows.size());
    for (Column& row : rows) row[issue] -= mean;
  }
  return rows;
}

/// Scales a vector to length 1; false if there is nothing to scale.
bool normalise(Column& vector) {
  const double length = std::sqrt(dot(vector, vector));
  if (length < kNothing) return false;
  for (double& part : vector) part /= length;
  return true;
}

/// The sign is free: the part that is largest in size, the first of equals, is made positive.
void settle_sign(Column& vector) {
  std::size_t largest = 0;
  for (std::size_t place = 0; place < vector.size(); ++place) {
    if (std::abs(vector[place]) > std::abs(vector[largest]) + kNothing) largest = place;
  }
  if (vector[largest] >= 0.0) return;
  for (double& part : vector) part = -part;
}

/// Every row times the direction.
Column along(const Rows& rows, const Column& direction) {
  Column axis;
  for (const Column& row : rows) axis.push_back(dot(row, direction));
  return axis;
}

/// The rows summed, each as often as its place on the axis says.
Column turned(const Rows& rows, const Column& axis) {
  Column direction(rows.front().size(), 0.0);
  for (std::size_t actor = 0; actor < rows.size(); ++actor) {
    for (std::size_t issue = 0; issue < direction.size(); ++issue) {
      direction[issue] += axis[actor] * rows[actor][issue];
    }
  }
  return direction;
}

/// Every actor's place on the direction in which the rows differ most, which is then taken out of
/// the rows. With centred rows this is an axis of classical scaling.
Column take_axis(Rows& rows) {
  const std::size_t issues = rows.front().size();
  Column direction(issues);
  for (std::size_t issue = 0; issue < issues; ++issue) {
    direction[issue] = 1.0 / static_cast<double>(issue + 1);  // at a right angle to nothing likely
  }
  Column axis(rows.size(), 0.0);
  for (int step = 0; step < kPowerSteps; ++step) {
    if (step > 0) direction = turned(rows, axis);
    if (!normalise(direction)) {
      axis.assign(rows.size(), 0.0);
      return axis;
    }
    axis = along(rows, direction);
  }
  for (std::size_t actor = 0; actor < rows.size(); ++actor) {
    for (std::size_t issue = 0; issue < issues; ++issue) {
      rows[actor][issue] -= axis[actor] * direction[issue];
    }
  }
  settle_sign(axis);
  return axis;
}

double extent(const Column& axis) {
  const auto [least, most] = std::minmax_element(axis.begin(), axis.end());
  return *most - *least;
}

/// The axis on [0, 1], around the middle.
void fit(Column& axis, double widest) {
  const auto [least, most] = std::minmax_element(axis.begin(), axis.end());
  const double middle = (*least + *most) / 2;
  const double own = *most - *least;
  const double scale =
      own < kNothing * widest || own < kNothing ? 0.0 : std::min(1.0 / own, kMostStretch / widest);
  for (double& place : axis) place = 0.5 + (place - middle) * scale;
}

/// The part behind the point.
double fraction(double number) {
  return number - std::floor(number);
}

/// Moves those that stand on the very place of an earlier one off it a little, each its own way.
void loosen(std::vector<PlanePlace>& places, PlanePlace gap) {
  for (std::size_t actor = 1; actor < places.size(); ++actor) {
    const auto self = places.begin() + static_cast<std::ptrdiff_t>(actor);
    if (std::find(places.begin(), self, *self) == self) continue;
    // multiples of these two numbers are spread evenly over the square
    const auto turn = static_cast<double>(actor);
    *self = {self->x + gap.x * (fraction(turn * 0.7548776662) - 0.5),
             self->y + gap.y * (fraction(turn * 0.5698402910) - 0.5)};
  }
}

/// Moves two apart by half of what they are too close, each. True if they were.
bool part(PlanePlace& a, PlanePlace& b, PlanePlace gap) {
  PlanePlace way{(b.x - a.x) / gap.x, (b.y - a.y) / gap.y};
  const double distance = std::sqrt(way.x * way.x + way.y * way.y);
  if (distance >= 1.0) return false;
  const bool together = distance < kNothing;
  if (together) way = {1.0, 0.0};
  const double step = (1.0 - distance) / 2 / (together ? 1.0 : distance) + kNothing;
  const PlanePlace move{way.x * step * gap.x, way.y * step * gap.y};
  a = {a.x - move.x, a.y - move.y};
  b = {b.x + move.x, b.y + move.y};
  return true;
}

}  // namespace

std::vector<PlanePlace> places(const std::vector<std::vector<double>>& vectors) {
  std::vector<PlanePlace> found(vectors.size());
  if (vectors.size() < 2 || vectors.front().empty()) return found;
  const std::size_t issues = vectors.front().size();
  expects(std::all_of(vectors.begin(), vectors.end(),
                      [&](const Column& row) { return row.size() == issues; }),
          "places: vectors of one length");
  Rows rows = centred(vectors);
  Column across = take_axis(rows);
  Column down = take_axis(rows);
  const double widest = std::max(extent(across), extent(down));
  fit(across, widest);
  fit(down, widest);
  for (std::size_t actor = 0; actor < found.size(); ++actor) {
    found[actor] = {std::clamp(across[actor], 0.0, 1.0), std::clamp(down[actor], 0.0, 1.0)};
  }
  return found;
}

namespace {

/// Parts every two places that are too near, once. Whether any were.
bool push(std::vector<PlanePlace>& places, PlanePlace gap) {
  bool moved = false;
  for (std::size_t a = 0; a < places.size(); ++a) {
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      if (part(places[a], places[b], gap)) moved = true;
    }
  }
  return moved;
}

}  // namespace

std::vector<PlanePlace> pushed_apart(std::vector<PlanePlace> places, PlanePlace gap) {
  expects(gap.x > 0.0 && gap.y > 0.0, "pushed_apart: a gap above 0");
  loosen(places, gap);
  bool moved = true;
  for (int step = 0; step < kPushSteps && moved; ++step) {
    moved = push(places, gap);
    for (PlanePlace& place : places) {
      place = {std::clamp(place.x, 0.0, 1.0), std::clamp(place.y, 0.0, 1.0)};
    }
  }
  return places;
}

}  // namespace detente
