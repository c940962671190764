#pragma once

#include <array>
#include <string>
#include <vector>

#include "detente/report/narrate.hpp"
#include "detente/study/stability.hpp"

namespace detente {

/// Stability for people: the equilibria with the concepts under which they hold, how each comes
/// about from the status quo, who would break it, how firmly it stands; with `states`, the table of
/// states x actors x concepts.
/// @param most_states  of the table.
/// @param which  without, the equilibria are counted only.
std::string stability_table(const StabilityReport& report, bool states,
                            const NarrationOptions& options,
                            std::size_t most_states = kListedStates, bool which = true);

/// What is so about a state, in words: "United States: blockade; USSR: withdraw".
std::string state_words(const StabilityReport& report, StateIndex state, Language language);

/// One certificate in sentences that a reader can check, one per improvement.
std::string narrate(const StabilityReport& report, const Certificate& certificate,
                    const NarrationOptions& options);

/// The same of several, which all belong to one state.
std::string narrate(const StabilityReport& report, const std::vector<Certificate>& certificates,
                    const NarrationOptions& options);

/// The same in one sentence.
std::string headline(const StabilityReport& report, const Certificate& certificate,
                     Language language);

/// The answer to the inverse question.
std::string inverse_table(const StabilityReport& report, int actor, StateIndex state,
                          const std::array<InverseCount, kConcepts.size()>& counts,
                          const NarrationOptions& options);

}  // namespace detente
