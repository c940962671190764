#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "detente/coalition/tu_game.hpp"
#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using Mask = std::uint32_t;

constexpr double kSlack = 1e-12;  // below that share of the largest value two structures are equal
constexpr int kParts = 64;        // a layer is divided into so many tasks

// the first three players are looked at together, so that 8 coalitions share what is read
constexpr int kLowBits = 3;
constexpr std::size_t kLow = std::size_t{1} << kLowBits;

/// Of a set of the first players, the share that holds its lowest member.
struct Share {
  std::uint8_t set = 0;
  std::uint8_t part = 0;
};

/// By set upwards, then part downwards.
constexpr std::array<Share, 13> kShares = {{{1, 1},
                                            {2, 2},
                                            {3, 3},
                                            {3, 1},
                                            {4, 4},
                                            {5, 5},
                                            {5, 1},
                                            {6, 6},
                                            {6, 2},
                                            {7, 7},
                                            {7, 5},
                                            {7, 3},
                                            {7, 1}}};

/// For every coalition the worth of its best partition, and the block of its lowest member there.
class Partitions {
 public:
  explicit Partitions(const TuGame& game)
      : value_(game.value), best_(std::max(kLow, value_.size())), block_(best_.size()) {
    double largest = 0.0;
    for (const double value : value_) largest = std::max(largest, std::abs(value));
    slack_ = kSlack * largest;
    // coalitions of players who are not there
    value_.resize(best_.size());
  }

  /// Solves what some of the last players can be with any of the first.
  /// @pre  all proper subsets of `others` are solved
  void solve(Mask others) {
    Best best = unbroken(others);
    const Mask lowest = others & (~others + 1);
    // smaller and smaller shares of the others stay with the lowest member
    for (Mask some = others; some != 0; some = (some - 1) & others) {
      const double* const value = value_.data() + some * kLow;
      const double* const rest = best_.data() + (others & ~some) * kLow;
      if ((some & lowest) != 0) best.improve(0, value[0] + rest[0], some * kLow, slack_);
      for (const Share share : kShares) {
        const double worth = value[share.part] + rest[share.set ^ share.part];
        best.improve(share.set, worth, some * kLow + share.part, slack_);
      }
    }
    keep(others, best);
  }

  double best(Mask coalition) const { return best_[coalition]; }
  Mask block(Mask coalition) const { return block_[coalition]; }

 private:
  struct Best {
    std::array<double, kLow> worth{};
    std::array<Mask, kLow> block{};

    void improve(std::size_t set, double candidate, std::size_t with, double slack) {
      if (!(candidate > worth[set] + slack)) return;
      worth[set] = candidate;
      block[set] = static_cast<Mask>(with);
    }
  };

  Best unbroken(Mask others) const {
    Best best;
    for (std::size_t set = 0; set < kLow; ++set) {
      best.worth[set] = value_[others * kLow + set];
      best.block[set] = static_cast<Mask>(others * kLow + set);
    }
    return best;
  }

  /// Last, the blocks without any of the others: what is left is a coalition of the same others.
  void keep(Mask others, Best& best) {
    double* const worth = best_.data() + others * kLow;
    worth[0] = best.worth[0];
    for (const Share share : kShares) {
      best.improve(share.set, value_[share.part] + worth[share.set ^ share.part], share.part,
                   slack_);
      worth[share.set] = best.worth[share.set];
    }
    std::copy(best.block.begin(), best.block.end(), block_.data() + others * kLow);
  }

  std::vector<double> value_;
  std::vector<double> best_;
  std::vector<Mask> block_;
  double slack_ = 0.0;
};

/// By size, since larger coalitions build on smaller ones.
std::vector<std::vector<Mask>> layers(int players) {
  std::vector<std::vector<Mask>> found(players + std::size_t{1});
  for (Mask coalition = 0; coalition < Mask{1} << players; ++coalition) {
    found[std::popcount(coalition)].push_back(coalition);
  }
  return found;
}

void solve_layer(Partitions& partitions, const std::vector<Mask>& layer, int threads) {
  in_parallel(kParts, threads, [&](int part) {
    for (std::size_t place = part; place < layer.size(); place += kParts) {
      partitions.solve(layer[place]);
    }
  });
}

}  // namespace

CoalitionStructure best_structure(const TuGame& game, int threads) {
  expects(1 <= game.players && game.players <= kMostGamePlayers, "best_structure: 1 to 20 players");
  Partitions partitions(game);
  const Mask all = (Mask{1} << game.players) - 1;
  const int others = std::max(0, game.players - kLowBits);
  if (threads <= 1) {
    for (Mask coalition = 0; coalition < Mask{1} << others; ++coalition) {
      partitions.solve(coalition);
    }
  } else {
    const auto by_size = layers(others);
    for (const std::vector<Mask>& layer : by_size) solve_layer(partitions, layer, threads);
  }
  CoalitionStructure structure{.value = partitions.best(all)};
  for (Mask rest = all; rest != 0; rest &= ~partitions.block(rest)) {
    structure.coalitions.push_back(partitions.block(rest));
  }
  return structure;
}

}  // namespace detente
