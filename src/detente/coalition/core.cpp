#include "detente/coalition/core.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "detente/coalition/excess.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

using Mask = std::uint32_t;

constexpr double kEmpty = 1e-9;   // an excess above that share of the scale empties the core
constexpr double kNoise = 1e-13;  // what rounding may leave of a sum, as a share of its parts

/// What coalitions gain over what their members get alone, in units of `scale`: payoffs of the game
/// follow from payoffs of the gains.
struct Gains {
  TuGame game{};
  double scale = 0.0;    ///< A power of two; 0: nobody gains anything.
  double largest = 0.0;  ///< Gain or loss.
  double noise = 0.0;    ///< Gains below are none.
};

double alone(const TuGame& game, int player) {
  return game.value[std::size_t{1} << static_cast<unsigned>(player)];
}

Gains gains_of(const TuGame& game) {
  expects(1 <= game.players && game.players <= kMostCorePlayers, "core: 1 to 12 players");
  expects(game.value.size() == std::size_t{1} << static_cast<unsigned>(game.players),
          "core: a value for every coalition");
  Gains gains{.game = game};
  double largest_value = 0.0;
  for (const double value : game.value) largest_value = std::max(largest_value, std::abs(value));
  gains.noise = kNoise * largest_value;
  for (Mask coalition = 0; coalition < game.value.size(); ++coalition) {
    double& gain = gains.game.value[coalition];
    for (Mask rest = coalition; rest != 0; rest &= rest - 1) {
      gain -= alone(game, std::countr_zero(rest));
    }
    // single players gain nothing, whatever rounding says
    if (std::abs(gain) <= gains.noise) gain = 0.0;
    gains.largest = std::max(gains.largest, std::abs(gain));
  }
  if (gains.largest == 0.0) return gains;
  gains.scale = std::ldexp(1.0, std::ilogb(gains.largest) + 1);
  for (double& gain : gains.game.value) gain /= gains.scale;
  return gains;
}

/// Everybody gets what it gets alone, and as much more as everybody else.
std::vector<double> equal_gains(const TuGame& game) {
  std::vector<double> payoff;
  payoff.reserve(game.players);
  double left = game.value.back();
  for (int player = 0; player < game.players; ++player) left -= alone(game, player);
  for (int player = 0; player < game.players; ++player) {
    payoff.push_back(alone(game, player) + left / game.players);
  }
  return payoff;
}

std::vector<double> payoff_of(const TuGame& game, const Gains& gains,
                              const std::vector<double>& payoff) {
  std::vector<double> found;
  found.reserve(game.players);
  for (int player = 0; player < game.players; ++player) {
    found.push_back(alone(game, player) + gains.scale * payoff[player]);
  }
  return found;
}

}  // namespace

LeastCore least_core(const TuGame& game) {
  const Gains gains = gains_of(game);
  if (gains.scale == 0.0 || game.players == 1) return {.payoff = equal_gains(game)};
  const LeastExcess least = least_excess(gains.game, false);
  const double epsilon = gains.scale * least.largest;
  return {.epsilon = epsilon,
          .core_empty = epsilon > std::max(kEmpty * gains.largest, gains.noise),
          .payoff = payoff_of(game, gains, least.payoff)};
}

Nucleolus nucleolus(const TuGame& game) {
  const Gains gains = gains_of(game);
  if (gains.scale == 0.0 || game.players == 1) return {.payoff = equal_gains(game)};
  const double to_share = gains.scale * gains.game.value.back();
  const double slack = std::max(kEmpty * gains.largest, gains.noise);
  // a single imputation
  if (std::abs(to_share) <= slack) return {.payoff = equal_gains(game)};
  const bool imputations = to_share > 0.0;
  const LeastExcess least = least_excess(gains.game, imputations);
  return {.imputations = imputations, .payoff = payoff_of(game, gains, least.payoff)};
}

}  // namespace detente
