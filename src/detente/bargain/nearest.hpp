#pragma once

#include "detente/bargain/bidding.hpp"

namespace detente {

/// Of the packages from a place of the party's order on, the one nearest to the standing offer, by
/// the sum over the issues of the distance in parts of the axis; then the one worth more; then the
/// first in file order.
/// @pre  from < bidder.order().size()
/// @source  trade-offs by similarity, after Faratin, Sierra & Jennings 2002.
int nearest_to(const Bidder& bidder, int standing, int from);

}  // namespace detente
