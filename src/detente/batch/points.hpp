#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "detente/batch/dimension.hpp"

namespace detente {

/// The points of a design, each computed from its index alone: nothing grows with their number.
/// Run k is repetition k % repetitions of point k / repetitions.
class Points {
 public:
  Points(const LoadedPlan& plan, std::span<const Dimension> dimensions);

  /// How many points the design has.
  std::int64_t count() const { return count_; }

  /// Every dimension's setting at one point and repetition, in order. The same on any machine and
  /// thread. In a grid, distributions are drawn by the repetition alone, so that all points share
  /// them; one-at-a-time takes their 5 % and 95 %; the other designs draw them by the point.
  /// @param settings  resized to the number of dimensions.
  void at(std::int64_t point, int repetition, std::vector<Setting>& settings) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
  std::int64_t count_ = 0;
};

}  // namespace detente
