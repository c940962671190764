#pragma once

#include <array>
#include <string>
#include <vector>

#include "detente/study/explain.hpp"
#include "detente/study/stability.hpp"

namespace detente {

/// Why one actor moved, or stayed, in a play of a conflict (the model `conflict`).
struct ConflictExplanation {
  StabilityReport conflict{};  ///< As it stood in that round; nothing is computed.
  std::string model{};
  int stage = 0;
  int round = 0;
  int mover = 0;                            ///< Actor of the conflict.
  bool moved = false;                       ///< It made the move of the round.
  StateIndex from = 0;                      ///< Where it decided.
  StateIndex to = 0;                        ///< Where it moved; `from` if it stayed.
  std::vector<int> package{};               ///< What is so at `to`: option per issue of the talks.
  std::vector<Certificate> certificates{};  ///< At `from`: under the concept of the play, and nash.
  std::vector<PathStep> moves{};            ///< All that were made up to that round.
  Outcome outcome{};
};

/// Explains one decision of a play. Without a round: whoever is asked about stays where the play
/// ended; without an actor: who moved in that round, or the first.
/// Diagnostics if the model plays no conflict, the round was not played, or the actor takes no
/// part.
Result<ConflictExplanation> explain_conflict(const Scenario& scenario, const Run& run,
                                             const DecisionAt& at);

/// The document `detente/explanation/1` on one line.
std::string to_json(const ConflictExplanation& explanation,
                    const std::array<std::string, 3>& headlines);

}  // namespace detente
