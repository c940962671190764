#pragma once

#include <vector>

#include "detente/scenario/scenario.hpp"

namespace detente::literal {

/// [place][place] of some actors: strength of their tie, the larger of its two directions.
std::vector<std::vector<double>> tie_table(const Scenario& scenario,
                                           const std::vector<int>& parties);

/// The parameter `channel` of the model `coalition`.
double channel_of(const Scenario& scenario);

}  // namespace detente::literal
