#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace detente {

/// Sobol's sequence in some dimensions, each of its points computed from its index alone.
///
/// Index 0 is the origin, 1 is (1/2, …, 1/2), 2 is (3/4, 1/4, …): the order of the Gray code. The
/// 2^m points from any multiple of 2^m on are evenly spread.
/// @source  Sobol', USSR Comput. Maths. Math. Phys. 7 (1967); Antonov & Saleev, ibid. 19 (1980);
///          direction numbers of Joe & Kuo, SIAM J. Sci. Comput. 30 (2008) 2635-2654, as Boost
///          keeps them.
class Sobol {
 public:
  /// How many points there are: 2^kBits.
  static constexpr unsigned kBits = 42;

  /// @param dimensions  1 to 3667.
  explicit Sobol(int dimensions);

  /// The coordinates of one point, each in [0, 1).
  /// @pre  index < 2^kBits; one place for each dimension.
  void at(std::uint64_t index, std::span<double> point) const;

 private:
  std::size_t dimensions_;
  std::vector<std::uint64_t> directions_{};  ///< By bit, then by dimension.
};

}  // namespace detente
