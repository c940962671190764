#pragma once

#include <vector>

#include "detente/sim/trace.hpp"

namespace detente::ui {

/// What became of an offer at one party.
enum class Verdict { proposer, accepts, refuses, leaves, unreached, unasked };

/// One issue's part of what the offer is worth to a party.
struct AcceptanceCell {
  double product = 0.0;  ///< Weight times value.
  double lost = 0.0;     ///< What the party's best option on this issue would be worth more.
  bool crossed = false;  ///< The option lies outside the party's red line.
};

struct AcceptanceRow {
  int actor = 0;
  std::vector<AcceptanceCell> cells{};  ///< One per column; their products sum to `utility`.
  double utility = 0.0;
  double threshold = 0.0;  ///< When the party answered, or when the offer was made.
  Verdict verdict = Verdict::unasked;
};

/// An offer against every party of the stage.
struct AcceptanceTable {
  std::vector<int> issues{};  ///< Column -> issue; the open ones first.
  int open = 0;               ///< How many columns are open; the others are kept as agreed.
  std::vector<AcceptanceRow> rows{};
  double most_lost = 0.0;  ///< Largest `lost` of all cells.
};

/// Reads the table of an offer of that stage.
/// @pre  the offer was made in one of the stage's rounds.
AcceptanceTable acceptance_table(const TraceStage& stage, const TraceOffer& offer);

}  // namespace detente::ui
