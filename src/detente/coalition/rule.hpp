#pragma once

#include <vector>

#include "detente/core/actor_set.hpp"

namespace detente {

/// Slack of every comparison that a decision hangs on (accept, win, least shortfall).
constexpr double kTolerance = 1e-12;

/// The decision rule of a stage: a set wins if it holds every required party and a share of power.
struct Rule {
  ActorSet required = 0;        ///< Parties whose consent is needed.
  std::vector<double> power{};  ///< Of each party, > 0.
  double quorum = 0.0;          ///< Share in [0, 1] of the parties' power that must accept.
  double total = 0.0;           ///< Sum of the powers in file order; 0: to be summed when needed.

  int parties() const { return static_cast<int>(power.size()); }
};

/// Power of a set, summed in file order.
double power_of(const Rule& rule, ActorSet set);

/// Whether the members of `set` together can agree under the rule.
bool wins(const Rule& rule, ActorSet set);

/// Whether a ranks before b as a coalition: more power, then more members, then the lower mask.
bool stronger(const Rule& rule, ActorSet a, ActorSet b);

/// The parties of `table` outside `bloc` whose absence the rule does not allow; all outsiders if
/// there is none such.
ActorSet needed_by(const Rule& rule, ActorSet bloc, ActorSet table);

}  // namespace detente
