#pragma once

#include <array>
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

/// Simultaneous moves are looked at by themselves up to that many states.
constexpr std::size_t kMostSimStates = std::size_t{1} << 18;
/// Of so many equilibria it is said how they come about.
constexpr std::size_t kMostEquilibria = 1000;

struct StabilityQuestion {
  Sanctions sanctions = Sanctions::legal;
  bool coalitions = false;  ///< Which coalitions would break an equilibrium.
  bool robustness = false;  ///< What small changes of preferences do.
  std::uint64_t seed = 1;
  int threads = 1;
  std::vector<Concept> concepts{};  ///< Empty: all that are defined, sim up to kMostSimStates.
  bool paths = true;                ///< How equilibria come about, and attractors.
};

/// How an equilibrium comes about from the status quo, and how firmly it stands.
struct EquilibriumReport {
  StateIndex state = 0;
  std::vector<Concept> concepts{};        ///< Of which it is one.
  std::optional<ImprovementPath> path{};  ///< Nothing: cannot be reached by credible moves.
};

/// One statement of an actor put at another place of its list, places from 0.
struct StatementMove {
  int actor = 0;  ///< Of the conflict.
  int from = 0;
  int to = 0;
};

/// What that does to the equilibria of one concept.
struct StatementEffect {
  StatementMove move{};
  Concept solution{};
  std::vector<StateIndex> lost{};
  std::vector<StateIndex> gained{};
};

/// Every statement of every actor at every other place.
struct StatementReport {
  int moves = 0;  ///< Tried.
  std::vector<StatementEffect> effects{};
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
  std::optional<StatementReport> statements{};  ///< With robustness, where somebody has any.
  bool paths_known = true;  ///< False: too many states, or not asked: no path is said.
};

/// A conflict with nothing computed yet, for certify(): the table is empty. Diagnostics as
/// stability().
Result<StabilityReport> open_conflict(const Scenario& scenario,
                                      Sanctions sanctions = Sanctions::legal);

/// Diagnostics if the scenario has no conflict, or one that is too large for what is asked; a
/// single Code::stopped if it was asked to stop.
Result<StabilityReport> stability(const Scenario& scenario, const StabilityQuestion& question,
                                  const Stop& stop = {});
/// The same of what open_conflict() gave.
Result<StabilityReport> solve(StabilityReport opened, const StabilityQuestion& question,
                              const Stop& stop = {});

/// Whether it takes no time to look at coalitions: then it is done unasked.
bool is_small(const Conflict& conflict);

/// What is written as the code of a state: in graph form its number from 1.
std::uint32_t code_of(const Conflict& conflict, StateIndex state);
/// "YNNY", first option first; in graph form the state's id.
std::string vector_of(const StabilityReport& report, StateIndex state);
/// The state that people mean by a code, a vector or, in graph form, a number or an id; nothing if
/// there is no such state, or it cannot be.
std::optional<StateIndex> find_state(const StabilityReport& report, const std::string& text);

enum class StateDetail { none, full, counts };

constexpr std::size_t kListedStates = 4096;    ///< Of the document, unless asked for more.
constexpr std::size_t kCertifiedStates = 256;  ///< Up to so many, every certificate is there.
/// The document `detente/stability/1` on one line. `full`: with every state, its concepts by actor
/// and certificates; `counts`: how many instead of which.
std::string to_json(const StabilityReport& report, StateDetail detail,
                    std::size_t most_states = kListedStates);

/// The same form with one state and the certificates given, which all belong to it.
std::string to_json(const StabilityReport& report, const std::vector<Certificate>& certificates);

/// The answer to the inverse question as a document of the same form.
std::string to_json(const StabilityReport& report, int actor, StateIndex state,
                    const std::array<InverseCount, kConcepts.size()>& counts);

}  // namespace detente
