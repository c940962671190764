#pragma once

#include <optional>

#include "detente/scenario/import/imported.hpp"

namespace detente::detail {

/// Reads a domain (`negotiation_template`) or a profile (`utility_space`) of Genius: weighted sums
/// over discrete, integer and real issues. A value's utility is its evaluation divided by the
/// largest of the issue, as Genius computes it.
/// @returns nothing after a fault that leaves nothing to check.
std::optional<ImportedFile> read_genius_xml(const SourceText& source, Faults& faults);

}  // namespace detente::detail
