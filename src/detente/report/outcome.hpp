#pragma once

#include <string>

#include "detente/report/page.hpp"
#include "detente/report/voice.hpp"
#include "detente/sim/trace.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/improve.hpp"

namespace detente::detail {

/// How a run ends: "with agreement in “Settlement with Russia” in round 11" or "without …".
std::string outcome_phrase(const Voice& voice, const Outcome& outcome);

/// "under these assumptions; the same in 87 of 100 nearby worlds"; `holds` < 0: unknown.
std::string assumptions_sentence(const Voice& voice, int holds, int worlds);

/// How every stage ended and why, what is in force, what it is worth to whom, and the digest.
void tell_outcome(const Voice& voice, Page& page, const Trace& trace,
                  const NarrationOptions& options);

/// What could be better for somebody and worse for nobody.
void tell_improvement(const Voice& voice, Page& page, const Improvement& improvement);

/// How long a package would last, and its weakest link.
void tell_lasting(const Voice& voice, Page& page, const PackageLife& life, int indent = 0);

}  // namespace detente::detail
