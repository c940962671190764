#pragma once

#include <string>

#include "detente/scenario/text.hpp"
#include "detente/sim/trace.hpp"
#include "detente/study/explain.hpp"

namespace detente {

struct NarrationOptions {
  Language language = Language::en;
  bool colour = false;
  int width = 80;  ///< Letters per line; longer lines are broken between words.
  int holds = -1;  ///< In how many of `worlds` nearby worlds the run ends the same; < 0: unknown.
  int worlds = 0;
};

/// The whole run for people: one block per round, the outcome, the digest.
std::string narrate(const Trace& trace, const NarrationOptions& options);

/// One round of it, as narrate() tells it; of round 0 the opening of the stage.
/// @param stage_place  into Trace::stages.
/// @param round        into TraceStage::rounds.
std::string narrate_round(const Trace& trace, int stage_place, int round,
                          const NarrationOptions& options);

/// One sentence of at most 20 words: actor, number, threshold, and the nearest flip or that no
/// single change does it.
std::string headline(const Explanation& explanation, Language language);

/// The explanation for people: headline, flips, arithmetic, history, sources.
std::string narrate(const Explanation& explanation, const NarrationOptions& options);

}  // namespace detente
