#pragma once

#include <utility>
#include <vector>

#include "ui/document.hpp"

namespace detente::ui {

/// What the overlay draws of a run, one number a round.
enum class Series { offer, zone, support };

/// Where the stages begin on an axis on which both runs have their rounds: the longer of the two
/// makes the room.
class RoundAxis {
 public:
  RoundAxis(const Played* a, const Played* b);

  /// Rounds from the opening of the first stage on.
  int place(const Played& run, int frame) const;
  /// The frame of the run nearest to a place.
  int frame(const Played& run, double place) const;
  int length() const { return length_; }
  /// (stage, where it begins), of every stage that a run has reached.
  const std::vector<std::pair<int, int>>& starts() const { return starts_; }

 private:
  int start_of(int stage) const;

  std::vector<std::pair<int, int>> starts_{};
  int length_ = 0;
};

/// One point of a series: frame and number.
struct Sample {
  int frame = 0;
  double value = 0.0;
};

/// What the offer on the table is worth to an actor, round by round; nothing where there is no
/// offer or the actor is no party.
std::vector<Sample> offer_series(const Played& run, int actor);
/// The least that the actor accepts.
std::vector<Sample> threshold_series(const Played& run, int actor);
/// How many packages could pass.
std::vector<Sample> zone_series(const Played& run);
/// The share of power for which the offer on the table reaches the threshold.
std::vector<Sample> support_series(const Played& run);
/// The share of power that the rule asks for.
std::vector<Sample> needed_series(const Played& run);

}  // namespace detente::ui
