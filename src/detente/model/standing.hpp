#pragma once

#include <span>
#include <vector>

#include "detente/coalition/zone.hpp"
#include "detente/model/stage_tables.hpp"

namespace detente {

/// Where one party stands at some moment.
struct Standing {
  double walk_away = 0.0;  ///< r, with delay, pressure and fallback.
  double lowest = 0.0;     ///< d = max(r, its worst package).
  double threshold = 0.0;  ///< The least utility that it accepts now; r for one that passes.
  bool passing = false;    ///< No package inside its red lines is worth its walk-away.
};

/// Where a party stands but for its tactic: its threshold is its walk-away.
Standing ground_of(const StageTables& tables, int party, int round, const ActorSet& left);

/// The same of every party, in a round (0 = the opening), while the parties of `left` are gone.
std::vector<Standing> grounds(const StageTables& tables, int round, const ActorSet& left);

/// The time t in [0, 1] of a round.
double time_of(const StageTables& tables, int round);

/// One party's standing at time t, with `fall` off its own walk-away, for a tactic whose threshold
/// follows from the time alone.
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

}  // namespace detente
