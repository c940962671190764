#pragma once

#include <optional>

namespace detente {

/// When a party accepts, in place of its tactic's own rule (docs/model-offers.md, acceptance).
struct AcceptRule {
  enum class Kind { own, next, constant, time, previous, combi, combi_max };

  Kind kind = Kind::own;
  double alpha = 1.0;  ///< Of `next` and `previous`, in [0, 10]: factor on the offer's utility.
  double beta = 0.0;   ///< Of `next` and `previous`, in [-1, 1]: added to it.
  double theta = 0.5;  ///< Of `const`: the least utility, in [0, 1].
  double tau = 0.99;   ///< Of `time`, `combi` and `combi_max`: a moment, in [0, 1].

  bool operator==(const AcceptRule&) const = default;
};

/// How a party falls from its best package to its walk-away (docs/model-offers.md).
struct Tactic {
  enum class Kind { time, hardliner, human, micro, tit_for_tat, nice_tit_for_tat, hybrid };
  enum class Offer { nearest, least };
  enum class Mode { relative, average };

  Kind kind = Kind::time;
  double e = 1.0;          ///< Exponent of `time`, in [0.01, 100]: 4 firm, 1 steady, 0.25 soft.
  double start = 1.0;      ///< Share of the way to its best at which it begins, in [0, 1].
  double margin = 0.0001;  ///< Taken off the curve, in [0, 1].
  Offer offer = Offer::nearest;  ///< Of `time` and `tit_for_tat`.
  Mode mode = Mode::relative;    ///< Of `tit_for_tat`, like all below.
  int lag = 1;                   ///< How many offers back `relative` looks, 1 to 100.
  int window = 1;                ///< How many steps `average` averages, 1 to 100.
  double kindness = 0.01;        ///< Share of its range given away at every offer met, in [0, 1].
  AcceptRule accept{};
  std::optional<int> leave_after{};  ///< Round, from 1.

  /// Whether what it does depends on what it has met.
  bool answers_others() const { return kind >= Kind::micro; }
};

}  // namespace detente
