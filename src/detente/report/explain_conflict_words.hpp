#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/explain_conflict.hpp"

namespace detente {

/// One sentence of at most 20 words: who moved or stayed, and what a solution concept says of it.
std::string headline(const ConflictExplanation& explanation, Language language);

/// The explanation for people: headline, the state, every certificate in sentences.
std::string narrate(const ConflictExplanation& explanation, const NarrationOptions& options);

}  // namespace detente
