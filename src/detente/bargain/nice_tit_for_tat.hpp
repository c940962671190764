#pragma once

#include "detente/bargain/bidding.hpp"

namespace detente {

/// What nice_tit_for_tat tables: it answers concessions of the others in proportion to how near
/// they come to an estimate of the Nash solution.
/// @pre     some package is rational.
/// @source  simplified from Baarslag, Hindriks & Jonker, "A tit for tat negotiation strategy for
///          real-time bilateral negotiations" (2013); docs/model-offers.md.
int nice_offer(const Bidder& bidder, const Memory& memory, const Instant& instant);

/// Counts the options of a package met.
void count_options(const PackageGrid& grid, int package, std::vector<int>& counts);

}  // namespace detente
