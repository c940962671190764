#pragma once

#include <vector>

#include "detente/coalition/reduced_vote.hpp"

namespace detente {

/// Where to look and what it counts: sums over the nodes are integrals from 0 to 1.
struct QuadratureRule {
  std::vector<double> node{};  ///< Increasing, symmetric around 1/2.
  std::vector<double> weight{};
};

/// The Gauss-Legendre rule, exact for polynomials of degree 2 nodes - 1; the same bits everywhere.
/// @pre  0 < nodes
QuadratureRule gauss_legendre(int nodes);

/// The Shapley-Shubik index of a player of each type, and of one with a veto.
struct PivotChances {
  std::vector<double> type{};
  double veto = 0.0;
};

/// Integrals of the chance to be pivotal where everybody takes part with the same probability.
/// @pre     one rule
/// @source  Owen 1972, "Multilinear extensions of games", Management Science 18.
PivotChances pivot_chances(const ReducedVote& vote, int threads);

/// About how many nanoseconds that takes.
double steps_of_pivot_chances(const ReducedVote& vote);

}  // namespace detente
