#pragma once

// Private to the study room: finding a decision in a run and taking it again.

#include <optional>

#include "detente/study/explain.hpp"

namespace detente {

/// A decision, and the table just before it was taken.
struct Moment {
  Simulation before;  ///< The next turn is the one decided with.
  Turn turn{};
  int party = 0;  ///< Place of the actor in the stage.
  Decision decision{};
  std::vector<HistoryStep> history{};  ///< Its decisions of the three rounds before, oldest first.
  Outcome outcome{};                   ///< Of the run.
};

/// Plays the run up to the decision that is asked for; see explain() for what is left out.
Result<Moment> find_decision(const Scenario& scenario, const Run& run, const DecisionAt& at);

/// What a turn means for one party. A member of a bloc whose joint offer closed the talks accepts.
Decision read_decision(const StageTables& tables, const Standing& standing, const Turn& turn,
                       int party, bool closes);

}  // namespace detente
