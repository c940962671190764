#pragma once

// Private to the library's sources.

#include <optional>

#include "detente/study/stability.hpp"

namespace detente {

/// Solves the conflict again with every statement of every actor at every other place of its list.
/// Nothing if nobody has two statements, or if it was stopped.
/// @param report  with its table.
std::optional<StatementReport> move_statements(const StabilityReport& report, int threads,
                                               const Stop& stop);

}  // namespace detente
