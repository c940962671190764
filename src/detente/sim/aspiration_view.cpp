#include "detente/sim/aspiration_view.hpp"

#include <utility>

#include "detente/coalition/blockers.hpp"

namespace detente {

std::vector<std::vector<int>> blocs_of(const StageTables& tables, const Acceptance& acceptance) {
  std::vector<std::vector<int>> blocs;
  for (const ActorSet bloc : maximal_blocs(acceptance)) blocs.push_back(actors_of(tables, bloc));
  return blocs;
}

std::vector<TraceBlocker> blockers_of(const StageTables& tables, const Acceptance& acceptance,
                                      std::span<const Standing> standings, ActorSet table) {
  std::vector<TraceBlocker> blockers;
  const auto shown = judgements(tables, standings);
  for (const BlockingSet& set : blocking_sets(acceptance, tables.rule, shown, table)) {
    TraceBlocker blocker{actors_of(tables, set.who), set.shortfall, set.package, {}};
    if (set.package >= 0) blocker.package = options_of(tables, set.package);
    blockers.push_back(std::move(blocker));
  }
  return blockers;
}

}  // namespace detente
