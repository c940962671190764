#pragma once

#include <span>
#include <vector>

namespace detente {

/// Utilities by package, one column a party; all columns have the same length.
using UtilityColumns = std::span<const std::span<const double>>;

/// The packages that are worth at least `floors[party]` to every party, ascending. Comparisons are
/// exact; a package outside a party's red lines has minus infinity in that party's column.
std::vector<int> rational_packages(UtilityColumns judged, std::span<const double> floors);

/// The Pareto frontier of some packages: those that no other of them dominates, that is, none is
/// worth at least as much to all and more to one. Comparisons are exact, and of packages with the
/// very same utilities the lowest index stands for all. For the frontier of a coalition pass the
/// columns of its members.
/// @param packages  ascending; their utilities are finite.
/// @return  by decreasing sum of utilities (summed in column order), then index.
/// Cost: O(N log N) with up to three columns; with more O(N |F|) at worst, in practice near
/// N log N.
/// @source  Kung, Luccio & Preparata, Journal of the ACM 22 (1975) 469-476, for three columns;
///          Godfrey, Shipley & Gryz, VLDB Journal 16 (2007) 5-28, for the filter and the list.
std::vector<int> pareto_frontier(UtilityColumns utilities, std::span<const int> packages);

}  // namespace detente
