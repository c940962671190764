#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/desk.hpp"
#include "ui/panels/glyphs.hpp"

namespace detente::ui {

/// One actor in the coalition graph.
struct GraphNode {
  enum class Role { party, adviser, waits, left, absent };

  Point at{};
  Role role = Role::absent;
  std::optional<Glyph> vote{};  ///< On the offer on the table.
  bool proposer = false;
  bool blocker = false;
  double broker = 0.0;  ///< Betweenness.
  bool agrees = false;  ///< Of the bloc that can agree now.
};

/// What the graph shows of one round.
struct GraphScene {
  const Scenario* scenario = nullptr;
  const TraceRound* round = nullptr;      ///< Or nullptr: not played yet.
  std::vector<GraphNode> nodes{};         ///< By actor.
  std::vector<int> agreeing{};            ///< The strongest that can agree now; empty: nobody can.
  std::vector<std::vector<int>> blocs{};  ///< A few of the others that could stand together.
  const TieStudy* ties = nullptr;         ///< Or nullptr: there are none, or too many actors.
  bool moves = false;                     ///< Of a conflict: parties move, nobody has to agree.
};

/// What to show of the round under the playhead, with the actors placed inside `plot`.
/// @pre a scenario is open.
GraphScene scene_of(Desk& desk, const Box& plot);

/// Who of the round's stage could agree on something now; the strongest; empty if nobody can.
std::vector<int> agreeing_bloc(const TraceRound& round);

/// How many packages there are to agree on.
int packages_of(const TraceRound& round);

}  // namespace detente::ui
