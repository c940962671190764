#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace detente {

/// One majority: a set wins if its weights reach the quota.
struct WeightedRule {
  std::int64_t quota = 1;               ///< > 0.
  std::vector<std::int64_t> weights{};  ///< By player, >= 0.
};

/// Weighted voting: a coalition wins if it meets every rule.
struct VotingGame {
  int players = 0;
  std::vector<WeightedRule> rules{};
};

/// Who has how much say.
struct VotingPower {
  bool exact = true;  ///< All digits right; false: Shapley-Shubik is by quadrature, to 1e-10. What
                      ///< follows from counts is exact all the same.
  std::vector<std::string> swings{};  ///< Whole numbers in decimal.
  std::string winning_coalitions{};   ///< The same.
  std::string total_swings{};         ///< The same.
  std::vector<double> banzhaf{};      ///< Share of all swings (Banzhaf 1965); 0 if there is none.
  std::vector<double> penrose{};      ///< Swings / 2^(n-1) (Penrose 1946).
  std::vector<double> shapley_shubik{};  ///< (Shapley & Shubik 1954).
  double power_to_act = 0.0;             ///< Winning coalitions / 2^n (Coleman 1971).
};

struct PowerOptions {
  int threads = 1;  ///< The result does not depend on it.
};

/// The most players of a voting game.
constexpr int kMostVoters = 1'000;

/// The indices of a voting game. One rule: exact counts to 1,000 players, exact Shapley-Shubik to
/// 200 and by quadrature to 1e-10 above. Several rules: by enumeration or by counting over the
/// product of the rules' weights, whichever is less work. If no coalition wins, all numbers are 0.
/// @pre     1 <= players <= kMostVoters; every rule weighs each of them; fits(game)
/// @source  docs/power.md, "votes".
VotingPower voting_power(const VotingGame& game, const PowerOptions& options = {});

/// Whether voting_power() can count the game within a few GB and minutes.
bool fits(const VotingGame& game);

}  // namespace detente
