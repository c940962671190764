#pragma once

#include <optional>
#include <set>
#include <vector>

#include "literal/stage.hpp"

namespace detente::literal {

/// What one party has met, tabled and heard in a stage.
struct Mind {
  std::vector<int> met{};         ///< Y: every offer of others that it had to answer, in order.
  std::vector<double> met_at{};   ///< The time of each.
  std::vector<int> own{};         ///< Every own offer, in order.
  std::set<int> heard{};          ///< The packages that others have tabled.
  std::optional<double> theta{};  ///< Of tit_for_tat, once it has met something.
};

/// One party at one moment.
struct Seat {
  const Table& table;
  int place;
  double r;                     ///< Its walk-away now.
  double t;                     ///< The time.
  std::optional<int> standing;  ///< C.
  const Mind& mind;
};

/// R: packages within the red lines with u >= r, by (u, index).
std::vector<int> rational(const Seat& seat);

/// p meets C.
void meet(const Seat& seat, int index, Mind& mind);

/// offer(t), for a party that does not pass.
int planned_offer(const Seat& seat);

/// accept(C, t), for a party that does not pass.
bool accepts(const Seat& seat, int index);

/// theta_i(t) of the aspiration view. `joint`: the rules that ask for an own next or last offer
/// have no effect.
double least_accepted(const Seat& seat, bool joint);

}  // namespace detente::literal
