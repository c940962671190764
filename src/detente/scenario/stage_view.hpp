#pragma once

#include <optional>
#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente {

/// What an earlier stage settled.
struct Agreed {
  std::vector<int> package{};      ///< All that is in force, earlier stages too: option per issue
                                   ///< of the scenario; -1 = not settled.
  std::vector<int> signatories{};  ///< Actors that accepted it.
};

/// What is in force if a package is agreed after `before`, which may be empty; as Agreed::package.
std::vector<int> laid_over(std::vector<int> before, const std::vector<int>& now);

/// A stage as it is played: which issues are open, which are fixed and how.
struct StageView {
  int stage = 0;                     ///< Index into Scenario::stages.
  std::vector<int> parties{};        ///< Actors, in the order of the file's actors.
  std::vector<int> issues{};         ///< All issues of the stage, in scenario order.
  std::vector<int> open{};           ///< Those that are bargained over.
  std::vector<int> fixed{};          ///< Option per issue of the scenario; -1 where not kept.
  std::vector<int> settled{};        ///< By all stages before, as Agreed::package; empty if none.
  std::optional<Agreed> in_force{};  ///< With `fallback: kept`: what holds without agreement.
};

/// Resolves a stage after what the earlier ones agreed; agreed[s] belongs to stage s.
/// @pre  agreed holds every earlier stage.
StageView view_stage(const Scenario& scenario, int stage, const std::vector<Agreed>& agreed);

/// v of one option for one position, in [0, 1].
double option_value(const Issue& issue, const Position& position, int option);

/// Weight of each issue of the view for an actor: saliences divided by their sum, in file order.
std::vector<double> issue_weights(const StageView& view, const Actor& actor);

/// Whether a red line of the position forbids the option.
bool forbids(const Issue& issue, const Position& position, int option);

/// The issues on which a package crosses a red line of the actor, in scenario order.
/// @param options  option per issue of the scenario; -1 = not in the package.
std::vector<int> crossed_lines(const Scenario& scenario, int actor,
                               const std::vector<int>& options);

/// A party's own walk-away in the stage, before delay, pressure and fallback.
double base_walk_away(const Scenario& scenario, const Stage& stage, int actor);

}  // namespace detente
