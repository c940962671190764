#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/bargain/adjusted_winner.hpp"
#include "detente/bargain/solution_points.hpp"
#include "detente/sim/simulate.hpp"

namespace detente {

/// The columns of a stage as the solvers take them. Holds views: the tables must outlive it.
struct StageColumns {
  explicit StageColumns(const StageTables& tables);

  std::vector<std::span<const double>> utilities{};
  std::vector<std::span<const double>> judged{};
};

/// Adjusted Winner on the open issues of a stage of two.
struct IssueDivision {
  std::vector<int> issues{};
  std::vector<bool> shared{};  ///< The same option is best for both.
  Division division{};         ///< By place in `issues`.
};

/// What would be fair or efficient in one stage, as it opens.
struct SolutionReport {
  std::shared_ptr<const Scenario> scenario{};  ///< As it stood at the opening.
  std::shared_ptr<const StageTables> tables{};
  int stage = 0;
  SolutionPoints solved{};
  std::vector<int> weighted_nash{};         ///< With the parties' power as weight.
  Outcome outcome{};                        ///< Of the stage in the run.
  int outcome_index = -1;                   ///< Of its package; -1: no deal.
  std::optional<OutcomeScores> scores{};    ///< Of that outcome; nothing without a frontier.
  std::optional<IssueDivision> division{};  ///< With two parties that both care.
};

/// Frontier and solution points of one stage, with the walk-aways of its first round. Later stages
/// keep what the run agreed before.
/// @param stage  index, or -1: the first.
/// Diagnostics if the run does not reach the stage.
Result<SolutionReport> solutions(const Scenario& scenario, const Run& run, int stage);

/// Adjusted Winner on the open issues: points are 100 x the weights of the two, issues on which the
/// same option is best for both are given to both first. Nothing unless there are two parties to
/// whom the open issues matter.
std::optional<IssueDivision> divide_issues(const Scenario& scenario, const StageView& view);

/// The document `detente/solutions/1` on one line.
std::string to_json(const SolutionReport& report);

}  // namespace detente
