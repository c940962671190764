#pragma once

#include <optional>
#include <string>

#include "detente/report/narrate.hpp"
#include "detente/study/improve.hpp"
#include "detente/study/solutions.hpp"

namespace detente {

/// Solution points for people: how many packages there are, every point by name with its definition
/// and packages, the frontier, the outcome of the run beside them, and what two parties would get
/// by Adjusted Winner.
std::string solution_table(const SolutionReport& report, const NarrationOptions& options);

/// "Improve this deal": a package that is better for some party and worse for none, with what
/// changes and each party's gain, or that there is none. Empty without a deal.
std::string narrate(const Scenario& scenario, const std::optional<Improvement>& improvement,
                    const NarrationOptions& options);

}  // namespace detente
