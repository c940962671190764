#include "detente/model/model.hpp"

#include <utility>

#include "detente/model/minds.hpp"

namespace detente {

Result<std::shared_ptr<const Scenario>> Model::adopt(
    std::shared_ptr<const Scenario> scenario) const {
  return scenario;
}

Result<StageTables> Model::tables(const Scenario& scenario, const StageView& view) const {
  return compile(scenario, view);
}

State Model::play(const StageTables& tables, const State& state) const {
  State table = state;
  std::vector<Turn> log;
  while (!table.over()) {
    const Step step = turn(tables, table, log, {});
    table = step.next;
    log.push_back(step.turn);
  }
  return table;
}

std::vector<Standing> Model::standings(const StageTables& tables, const State& state) const {
  std::vector<Standing> all;
  all.reserve(tables.parties.size());
  for (int party = 0; party < static_cast<int>(tables.parties.size()); ++party) {
    all.push_back(standing_of(tables, state, party, offers_jointly()));
  }
  return all;
}

Standing Model::deciding(const StageTables& tables, const State& state, int party) const {
  return standing_of(tables, state, party, offers_jointly());
}

}  // namespace detente
