#pragma once

#include <vector>

#include "detente/scenario/value.hpp"

namespace detente {

/// How an uncertain number is spread.
struct Distribution {
  enum class Kind { uniform, normal, triangular, beta, choice };

  Kind kind = Kind::uniform;
  std::vector<double> numbers{};  ///< uniform lo hi; normal mean sd; triangular lo mode hi; beta a
                                  ///< b lo hi; choice: weights.
  std::vector<Value> choices{};   ///< Of `choice`, one per weight.
};

}  // namespace detente
