#pragma once

#include <optional>

#include "detente/scenario/import/imported.hpp"

namespace detente::detail {

/// Reads a domain or a linear additive profile of GeniusWeb; sets of discrete values, and of
/// numbers with a range and a step. The reservation bid becomes its utility.
/// @returns nothing after a fault that leaves nothing to check.
std::optional<ImportedFile> read_geniusweb_json(const SourceText& source, Faults& faults);

}  // namespace detente::detail
