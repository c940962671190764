#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/stability.hpp"

namespace detente {

/// Stability for people: the equilibria with the concepts under which they hold, how each comes
/// about from the status quo, who would break it, how firmly it stands; with `states`, the table of
/// states x actors x concepts.
std::string stability_table(const StabilityReport& report, bool states,
                            const NarrationOptions& options);

/// What is so about a state, in words: "United States: blockade; USSR: withdraw".
std::string state_words(const StabilityReport& report, StateIndex state, Language language);

/// One certificate in sentences that a reader can check, one per improvement.
std::string narrate(const StabilityReport& report, const Certificate& certificate,
                    const NarrationOptions& options);

/// The same in one sentence.
std::string headline(const StabilityReport& report, const Certificate& certificate,
                     Language language);

}  // namespace detente
