#include "cli/places.hpp"

#include <vector>

#include "detente/core/text.hpp"

namespace detente::cli {
namespace {

/// The id that was meant, else those that there are, if they are few.
std::string hint_of(const std::string& id, const std::vector<std::string>& known) {
  static constexpr std::size_t kMostListed = 12;
  std::string hint = did_you_mean(id, known);
  if (!hint.empty() || known.empty() || known.size() > kMostListed) return hint;
  for (const std::string& one : known) hint += (hint.empty() ? "there are " : ", ") + one;
  return hint;
}

template <typename Items>
int find(const Items& items, const std::string& id, const std::string& what, Diagnostics& faults) {
  const int found = index_of(items, id);
  if (found >= 0) return found;
  std::vector<std::string> known;
  known.reserve(items.size());
  for (const auto& item : items) known.push_back(item.id);
  faults.push_back({.code = Code::unknown_id,
                    .message = "no " + what + " '" + id + '\'',
                    .hint = hint_of(id, known)});
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
