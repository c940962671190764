#include "detente/bargain/aspiration.hpp"

#include <algorithm>

#include "detente/core/numerics.hpp"

namespace detente {

double aspiration(const TimeCurve& curve, double t, double lowest, double best) {
  const double share = curve.start * (1.0 - power_of_unit(t, curve.e));
  return std::max(lowest, lowest + share * (best - lowest) - curve.margin);
}

}  // namespace detente
