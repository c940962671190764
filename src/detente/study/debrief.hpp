#pragma once

#include <optional>
#include <vector>

#include "detente/sim/trace.hpp"

namespace detente {

/// How one party came out of a run. Its last stage is the last one played that it was a party of;
/// tables, utilities and walk-aways are those of the last round of that stage.
struct SeatMetrics {
  int actor = 0;
  int stage = 0;  ///< Its last stage.
  /// Its utility of the package that its last stage agreed on. Without an agreement its walk-away
  /// in the last round, for which a package that it signed before and that stays in force is a
  /// floor.
  double claimed = 0.0;
  /// Over all its stages: for every offer that it tabled, alone or in a bloc, after another one in
  /// the same stage, by how much its own utility fell from the one to the other; rises count as 0.
  double conceded = 0.0;
  /// The joint gains left on the table of its last stage, >= 0. After an agreement: the largest sum
  /// of all parties' utilities among the packages that no signatory likes less (nor outside its red
  /// lines), less that sum for the package agreed. Without one: the same largest sum among the
  /// packages that no party likes less than its walk-away, less the sum of the walk-aways; nothing
  /// if there is no such package.
  std::optional<double> joint_gains_left{};
  bool agreed = false;  ///< Its last stage was: says which of the two the gains are measured from.
  int rounds = 0;       ///< Time: rounds played in all its stages, also after it walked out.
  double margin = 0.0;  ///< claimed - its walk-away in the last round.
};

/// The metrics of every actor that was a party of a stage played, in file order.
/// @pre  the run is over.
std::vector<SeatMetrics> debrief(const Trace& trace);

}  // namespace detente
