#pragma once

#include <vector>

namespace detente {

/// A place in the unit square.
struct PlanePlace {
  double x = 0.5;
  double y = 0.5;

  bool operator==(const PlanePlace&) const = default;
};

/// Places in the plane that keep the distances between vectors as well as two numbers can:
/// classical multidimensional scaling. Same vectors, same places, to the bit.
/// @param vectors  one per actor, all of one length: wishes times the weight of each issue.
/// @return         one place per actor; the wider axis fills [0, 1], the other one at least as far
///                 as stretching it fourfold takes it. Equal vectors have equal places.
/// @throws ContractViolation  unless all vectors have the same length.
/// @source  Torgerson, "Multidimensional scaling: I. Theory and method", Psychometrika 17 (1952)
///          401-419; the axes by power iteration with a fixed start and a fixed number of steps.
std::vector<PlanePlace> places(const std::vector<std::vector<double>>& vectors);

/// The places moved by as little as it takes until marks do not overlap, as far as there is room.
/// @param gap  the least distance wished for, along either axis, in parts of the unit square.
std::vector<PlanePlace> pushed_apart(std::vector<PlanePlace> places, PlanePlace gap);

}  // namespace detente
