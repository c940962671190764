#include "detente/batch/spread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/core/rng.hpp"
#include "detente/core/text.hpp"
#include "detente/scenario/draw.hpp"

namespace detente {
namespace {

constexpr double kLow = 0.05;  // what one-at-a-time takes of a distribution
constexpr double kHigh = 0.95;
constexpr std::int64_t kKept = 1024;  // steps kept of each dimension

/// 0.3 and not 0.30000000000000004, as a person would write the steps of a range.
double rounded(double number) {
  return parse_number(fmt::format("{:.15g}", number)).value_or(number);
}

bool is_choice(const Distribution& distribution) {
  return distribution.kind == Distribution::Kind::choice;
}

std::int64_t places_of(const Vary& vary) {
  switch (vary.kind) {
    case Vary::Kind::range:
      return vary.steps;
    case Vary::Kind::values:
      return std::ssize(vary.values);
    case Vary::Kind::distribution:
      break;
  }
  return is_choice(vary.distribution) ? std::ssize(vary.distribution.choices) : 0;
}

}  // namespace

double uniform_of(const DrawKey& key, std::uint64_t index) {
  const Rng rng(key.seed, static_cast<std::uint32_t>(index));
  return rng.uniform({.actor = key.dimension,
                      .purpose = static_cast<std::uint32_t>(key.purpose),
                      .draw = static_cast<std::uint32_t>(index >> 32U)});
}

double within_stratum(std::uint64_t stratum, std::uint64_t n, double share) {
  // few enough digits for the sum to be exact, and off the border, so that no rounding leaves it
  double cells = 1.0;
  for (std::uint64_t rest = n; rest < std::uint64_t{1} << 51U; rest *= 2) cells *= 2.0;
  const double part = (std::floor(share * cells) + 0.5) / cells;
  return (static_cast<double>(stratum) + part) / static_cast<double>(n);
}

Spread::Spread(const Scenario& scenario, const Dimension& dimension)
    : kind_(dimension.vary.kind),
      low_(dimension.vary.low),
      high_(dimension.vary.high),
      places_(places_of(dimension.vary)),
      distribution_(dimension.vary.distribution) {
  if (is_drawn() && distribution_.kind == Distribution::Kind::normal) {
    limits_ = draw_limits(scenario, dimension.paths);
  }
  if (kind_ != Vary::Kind::range) return;
  for (std::int64_t place = 0; place < std::min(places_, kKept); ++place) {
    steps_.push_back(step(place));
  }
}

std::int64_t Spread::count_in_turn() const {
  return is_drawn() ? 1 : std::max<std::int64_t>(places_, 1);
}

double Spread::step(std::int64_t place) const {
  // both ends exactly as they were written
  if (place == 0 || places_ < 2) return low_;
  if (place == places_ - 1) return high_;
  const double share = static_cast<double>(place) / static_cast<double>(places_ - 1);
  return rounded(low_ + share * (high_ - low_));
}

Setting Spread::in_turn(std::int64_t place) const {
  if (kind_ != Vary::Kind::range) return {.choice = static_cast<int>(place)};
  return {.number = place < std::ssize(steps_) ? steps_[place] : step(place)};
}

std::int64_t Spread::count_alone() const {
  if (!is_drawn()) return count_in_turn();
  return places_ == 0 ? 2 : places_;
}

Setting Spread::alone(std::int64_t place) const {
  if (!is_drawn()) return in_turn(place);
  if (places_ > 0) return {.choice = static_cast<int>(place)};
  return {.number = quantile_of(distribution_, place == 0 ? kLow : kHigh, limits_)};
}

Setting Spread::at_share(double share) const {
  if (is_drawn()) {
    if (is_choice(distribution_)) return {.choice = choice_at(distribution_, share)};
    return {.number = quantile_of(distribution_, share, limits_)};
  }
  if (places_ == 0) return {.number = std::min(high_, low_ + share * (high_ - low_))};
  const auto place = static_cast<std::int64_t>(share * static_cast<double>(places_));
  return in_turn(std::min(place, places_ - 1));
}

}  // namespace detente
