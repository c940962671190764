#pragma once

// Private to the study room: the same decision under other numbers.

#include "detente/study/decision.hpp"

namespace detente {

/// Takes one decision again in scenarios that differ from the one it was taken in by numbers only.
/// Rounds before stay as recorded, and the offer on the table is the same.
class Probe {
 public:
  explicit Probe(const Moment& moment);

  /// What the actor would do under `scenario`.
  Decision::Kind retake(const Scenario& scenario) const;

  /// Whether that is another decision than the recorded one: another kind or, for an offer,
  /// another package or no part in it.
  bool differs(const Scenario& scenario) const;

  /// Whether the actor would answer otherwise to the package with one option exchanged.
  /// @param place  of the issue among the open ones.
  bool differs_for(const Scenario& scenario, int place, int option) const;

  /// Whether every proposer would stand behind that package instead of the one it tabled.
  bool tableable(int place, int option) const;

  /// Whether the decision is an answer (or its absence) to an offer of others, so that only the
  /// actor's own numbers and the ties that carry the offer matter.
  bool answers() const;

  /// Whether ties decide if the offer gets to the actor.
  bool outsider() const;

 private:
  Decision::Kind answer(const Scenario& scenario, int package) const;
  Step replay(const Scenario& scenario) const;

  const Moment* moment_;
  double fall_ = 0.0;  ///< What delay and pressure have taken off the actor's walk-away.
};

}  // namespace detente
