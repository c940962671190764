#pragma once

#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/compare.hpp"

namespace detente {

/// The comparison in one sentence: "Deal in round 7 → no deal; first change in round 4: the United
/// States leaves."
std::string difference_line(const Comparison& comparison, Language language);

/// What somebody did, as a sentence: "The United States accepts the offer."
/// @param scenario  of the run that the deed belongs to.
std::string deed_sentence(const Scenario& scenario, const Deed& deed, Language language);

/// The comparison for people: the difference first, then the inputs that differ, then both
/// outcomes.
std::string narrate(const Comparison& comparison, const NarrationOptions& options);

}  // namespace detente
