#pragma once

#include <cstdint>
#include <vector>

namespace detente {

/// A sentence about up to 32 switches, each on or off: "sign and not escalate". Kept in postfix
/// order, so that it is read with a stack and without recursion.
struct Condition {
  enum class Kind : std::uint8_t {
    is_on,
    negation,
    conjunction,
    disjunction,
    implication,
    equivalence
  };

  struct Step {
    Kind kind = Kind::is_on;
    int option = -1;  ///< Of is_on: the number of the switch.
  };

  std::vector<Step> steps{};  ///< `implication` takes the cause first, then the consequence.
};

/// Whether the sentence is true where bit j of `code` says whether switch j is on.
/// @pre  the sentence is whole and names switches below 32
bool holds(const Condition& condition, std::uint32_t code);

}  // namespace detente
