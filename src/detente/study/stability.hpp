#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/conflict/certificate.hpp"
#include "detente/conflict/coalition_stability.hpp"
#include "detente/conflict/paths.hpp"
#include "detente/conflict/robustness.hpp"
#include "detente/conflict/stability.hpp"
#include "detente/core/result.hpp"
#include "detente/core/stop.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

struct StabilityQuestion {
  Sanctions sanctions = Sanctions::legal;
  bool coalitions = false;  ///< Which coalitions would break an equilibrium.
  bool robustness = false;  ///< What small changes of preferences do.
  std::uint64_t seed = 1;
  int threads = 1;
};

/// How an equilibrium comes about from the status quo, and how firmly it stands.
struct EquilibriumReport {
  StateIndex state = 0;
  std::vector<Concept> concepts{};        ///< Of which it is one.
  std::optional<ImprovementPath> path{};  ///< Nothing: cannot be reached by credible moves.
};

/// Everything that can be said of a conflict. Cheap to keep: shares the tables.
struct StabilityReport {
  std::shared_ptr<const Scenario> scenario{};
  std::shared_ptr<const Conflict> conflict{};
  std::vector<int> movers{};  ///< [actor of the conflict]: actor of the scenario.
  StateIndex status_quo = 0;
  Stability table{};
  std::vector<EquilibriumReport> equilibria{};  ///< By state; at most 1,000, see `cut`.
  bool cut = false;
  std::vector<std::vector<StateIndex>> attractors{};  ///< Up to 2^16 states; else empty.
  std::optional<CoalitionStability> coalitions{};
  std::optional<RobustnessReport> robustness{};
};

/// Diagnostics if the scenario has no conflict, or one that is too large for what is asked.
Result<StabilityReport> stability(const Scenario& scenario, const StabilityQuestion& question,
                                  const Stop& stop = {});

/// What is written as the code of a state: its number from 1 in graph form.
std::uint32_t code_of(const Conflict& conflict, StateIndex state);
/// "YNNY", first option first; in graph form the state's id.
std::string vector_of(const StabilityReport& report, StateIndex state);

enum class StateDetail { none, full, counts };

/// The document `detente/stability/1` on one line. `full`: with every state, its concepts by actor
/// and certificates; `counts`: how many instead of which.
std::string to_json(const StabilityReport& report, StateDetail detail);

}  // namespace detente
