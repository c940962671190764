#include "detente/batch/points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "detente/batch/spread.hpp"

namespace detente {
namespace {

using Kind = Design::Kind;

/// Where the base points of Saltelli's design begin in Sobol's sequence: at a power of two that is
/// not below their number, so that they are as evenly spread as the first ones, without the origin
/// and (1/2, …, 1/2), at which both halves would be the same.
std::uint64_t first_base(std::int64_t n) {
  std::uint64_t first = 2;
  while (first < static_cast<std::uint64_t>(n)) first *= 2;
  return first;
}

std::int64_t sum_of(const std::vector<std::int64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

struct Points::Parts {
  Kind kind = Kind::grid;
  std::int64_t n = 0;
  std::uint64_t seed = 0;
  std::vector<Spread> spreads{};
  std::vector<std::int64_t> counts{};  ///< Of a grid and one-at-a-time: values in turn.
  std::vector<std::int32_t> places{};  ///< Of a list.
  std::vector<Permutation> shuffles{};
  std::optional<Sobol> sobol{};

  std::int64_t dimensions() const { return std::ssize(spreads); }
  std::int64_t count() const;
  void grid(std::int64_t point, int repetition, std::vector<Setting>& settings) const;
  void list(std::int64_t point, std::vector<Setting>& settings) const;
  void random(std::int64_t point, std::vector<Setting>& settings) const;
  void hypercube(std::int64_t point, std::vector<Setting>& settings) const;
  void sequence(std::int64_t point, std::vector<Setting>& settings) const;
  void saltelli(std::int64_t point, std::vector<Setting>& settings) const;
  void one_at_a_time(std::int64_t point, std::vector<Setting>& settings) const;
};

std::int64_t Points::Parts::count() const {
  switch (kind) {
    case Kind::grid: {
      std::int64_t product = 1;
      for (const std::int64_t values : counts) product *= values;
      return product;
    }
    case Kind::saltelli:
      return n * (dimensions() + 2);
    case Kind::oat:
      return 1 + sum_of(counts);
    default:
      return n;
  }
}

void Points::Parts::grid(std::int64_t point, int repetition, std::vector<Setting>& settings) const {
  for (std::size_t dimension = spreads.size(); dimension-- > 0;) {
    const Spread& spread = spreads[dimension];
    const DrawKey key{seed, Purpose::repetition, static_cast<std::uint32_t>(dimension)};
    if (spread.is_drawn()) {
      settings[dimension] =
          spread.at_share(uniform_of(key, static_cast<std::uint64_t>(repetition)));
      continue;
    }
    settings[dimension] = spread.in_turn(point % counts[dimension]);
    point /= counts[dimension];
  }
}

void Points::Parts::list(std::int64_t point, std::vector<Setting>& settings) const {
  const std::size_t first = static_cast<std::size_t>(point) * spreads.size();
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    const std::int32_t place = places[first + dimension];
    settings[dimension].choice = place == Design::kAsIs ? Setting::kUnset : place;
  }
}

void Points::Parts::random(std::int64_t point, std::vector<Setting>& settings) const {
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    const DrawKey key{seed, Purpose::point, static_cast<std::uint32_t>(dimension)};
    const double share = uniform_of(key, static_cast<std::uint64_t>(point));
    settings[dimension] = spreads[dimension].at_share(share);
  }
}

void Points::Parts::hypercube(std::int64_t point, std::vector<Setting>& settings) const {
  const auto place = static_cast<std::uint64_t>(point);
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    const DrawKey key{seed, Purpose::within_stratum, static_cast<std::uint32_t>(dimension)};
    const std::uint64_t stratum = shuffles[dimension](place);
    const double share = within_stratum(stratum, static_cast<std::uint64_t>(n),
                                        uniform_of(key, static_cast<std::uint64_t>(point)));
    settings[dimension] = spreads[dimension].at_share(share);
  }
}

void Points::Parts::sequence(std::int64_t point, std::vector<Setting>& settings) const {
  std::vector<double> shares(spreads.size());
  // the origin, at the end of every range, is left out
  sobol->at(static_cast<std::uint64_t>(point) + 1, shares);
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    settings[dimension] = spreads[dimension].at_share(shares[dimension]);
  }
}

void Points::Parts::saltelli(std::int64_t point, std::vector<Setting>& settings) const {
  const std::int64_t rows = dimensions() + 2;
  const auto base = static_cast<std::uint64_t>(point / rows);
  const std::int64_t row = point % rows;  // A, A with one column of B each, B
  std::vector<double> shares(2 * spreads.size());
  sobol->at(first_base(n) + base, shares);
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    const bool from_b = row == rows - 1 || row == static_cast<std::int64_t>(dimension) + 1;
    const double share = shares[from_b ? spreads.size() + dimension : dimension];
    settings[dimension] = spreads[dimension].at_share(share);
  }
}

void Points::Parts::one_at_a_time(std::int64_t point, std::vector<Setting>& settings) const {
  std::int64_t place = point - 1;
  for (std::size_t dimension = 0; dimension < spreads.size(); ++dimension) {
    const bool here = place >= 0 && place < counts[dimension];
    settings[dimension] = here ? spreads[dimension].alone(place) : Setting{Setting::kUnset, 0.0};
    place -= counts[dimension];
  }
}

Points::Points(const LoadedPlan& plan, std::span<const Dimension> dimensions) {
  auto parts = std::make_shared<Parts>();
  const Design& design = plan.plan.design;
  parts->kind = design.kind;
  parts->n = design.n;
  parts->seed = plan.seed;
  parts->places = design.places;
  for (const Dimension& dimension : dimensions) {
    const Spread& spread = parts->spreads.emplace_back(plan.scenario, dimension);
    parts->counts.push_back(design.kind == Kind::oat ? spread.count_alone()
                                                     : spread.count_in_turn());
    if (design.kind != Kind::lhs) continue;
    parts->shuffles.emplace_back(static_cast<std::uint64_t>(design.n), plan.seed,
                                 static_cast<std::uint32_t>(parts->shuffles.size()));
  }
  const int width = static_cast<int>(dimensions.size());
  if (design.kind == Kind::sobol) parts->sobol.emplace(width);
  if (design.kind == Kind::saltelli) parts->sobol.emplace(2 * width);
  count_ = parts->count();
  parts_ = std::move(parts);
}

void Points::at(std::int64_t point, int repetition, std::vector<Setting>& settings) const {
  expects(point >= 0 && point < count_, "Points::at: 0 <= point < count");
  settings.assign(parts_->spreads.size(), Setting{});
  switch (parts_->kind) {
    case Kind::grid:
      return parts_->grid(point, repetition, settings);
    case Kind::list:
      return parts_->list(point, settings);
    case Kind::random:
      return parts_->random(point, settings);
    case Kind::lhs:
      return parts_->hypercube(point, settings);
    case Kind::sobol:
      return parts_->sequence(point, settings);
    case Kind::saltelli:
      return parts_->saltelli(point, settings);
    case Kind::oat:
      return parts_->one_at_a_time(point, settings);
  }
}

}  // namespace detente
