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
  bool exact = true;  ///< Counts are whole and all digits right; false: computed by quadrature.
  std::vector<std::string> swings{};  ///< Whole numbers in decimal; empty if not exact.
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

/// The indices of a voting game. One rule: exact counts to 1,000 players, exact Shapley-Shubik to
/// 200 and by quadrature to 1e-10 above. Several rules: by enumeration up to 30 players, by
/// counting over the product of the rules' weights above.
/// @pre  1 <= players <= 1,000; fits() says whether tables stay within memory
VotingPower voting_power(const VotingGame& game, const PowerOptions& options = {});

/// Whether voting_power() can count the game within a few GB and minutes.
bool fits(const VotingGame& game);

}  // namespace detente
