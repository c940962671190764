#pragma once

#include <vector>

namespace detente {

/// The share of all orders of the players in which a given one comes right after a given set of
/// others, by the size of that set.
std::vector<double> order_weights(int players);

}  // namespace detente
