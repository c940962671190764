#pragma once

#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// What a path is set to: a number, or a piece of YAML that outlives its use; neither: it stays as
/// the scenario has it.
using Override = std::variant<std::monostate, double, const Value*>;

/// Choices as they are set: numbers where they are written as such. They point into `choices`.
std::vector<Override> overrides_of(std::span<const Value> choices);

/// Sets the same paths of one scenario to ever new values: what apply() makes of these edits, in
/// order, in a fraction of the time. Numbers and tactics are set in place; what else an edit may
/// touch goes through apply(), and the scenarios that come of it are kept for the next time.
class Overwriter {
 public:
  /// @param paths  without `*`, each leading to something in the scenario.
  Overwriter(std::shared_ptr<const Scenario> base, std::vector<std::string> paths);
  ~Overwriter();
  Overwriter(Overwriter&& other) noexcept;
  Overwriter& operator=(Overwriter&& other) noexcept;

  /// The scenario with every path set, good until the next call. Diagnostics as of apply().
  /// @pre  one override for each path.
  Result<const Scenario*> with(std::span<const Override> overrides);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace detente
