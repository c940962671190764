#pragma once

namespace detente {

/// A party's fall from its best package to its walk-away.
/// @source  Faratin, Sierra & Jennings, "Negotiation decision functions for autonomous agents",
///          Robotics and Autonomous Systems 24 (1998) 159-182: the time-dependent tactics.
struct TimeCurve {
  double e = 1.0;          ///< Exponent > 0: above 1 it falls late, below 1 early.
  double start = 1.0;      ///< Share of the way to its best at which it begins.
  double margin = 0.0001;  ///< Taken off, so that a deadline is met in spite of rounding.
};

/// The least utility that the party accepts at time t in [0, 1]:
/// max(lowest, lowest + start (1 - t^e) (best - lowest) - margin).
/// @param lowest  its walk-away, or its worst package where that is better.
double aspiration(const TimeCurve& curve, double t, double lowest, double best);

}  // namespace detente
