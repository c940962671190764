// Values of games whose players are tied to each other: by links, or by unions.

#include <algorithm>
#include <bit>

#include "detente/coalition/order_weights.hpp"
#include "detente/coalition/tu_game.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

using Mask = std::uint32_t;

/// Everybody whom the lowest member of a coalition reaches without leaving it.
Mask part_of_lowest(Mask coalition, const std::vector<Mask>& linked) {
  Mask part = coalition & (~coalition + 1);
  for (Mask fresh = part; fresh != 0;) {
    const Mask reached = linked[std::countr_zero(fresh)] & coalition & ~part;
    fresh = (fresh & (fresh - 1)) | reached;
    part |= reached;
  }
  return part;
}

std::vector<Mask> masks_of(const TuGame& game, std::span<const std::vector<int>> unions) {
  std::vector<Mask> masks;
  Mask seen = 0;
  for (const std::vector<int>& members : unions) {
    Mask mask = 0;
    for (const int player : members) {
      expects(0 <= player && player < game.players, "owen_value: players of the game");
      expects((seen >> player & 1U) == 0, "owen_value: every player in one union");
      mask |= Mask{1} << player;
      seen |= Mask{1} << player;
    }
    if (mask != 0) masks.push_back(mask);
  }
  expects(std::popcount(seen) == game.players, "owen_value: every player in a union");
  return masks;
}

/// The players of those unions whose bits are set.
Mask joined(const std::vector<Mask>& unions, Mask chosen) {
  Mask players = 0;
  for (; chosen != 0; chosen &= chosen - 1) players |= unions[std::countr_zero(chosen)];
  return players;
}

/// The mean of what a player adds to `before` and the sets of its own union.
double inside_union(const TuGame& game, Mask own, Mask before, int player) {
  const Mask bit = Mask{1} << player;
  const Mask others = own & ~bit;
  const std::vector<double> weight = order_weights(std::popcount(own));
  double sum = 0.0;
  // all subsets of the others, upwards
  for (Mask some = 0;; some = (some - others) & others) {
    const Mask coalition = before | some;
    sum += weight[std::popcount(some)] * (game.value[coalition | bit] - game.value[coalition]);
    if (some == others) return sum;
  }
}

double value_in_union(const TuGame& game, const std::vector<Mask>& unions, std::size_t own,
                      int player) {
  const std::vector<double> weight = order_weights(static_cast<int>(unions.size()));
  const Mask bit = Mask{1} << own;
  double sum = 0.0;
  for (Mask chosen = 0; chosen < Mask{1} << unions.size(); ++chosen) {
    if ((chosen & bit) != 0) continue;
    sum += weight[std::popcount(chosen)] *
           inside_union(game, unions[own], joined(unions, chosen), player);
  }
  return sum;
}

}  // namespace

TuGame restricted_to(const TuGame& game, const Links& links) {
  std::vector<Mask> linked(game.players);
  for (const auto& [one, other] : links) {
    expects(0 <= one && one < game.players && 0 <= other && other < game.players,
            "restricted_to: links between players");
    linked[one] |= Mask{1} << other;
    linked[other] |= Mask{1} << one;
  }
  TuGame restricted{.players = game.players, .value = std::vector<double>(game.value.size())};
  for (Mask coalition = 1; coalition < game.value.size(); ++coalition) {
    const Mask part = part_of_lowest(coalition, linked);
    restricted.value[coalition] = game.value[part] + restricted.value[coalition & ~part];
  }
  return restricted;
}

std::vector<double> myerson_value(const TuGame& game, const Links& links) {
  return shapley_value(restricted_to(game, links));
}

std::vector<double> owen_value(const TuGame& game, std::span<const std::vector<int>> unions) {
  const std::vector<Mask> masks = masks_of(game, unions);
  std::vector<double> value(game.players);
  for (std::size_t own = 0; own < masks.size(); ++own) {
    for (Mask rest = masks[own]; rest != 0; rest &= rest - 1) {
      const int player = std::countr_zero(rest);
      value[player] = value_in_union(game, masks, own, player);
    }
  }
  return value;
}

}  // namespace detente
