#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "detente/conflict/conflict.hpp"

// Conflicts that several tests solve.
namespace detente::support {

/// A conflict of tests/data/conflict_cases.json, with what is expected of it.
struct PublishedConflict {
  std::string id{};
  Conflict conflict{};
  std::vector<std::string> actors{};
  nlohmann::json data{};
  int first = 0;  ///< The number of the first state in `data`: 1 in graph form.

  /// States as they stand in the data.
  std::vector<int> printed(const std::vector<StateIndex>& states) const;
  /// Bit a = actor a, from "ministry+company".
  std::uint32_t coalition(const std::string& names) const;
  int actor(const std::string& name) const;
  /// What is expected under a sanction rule; null where the data do not say.
  nlohmann::json expected(const std::string& sanctions) const;
};

/// The sections `cases`, `graph_cases` and `traps`, in that order.
std::vector<PublishedConflict> published_conflicts();
PublishedConflict published_conflict(const std::string& id);

/// What a random conflict may look like.
struct ConflictSize {
  int actors = 3;
  int options = 5;  ///< 0: graph form.
  int states = 12;  ///< Graph form.
  bool ties = false;
  bool locked = false;  ///< Irreversible options.
  int patterns = 0;     ///< Infeasible patterns; one state stays feasible.
};

/// A conflict drawn from a seed; the same every time.
Conflict random_conflict(std::uint64_t seed, const ConflictSize& size);

}  // namespace detente::support
