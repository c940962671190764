#pragma once

#include <string>
#include <vector>

#include "detente/report/page.hpp"
#include "detente/report/stability_voice.hpp"

// Pieces of the table of a conflict.
namespace detente::detail {

/// A page on which a conflict is told.
struct ConflictTelling {
  ConflictVoice voice;
  Page page;

  const StabilityReport& report() const { return voice.report(); }
  std::string say(std::string_view key, const Slots& slots = {}) const {
    return voice.say(key, slots);
  }
  /// "6 (NYYN)"; in graph form "DC (2)".
  std::string state(StateIndex state) const;
  std::string words(StateIndex state) const { return voice.words(state); }
  /// How many states are an equilibrium of some concept.
  std::size_t count_equilibria() const;
};

/// Whether it holds by more than what others could do against their own interest.
bool is_strong(const EquilibriumReport& one);

/// Those that are, of most concepts first.
std::vector<const EquilibriumReport*> strong_equilibria(const StabilityReport& report);

/// Who would break an equilibrium together.
void tell_coalitions(ConflictTelling& telling);

/// What small changes of preferences do.
void tell_robustness(ConflictTelling& telling);

}  // namespace detente::detail
