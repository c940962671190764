#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente {

/// A number of a scenario by its typed address: what flips, nearby worlds and sweeps vary. Paths
/// and apply() reach everything; this reaches only numbers, in nanoseconds.
struct Field {
  enum class Kind {
    walk_away,        ///< Of `actor`.
    stage_walk_away,  ///< Of `actor` in `stage`, where the stage sets its own.
    salience,         ///< Of `actor` on `issue`.
    ideal,            ///< The same; only where the position has one.
    value,            ///< Of `actor` for `option` of `issue`; only where the position has values.
    power,            ///< Of `actor`.
    susceptibility,   ///< Of `actor`.
    exponent,         ///< e of `actor`'s tactic; only where that is a time tactic.
    strength,         ///< Of tie number `tie`.
    rounds,           ///< Of `stage`.
    // new ones come last: draws are keyed by these numbers
    walk_away_share,    ///< Of `actor`, in place of walk_away where that is given as a share.
    values_durability,  ///< Of `actor`; only with a section `durability`.
    kindness,           ///< Of `actor`'s tactic; only where that is tit_for_tat.
    accept_alpha,       ///< Of `actor`'s acceptance rule; each only where the rule has it.
    accept_beta,
    accept_theta,
    accept_tau,
    durability_cost,  ///< The rest only with a section `durability`.
    opportunities,
    fatigue,
    detection,    ///< Level of `option` of `issue`; only where the section names the issue.
    credibility,  ///< The same.
    response,     ///< The same.
  };

  Kind kind{};
  int actor = -1;
  int issue = -1;
  int option = -1;
  int tie = -1;
  int stage = -1;
};

/// How far a field may be moved, and the length that changes are measured by.
struct FieldRange {
  double low = 0.0;
  double high = 1.0;
  bool logarithmic = false;  ///< Distances are ratios.
  bool whole = false;        ///< Only whole numbers.

  /// |to - from| in parts of the range.
  double distance(double from, double to) const;
  /// The number `part` of the range away from `from`, upwards if part > 0; not clamped.
  double moved(double from, double part) const;
};

/// Every field of the scenario, in file order: actors, ties, stages. Positions that the file does
/// not give have none.
std::vector<Field> fields_of(const Scenario& scenario);

double get(const Scenario& scenario, const Field& field);
/// Walk-aways that are given as a share follow.
/// @pre  value lies in range_of(scenario, field); nothing is checked again.
void set(Scenario& scenario, const Field& field, double value);
FieldRange range_of(const Scenario& scenario, const Field& field);

/// The number that an edit path leads to, if it is one that fields_of() knows.
std::optional<Field> find_field(const Scenario& scenario, const std::string& path);

/// The edit path of the field: `actors.us.positions.us_forces.ideal`.
std::string path_of(const Scenario& scenario, const Field& field);

}  // namespace detente
