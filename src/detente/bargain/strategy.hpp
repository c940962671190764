#pragma once

#include "detente/bargain/aspiration.hpp"

namespace detente {

/// How a party bids and accepts in alternating offers (docs/model-offers.md).
struct Strategy {
  enum class Kind { time, hardliner, micro, tit_for_tat, nice_tit_for_tat, hybrid };
  /// When it accepts: by its kind's own rule, or by one of these (Baarslag et al. 2014).
  enum class Accept { own, next, constant, time, previous, combi, combi_max };

  Kind kind = Kind::time;
  TimeCurve curve{};     ///< Of `time`.
  bool nearest = false;  ///< `time`, `tit_for_tat`: offers what is most like the standing offer.
  bool average = false;  ///< `tit_for_tat`: over `window` steps, else over `lag` offers.
  int lag = 1;
  int window = 1;
  double kindness = 0.0;  ///< `tit_for_tat`: share of its range given away at every offer met.
  Accept accept = Accept::own;
  double alpha = 1.0;  ///< `next`, `previous`.
  double beta = 0.0;   ///< `next`, `previous`.
  double theta = 0.0;  ///< `constant`.
  double tau = 1.0;    ///< `time`, `combi`, `combi_max`.

  /// Whether it needs to remember what it has met, tabled or heard.
  bool remembers() const {
    return kind >= Kind::micro || accept == Accept::previous || accept == Accept::combi_max;
  }
  /// Whether it accepts by a threshold that follows from the time alone.
  bool is_plain() const { return kind <= Kind::hardliner && accept == Accept::own; }
};

}  // namespace detente
