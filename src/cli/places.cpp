#include "cli/places.hpp"

#include <vector>

#include "detente/core/text.hpp"

namespace detente::cli {
namespace {

template <typename Items>
int find(const Items& items, const std::string& id, const std::string& what, Diagnostics& faults) {
  const int found = index_of(items, id);
  if (found >= 0) return found;
  std::vector<std::string> known;
  known.reserve(items.size());
  for (const auto& item : items) known.push_back(item.id);
  faults.push_back({.code = Code::unknown_id,
                    .message = "no " + what + " '" + id + '\'',
                    .hint = did_you_mean(id, known)});
  return -1;
}

}  // namespace

int find_stage(const Scenario& scenario, const std::string& id, Diagnostics& faults) {
  return find(scenario.stages, id, "stage", faults);
}

int find_actor(const Scenario& scenario, const std::string& id, Diagnostics& faults) {
  return find(scenario.actors, id, "actor", faults);
}

}  // namespace detente::cli
