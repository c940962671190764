#pragma once

#include <memory>
#include <string>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/model/model.hpp"
#include "detente/scenario/overlay.hpp"

namespace detente {

/// A run = scenario + model + seed + edits + moves.
struct Run {
  std::string model{};  ///< Empty: the scenario's.
  std::uint64_t seed = 1;
  std::vector<Edit> edits{};  ///< After the scenario's own events, in order.
  std::vector<Move> moves{};
};

/// What changes before the first turn of one round.
struct Change {
  int stage = 0;
  int round = 1;
  std::vector<Edit> edits{};
};

/// A run made ready: the scenario with the edits from the start, and the changes to come in order
/// of play. A change at a round that is never played never acts.
struct Plan {
  std::shared_ptr<const Scenario> scenario{};
  std::vector<Change> changes{};
  std::vector<Move> moves{};
  const ModelInfo* model = nullptr;
};

/// Diagnostics name edits that do not fit, a model that is not there, and what it lacks to play.
Result<Plan> plan(std::shared_ptr<const Scenario> scenario, const Run& run);

/// The same for studies of negotiations: a model that plays something else is refused.
Result<Plan> plan_talks(std::shared_ptr<const Scenario> scenario, const Run& run);

/// Whether the scenario holds what its own model plays.
bool can_be_played(const Scenario& scenario);

/// A scenario that outlives whatever is planned with it, without a copy.
inline std::shared_ptr<const Scenario> borrowed(const Scenario& scenario) {
  return {std::shared_ptr<const Scenario>{}, &scenario};
}

}  // namespace detente
