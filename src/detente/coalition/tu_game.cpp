#include "detente/coalition/tu_game.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "detente/coalition/order_weights.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

constexpr int kBlockBits = 10;  // 1,024 values, which stay in the cache while they are compared
constexpr std::size_t kLanes = 4;

void check(const TuGame& game) {
  expects(1 <= game.players && game.players <= kMostGamePlayers, "game: 1 to 20 players");
  expects(game.value.size() == std::size_t{1} << static_cast<unsigned>(game.players),
          "game: a value for every coalition");
}

/// What the last players of a coalition add to its worth, summed over many coalitions: blocks of
/// values that differ only in the first players are compared with each other and within.
class Contributions {
 public:
  /// @param weight  of a coalition without the player, by its size
  Contributions(const TuGame& game, const std::vector<double>& weight)
      : game_(game), bits_(std::min(game.players, kBlockBits)) {
    // by what the rest of a coalition holds already, for every set of the first players
    const std::size_t sets = std::size_t{1} << bits_;
    for (int rest = 0; rest <= game.players - bits_; ++rest) {
      weight_.emplace_back();
      for (std::size_t set = 0; set < sets; ++set) {
        const int size = rest + std::popcount(set);
        weight_.back().push_back(size < game.players ? weight[size] : 0.0);
      }
    }
  }

  int blocks() const { return 1 << (game_.players - bits_); }

  /// One sum a player, over the coalitions of a block.
  void add(int block, std::vector<double>& sums) const {
    const double* const values = values_of(block);
    const std::vector<double>& weight = weight_[std::popcount(static_cast<unsigned>(block))];
    for (int player = 0; player < bits_; ++player) sums[player] += inside(values, weight, player);
    for (int player = bits_; player < game_.players; ++player) {
      const int bit = 1 << (player - bits_);
      if ((block & bit) != 0) continue;
      const std::size_t sets = weight.size();
      sums[player] += difference(values_of(block | bit), values, weight.data(), sets);
    }
  }

 private:
  const double* values_of(int block) const {
    return game_.value.data() + (static_cast<std::size_t>(block) << bits_);
  }

  static double inside(const double* values, const std::vector<double>& weight, int player) {
    const std::size_t bit = std::size_t{1} << player;
    double sum = 0.0;
    for (std::size_t from = 0; from < weight.size(); from += 2 * bit) {
      sum += difference(values + from + bit, values + from, weight.data() + from, bit);
    }
    return sum;
  }

  static double difference(const double* with, const double* without, const double* weight,
                           std::size_t count) {
    // several sums side by side, so that no addition waits for the one before
    std::array<double, kLanes> lane{};
    std::size_t set = 0;
    for (; set + kLanes <= count; set += kLanes) {
      for (std::size_t place = 0; place < kLanes; ++place) {
        lane[place] += weight[set + place] * (with[set + place] - without[set + place]);
      }
    }
    for (; set < count; ++set) lane[0] += weight[set] * (with[set] - without[set]);
    return (lane[0] + lane[1]) + (lane[2] + lane[3]);
  }

  const TuGame& game_;
  int bits_;
  std::vector<std::vector<double>> weight_{};  ///< [members among the last][set of the first]
};

/// The weighted sum of what each player adds to the coalitions of the others.
std::vector<double> weighted_contributions(const TuGame& game, const std::vector<double>& weight,
                                           int threads) {
  const Contributions contributions(game, weight);
  std::vector<std::vector<double>> sums(contributions.blocks(), std::vector<double>(game.players));
  // block by block, so that the order of sums does not depend on the threads
  in_parallel(contributions.blocks(), threads,
              [&](int block) { contributions.add(block, sums[block]); });
  std::vector<double> value(game.players);
  for (const std::vector<double>& part : sums) {
    for (int player = 0; player < game.players; ++player) value[player] += part[player];
  }
  return value;
}

}  // namespace

std::vector<double> order_weights(int players) {
  // k! (n - k - 1)! / n! = 1 / (n * (n - 1 over k)); these binomials are exact
  std::vector<double> weight;
  double subsets = 1.0;
  for (int size = 0; size < players; ++size) {
    weight.push_back(1.0 / (players * subsets));
    subsets = subsets * (players - 1 - size) / (size + 1);
  }
  return weight;
}

std::vector<double> shapley_value(const TuGame& game, int threads) {
  check(game);
  return weighted_contributions(game, order_weights(game.players), threads);
}

std::vector<double> banzhaf_value(const TuGame& game) {
  check(game);
  const double share = 2.0 / static_cast<double>(game.value.size());
  return weighted_contributions(game, std::vector<double>(game.players, share), 1);
}

}  // namespace detente
