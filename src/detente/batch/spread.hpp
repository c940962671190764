#pragma once

#include <cstdint>
#include <vector>

#include "detente/batch/dimension.hpp"
#include "detente/batch/permutation.hpp"
#include "detente/batch/sobol.hpp"
#include "detente/core/contract.hpp"
#include "detente/scenario/field.hpp"

// How one dimension of a plan is spread, apart from the design that asks it.
namespace detente {

/// What the draws of a plan are for: each kind has addresses of its own (core/rng.hpp).
enum class Purpose : std::uint32_t { point = 16, within_stratum = 17, repetition = 18 };

struct DrawKey {
  std::uint64_t seed = 0;
  Purpose purpose{};
  std::uint32_t dimension = 0;
};

/// Uniform on [0, 1): the draw of one dimension at one point or repetition below 2^63.
double uniform_of(const DrawKey& key, std::uint64_t index);

/// A share of [0, 1) that lies in the given one of n strata, `share` of the way through it.
/// @pre  n <= 2^50.
double within_stratum(std::uint64_t stratum, std::uint64_t n, double share);

/// The settings of one dimension.
class Spread {
 public:
  Spread(const Scenario& scenario, const Dimension& dimension);

  /// Whether it is given as a distribution.
  bool is_drawn() const { return kind_ == Vary::Kind::distribution; }

  /// How many values it takes in turn in a grid; 1 if it is drawn, or spread without steps.
  std::int64_t count_in_turn() const;
  Setting in_turn(std::int64_t place) const;

  /// How many values it takes in one-at-a-time: in turn, or the 5 % and 95 % of a distribution.
  std::int64_t count_alone() const;
  Setting alone(std::int64_t place) const;

  /// The setting at a share of its spread, 0 <= share < 1; it rises with the share.
  Setting at_share(double share) const;

 private:
  double step(std::int64_t place) const;

  Vary::Kind kind_;
  double low_;
  double high_;
  std::int64_t places_;  ///< Steps, values or choices; 0 of what is continuous.
  Distribution distribution_;
  FieldRange limits_{};
  std::vector<double> steps_{};  ///< The first steps of a range, which are read again and again.
};

}  // namespace detente
