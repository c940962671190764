#pragma once

#include <vector>

#include "detente/conflict/sequences.hpp"

namespace detente {

/// Stability of single states, by forward search: for looking at one state under many preferences.
class LocalStability {
 public:
  /// @param conflict  must outlive this; its payoffs may change between two questions.
  /// @pre  under `once` at most 64 opponents
  LocalStability(const Conflict& conflict, Sanctions sanctions);

  /// @pre  a feasible state; `sim` in option form only
  bool is_stable(Concept solution, int actor, StateIndex state);
  /// Whether it is stable for everybody.
  bool is_equilibrium(Concept solution, StateIndex state);

 private:
  struct Searches {
    Sequences plain;
    Sequences credible;
  };

  bool is_answered(Concept solution, int actor, StateIndex state, StateIndex improvement);
  bool has_escape(int actor, StateIndex from, std::uint32_t worth) const;
  bool is_met(int actor, StateIndex state, StateIndex end, int other) const;

  const Conflict* conflict_;
  std::vector<Searches> searches_{};  // by actor
};

}  // namespace detente
