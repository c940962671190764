#pragma once

namespace detente {

/// From where to where a number may well lie: 95 % unless said otherwise.
struct Interval {
  double low = 0.0;
  double high = 0.0;

  bool contains(double value) const { return low <= value && value <= high; }
};

/// A number that was estimated from a sample.
struct Estimate {
  double value = 0.0;
  Interval interval{};
};

}  // namespace detente
