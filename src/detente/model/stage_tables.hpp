#pragma once

#include <memory>
#include <span>
#include <vector>

#include "detente/bargain/order.hpp"
#include "detente/bargain/packages.hpp"
#include "detente/coalition/rule.hpp"
#include "detente/graph/tie_graph.hpp"
#include "detente/model/lasting.hpp"
#include "detente/scenario/stage_view.hpp"

namespace detente {

struct ConflictBoard;

/// One party of a stage, ready for arithmetic.
struct PartyTable {
  int actor = 0;
  std::vector<double> utility{};     ///< By package.
  std::vector<double> acceptable{};  ///< As utility, minus infinity outside its red lines; empty
                                     ///< if no open or fixed option crosses one.
  Extremes range{};                  ///< Of utility.
  double best_acceptable = 0.0;      ///< Largest acceptable utility; minus infinity if none.
  double walk_away = 0.0;            ///< Own, in the first round.
  double delay_cost = 0.0;           ///< Fall per round.
  double in_force = -1.0;            ///< Utility of the package in force for a signatory, else -1.
  std::shared_ptr<const LazyOrder> order{};  ///< Of judged().
  Tactic tactic{};

  std::span<const double> judged() const { return acceptable.empty() ? utility : acceptable; }
};

/// Pressure among parties, by their place in the stage.
struct PressureTable {
  ActorSet by = 0;
  int on = 0;
  double per_round = 0.0;
  double cost = 0.0;
};

/// A stage compiled into flat tables: read-only, shared by rounds, runs and threads. Parties are
/// numbered by their place in the stage.
struct StageTables {
  StageView view{};
  int rounds = 1;
  int starts = 0;                             ///< Party with the first turn (offers).
  PackageGrid grid{{}};                       ///< Of the open issues.
  std::vector<std::vector<double>> places{};  ///< [open issue][option]: `at`.
  std::vector<double> axes{};                 ///< [open issue]: length of its axis.
  std::vector<PartyTable> parties{};
  std::vector<PressureTable> pressure{};
  Rule rule{};
  TieGraph ties{0};          ///< Among the parties.
  double channel = -1.0;     ///< Least strength of a tie that carries an offer.
  int in_force = -1;         ///< Package in force if this grid contains it, else -1.
  ActorSet signatories = 0;  ///< Parties that signed the package in force.
  std::shared_ptr<const Lasting> lasting{};      ///< Where some party values a lasting agreement.
  std::shared_ptr<const ConflictBoard> board{};  ///< Of a conflict shown as talks.

  ActorSet everybody() const { return first_actors(static_cast<int>(parties.size())); }
};

/// The terms whose sum is the utility of a package for an actor, unless it values a lasting
/// agreement too (StageTables::lasting): weight x value of every option of
/// every issue of the stage, in file order; a single entry where the option is fixed.
AdditiveScores terms_of(const Scenario& scenario, const StageView& view, int actor);

/// The ties among the parties of a stage.
TieGraph ties_among(const Scenario& scenario, const StageView& view);

/// A party without its tables of packages: all that its thresholds depend on.
/// @param lasting  that of the stage, or nullptr where nobody values a lasting agreement.
PartyTable outline_party(const Scenario& scenario, const StageView& view, int actor,
                         const AdditiveScores& terms, const Lasting* lasting = nullptr);

/// Compiles a stage after what the earlier ones agreed.
StageTables compile(const Scenario& scenario, const StageView& view);

/// The package of an option per scenario issue where every open issue is named, else -1.
int find_package(const StageTables& tables, std::span<const int> option_by_issue);

/// The actors behind a set of parties, in file order.
std::vector<int> actors_of(const StageTables& tables, ActorSet parties);

/// Option per scenario issue of a package, fixed issues included; -1 outside the stage.
std::vector<int> options_of(const StageTables& tables, int package);

}  // namespace detente
