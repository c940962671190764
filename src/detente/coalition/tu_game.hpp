#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace detente {

/// The most players of a game that is given by a table.
constexpr int kMostGamePlayers = 20;

/// A game with transferable utility: what every coalition is worth.
struct TuGame {
  int players = 0;
  std::vector<double> value{};  ///< By mask, bit j = player j; 2^players entries, the first is 0.
};

/// Shapley 1953. One value a player, in their order, as everywhere here.
std::vector<double> shapley_value(const TuGame& game, int threads = 1);

/// The mean of what a player adds, over all coalitions of the others.
std::vector<double> banzhaf_value(const TuGame& game);

/// Links between players, each once, in any order.
using Links = std::vector<std::pair<int, int>>;

/// v^g(S): what the parts of every coalition that talk with each other are worth together.
TuGame restricted_to(const TuGame& game, const Links& links);

/// Myerson 1977: the Shapley value of the game restricted to the links.
std::vector<double> myerson_value(const TuGame& game, const Links& links);

/// Owen 1977: a priori unions. @pre  every player is in exactly one union
std::vector<double> owen_value(const TuGame& game, std::span<const std::vector<int>> unions);

/// The partition of the players that is worth most (Rahwan & Jennings 2008).
struct CoalitionStructure {
  double value = 0.0;
  std::vector<std::uint32_t> coalitions{};  ///< Masks, in the order of their lowest players.
};

/// Among equals the one whose blocks, found from the lowest player on, come first when submasks of
/// the rest run downwards: larger blocks win.
/// @complexity  O(3^players)
CoalitionStructure best_structure(const TuGame& game, int threads = 1);

}  // namespace detente
