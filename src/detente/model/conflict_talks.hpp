#pragma once

#include <memory>

#include "detente/core/result.hpp"
#include "detente/model/conflict_game.hpp"
#include "detente/model/stage_tables.hpp"
#include "detente/scenario/scenario.hpp"

// A conflict, shown as talks: so that whatever plays, tells and draws talks can do the same with
// it.
namespace detente {

/// The id of the one stage that such talks have.
inline constexpr const char* kConflictStage = "conflict";

/// The most options, and states of a graph, of a conflict that is played move by move; stability()
/// takes more.
constexpr int kMostPlayedOptions = 14;
constexpr int kMostPlayedStates = 10'000;

/// The scenario with one stage in which every option of the conflict is an issue with the options
/// `no` and `yes` (graph form: one issue `state`), in front of the issues that it has. Positions on
/// these keep their paths, so edits still reach the preferences that follow from them.
/// Diagnostics if there is no conflict, or one too large to be played.
Result<std::shared_ptr<const Scenario>> conflict_as_talks(
    const std::shared_ptr<const Scenario>& scenario);

/// What the talks are played on.
struct ConflictBoard {
  ConflictGame game{};
  /// The equilibria that end the play, firmest kind first: a later kind counts only where none of
  /// an earlier one is within reach.
  std::vector<StateSet> targets{};
};

/// The package of a state, and the other way round: every combination of options is a package,
/// those that cannot be as well.
int package_of(const StageTables& tables, const Conflict& conflict, StateIndex state);
StateIndex state_of(const StageTables& tables, const Conflict& conflict, int package);

/// The stage with the board on it: a package is worth the rank of its state, from 0 for the worst
/// to 1 for the best; nobody accepts one that cannot be. The walk-away is the worth of the status
/// quo. Diagnostics if edits have left an actor without preference.
/// @pre  made by conflict_as_talks()
Result<StageTables> compile_conflict_stage(const Scenario& scenario, const StageView& view);

}  // namespace detente
