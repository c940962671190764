#pragma once

#include "detente/scenario/reader.hpp"

namespace detente::detail {

/// Takes the ids of sources, issues, options, actors and stages from a file, so that everything
/// that is read afterwards can refer to them. Faults of ids and of the shape of these sections are
/// reported; `scenario` is the one that the reader refers to.
void read_outline(Reader& reader, const Value& root, Scenario& scenario);

}  // namespace detente::detail
