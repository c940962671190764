#pragma once

#include "detente/scenario/specs.hpp"

// Continuous issues: `range: [0, 60]`.
namespace detente::detail {

constexpr Whole kGridSteps{2, 1000};
constexpr Number kAxisEnd{-1e9, 1e9};

/// The two ends of an axis, the lower one first.
struct RangeEnds {
  void read(Reader& reader, const Value& value, Range& member) const;
};

/// The options that stand for a range: as many as it has steps, evenly spaced from end to end;
/// none if the steps lie too close together to be told apart by their numbers.
std::vector<Option> grid_of(const Range& range);

}  // namespace detente::detail
