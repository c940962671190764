#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace detente {

/// One majority: those win whose weights reach the quota. Decimals of a file are scaled to integers
/// exactly, quota and weights of one rule by the same power of ten.
struct VotingRule {
  std::int64_t quota = 1;               ///< > 0.
  std::vector<std::int64_t> weights{};  ///< By player, >= 0.
};

/// The section `votes`: a coalition wins if it meets every rule.
struct Votes {
  std::vector<std::string> players{};  ///< Ids in the order in which the weights name them first.
  std::vector<VotingRule> rules{};     ///< At least one.
};

/// The section `game`: what every coalition is worth.
struct Game {
  std::vector<std::string> players{};
  std::vector<double> values{};  ///< By mask, bit j = player j; 2^players entries, the first is 0.
};

}  // namespace detente
