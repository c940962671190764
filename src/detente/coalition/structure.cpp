#include <algorithm>
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

/// For every coalition the worth of its best partition, and the block of its lowest member there.
class Partitions {
 public:
  explicit Partitions(const TuGame& game)
      : value_(game.value), best_(game.value.size()), block_(game.value.size()) {
    double largest = 0.0;
    for (const double value : game.value) largest = std::max(largest, std::abs(value));
    slack_ = kSlack * largest;
  }

  /// @pre  all proper subsets are solved
  void solve(Mask coalition) {
    const Mask lowest = coalition & (~coalition + 1);
    const Mask rest = coalition & ~lowest;
    double best = value_[coalition];
    Mask block = coalition;
    if (rest != 0) {
      // smaller and smaller shares of the rest stay with the lowest member
      Mask others = rest;
      do {
        others = (others - 1) & rest;
        const double worth = value_[lowest | others] + best_[rest & ~others];
        if (worth > best + slack_) {
          best = worth;
          block = lowest | others;
        }
      } while (others != 0);
    }
    best_[coalition] = best;
    block_[coalition] = block;
  }

  double best(Mask coalition) const { return best_[coalition]; }
  Mask block(Mask coalition) const { return block_[coalition]; }

 private:
  const std::vector<double>& value_;
  std::vector<double> best_;
  std::vector<Mask> block_;
  double slack_ = 0.0;
};

/// By size, since larger coalitions build on smaller ones.
std::vector<std::vector<Mask>> layers(int players) {
  std::vector<std::vector<Mask>> found(players + std::size_t{1});
  for (Mask coalition = 1; coalition < Mask{1} << players; ++coalition) {
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
  if (threads <= 1) {
    for (Mask coalition = 1; coalition <= all; ++coalition) partitions.solve(coalition);
  } else {
    const auto by_size = layers(game.players);
    for (const std::vector<Mask>& layer : by_size) solve_layer(partitions, layer, threads);
  }
  CoalitionStructure structure{.value = partitions.best(all)};
  for (Mask rest = all; rest != 0; rest &= ~partitions.block(rest)) {
    structure.coalitions.push_back(partitions.block(rest));
  }
  return structure;
}

}  // namespace detente
