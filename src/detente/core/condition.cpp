#include "detente/core/condition.hpp"

#include "detente/core/contract.hpp"

namespace detente {
namespace {

bool joined(Condition::Kind kind, bool first, bool second) {
  switch (kind) {
    case Condition::Kind::conjunction:
      return first && second;
    case Condition::Kind::disjunction:
      return first || second;
    case Condition::Kind::implication:
      return !first || second;
    default:
      return first == second;
  }
}

}  // namespace

bool holds(const Condition& condition, std::uint32_t code) {
  std::vector<bool> stack;
  stack.reserve(condition.steps.size());
  for (const Condition::Step& step : condition.steps) {
    if (step.kind == Condition::Kind::is_on) {
      stack.push_back((code >> static_cast<unsigned>(step.option) & 1U) != 0);
    } else if (step.kind == Condition::Kind::negation) {
      stack.back() = !stack.back();
    } else {
      const bool second = stack.back();
      stack.pop_back();
      stack.back() = joined(step.kind, stack.back(), second);
    }
  }
  expects(stack.size() == 1, "holds: a whole sentence");
  return stack.front();
}

}  // namespace detente
