#include "detente/conflict/stability.hpp"

#include <algorithm>

#include "detente/conflict/listed_propagation.hpp"
#include "detente/conflict/literal.hpp"
#include "detente/conflict/propagation.hpp"
#include "detente/core/contract.hpp"

namespace detente {

std::string_view concept_name(Concept solution) {
  constexpr std::array<std::string_view, kConcepts.size()> kNames{"nash", "gmr",  "smr",
                                                                  "seq",  "sseq", "sim"};
  return kNames[static_cast<std::size_t>(solution)];
}

std::string_view sanctions_name(Sanctions sanctions) {
  constexpr std::array<std::string_view, 3> kNames{"legal", "once", "direct"};
  return kNames[static_cast<std::size_t>(sanctions)];
}

StateSet equilibria(const Stability& stability, Concept solution) {
  expects(stability.has(solution), "equilibria: stability.has(solution)");
  const auto& by_actor = stability.of(solution);
  StateSet common = by_actor.front();
  for (const StateSet& stable : by_actor) common &= stable;
  return common;
}

Stability stability(const Conflict& conflict, const StabilityOptions& options) {
  if (conflict.is_graph()) {
    return options.sanctions == Sanctions::once ? literal_stability(conflict, options)
                                                : listed_stability(conflict, options);
  }
  Stability solved = propagated_stability(conflict, options);
  if (std::find(options.concepts.begin(), options.concepts.end(), Concept::sim) !=
      options.concepts.end()) {
    solved.stable[static_cast<std::size_t>(Concept::sim)] =
        simultaneous_stability(conflict, options.threads);
  }
  return solved;
}

}  // namespace detente
