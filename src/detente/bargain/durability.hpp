#pragma once

#include <span>
#include <vector>

namespace detente {

// Would an agreement last? A small model of deterrence in closed form, our own rule
// (docs/durability.md); ideas of Fearon 1995, Walter 1997, Powell 2006 and Fortna 2003.

/// What breaking the agreement would gain a party at an opportunity: a random variable.
struct Gain {
  enum class Kind { uniform, normal, triangular, beta, choice };

  Kind kind = Kind::uniform;
  /// uniform lo hi; normal mean sd, cut below 0; triangular lo mode hi; beta a b lo hi; choice: the
  /// weights, >= 0 and not all 0.
  std::vector<double> numbers{};
  std::vector<double> choices{};  ///< Of `choice`, one per weight.
};

/// P(gain <= deterrence): the share of the opportunities at which the party complies.
double share_complying(const Gain& gain, double deterrence);

/// Several levels, each in [0, 1], at work side by side: 1 - product of (1 - level); 0 for none.
double combined_level(std::span<const double> levels);

/// How sure a violation is seen, answered, and how hard it is hit: each in [0, 1].
struct Deterrent {
  double detection = 0.0;
  double credibility = 0.0;
  double response = 0.0;

  bool operator==(const Deterrent&) const = default;
};

/// What an agreement has to hold against.
struct Peril {
  std::vector<Gain> gains{};  ///< Of each party that may be tempted.
  double cost = 1.0;          ///< Of a full response, in units of gain, >= 0.
  double opportunities_per_year = 1.0;
  double fatigue = 0.0;  ///< Share of the credibility that is lost from one year to the next.
};

/// How long an agreement lasts.
struct Life {
  double deterrence = 0.0;           ///< cost x detection x credibility x response, in year one.
  std::vector<double> compliance{};  ///< Of each gain, in year one.
  double hazard = 0.0;               ///< P(it breaks within the first year).
  double median_years = 0.0;         ///< Infinity: no violation ever pays.
  std::vector<double> survival{};    ///< P(it lasts y years) for y = 1, 2, ...
};

/// Credibility is as given in the first year and falls by `fatigue` each year from then on;
/// detection and response stay.
/// @param years  length of Life::survival.
Life life_of(const Peril& peril, const Deterrent& deterrent, int years);

/// P(it lasts that many whole years): the number that life_of() would put at its end.
double chance_to_last(const Peril& peril, const Deterrent& deterrent, int years);

}  // namespace detente
