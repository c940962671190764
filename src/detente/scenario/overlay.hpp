#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// What a person plays in place of an actor's own turn.
struct Move {
  enum class Kind { offer, accept, refuse, leave };

  At at{};
  int actor = 0;
  Kind kind = Kind::accept;
  std::vector<std::pair<int, int>> offer{};  ///< (issue, option) of every open issue named.
};

/// A what-if or a played role, on top of a scenario: `schema: detente/overlay/1`.
struct Overlay {
  std::string scenario{};     ///< The file that it was made for, as written.
  std::vector<Edit> edits{};  ///< Those with `at` act at that round.
  std::vector<Move> moves{};
};

/// Reads an overlay and checks it against the scenario that it is laid upon: paths, stages, rounds,
/// actors, options. `-` reads the standard input.
Result<Overlay> load_overlay(const std::string& file, const Scenario& scenario);
Result<Overlay> parse_overlay(const std::string& yaml, const std::string& name,
                              const Scenario& scenario);

}  // namespace detente
