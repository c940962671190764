#pragma once

#include <optional>
#include <span>
#include <vector>

#include "detente/bargain/aspiration.hpp"
#include "detente/bargain/packages.hpp"
#include "detente/coalition/rule.hpp"
#include "detente/coalition/zone.hpp"
#include "detente/graph/tie_graph.hpp"
#include "detente/scenario/stage_view.hpp"

namespace detente {

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

  ActorSet everybody() const { return first_actors(static_cast<int>(parties.size())); }
};

/// The terms whose sum is the utility of a package for an actor: weight x value of every option of
/// every issue of the stage, in file order; a single entry where the option is fixed.
AdditiveScores terms_of(const Scenario& scenario, const StageView& view, int actor);

/// The ties among the parties of a stage.
TieGraph ties_among(const Scenario& scenario, const StageView& view);

/// A party without its tables of packages: all that its thresholds depend on.
PartyTable outline_party(const Scenario& scenario, const StageView& view, int actor,
                         const AdditiveScores& terms);

/// Compiles a stage after what the earlier ones agreed.
StageTables compile(const Scenario& scenario, const StageView& view);

/// Where one party stands at some moment.
struct Standing {
  double walk_away = 0.0;  ///< r, with delay, pressure and fallback.
  double lowest = 0.0;     ///< d = max(r, its worst package).
  double threshold = 0.0;  ///< The least utility that it accepts now; r for one that passes.
  bool passing = false;    ///< No package inside its red lines is worth its walk-away.
};

/// Every party's standing in a round (0 = the opening), while the parties of `left` are gone.
std::vector<Standing> standings(const StageTables& tables, int round, ActorSet left);

/// The standing of one party alone: the very numbers that it has among all.
Standing standing_of(const StageTables& tables, int party, int round, ActorSet left);

/// One party's standing at time t in [0, 1], with `fall` off its own walk-away.
Standing standing_at(const PartyTable& party, double t, double fall);

/// What has come off a party's walk-away before a round.
double fall_of(const StageTables& tables, int party, int round, ActorSet left);

/// Who accepts what at these thresholds, counting only the parties of `table`. A signatory also
/// accepts the package in force if `signatory_clause` holds and it is worth its own walk-away.
Acceptance who_accepts(const StageTables& tables, std::span<const Standing> standings,
                       ActorSet table, bool signatory_clause);

/// Whether a signatory accepts the package in force whatever its threshold: while that is worth its
/// own walk-away and inside its red lines (`judged` is minus infinity outside).
bool signatory_accepts(const PartyTable& party, const Standing& standing, double judged);

/// The judgements behind who_accepts(): utilities inside the red lines and the threshold shown.
std::vector<Judgement> judgements(const StageTables& tables, std::span<const Standing> standings);

/// Whether no winning set of `table` has a package that is worth each member's walk-away.
bool no_zone_at_walk_away(const StageTables& tables, std::span<const Standing> standings,
                          ActorSet table);

/// The package of an option per scenario issue where every open issue is named, else -1.
int find_package(const StageTables& tables, std::span<const int> option_by_issue);

/// The actors behind a set of parties, in file order.
std::vector<int> actors_of(const StageTables& tables, ActorSet parties);

/// Option per scenario issue of a package, fixed issues included; -1 outside the stage.
std::vector<int> options_of(const StageTables& tables, int package);

}  // namespace detente
