#pragma once

#include <cstdint>

namespace detente {

/// A shuffle of 0 … n - 1 of which any place is computed alone: a pure function of (seed, which).
///
/// A Feistel network of six rounds over the smallest square of a power of two that holds n, walked
/// until it lands below n (fewer than five steps on average).
/// @source  Black & Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002 (cycle walking);
///          the rounds draw from Philox (core/rng.hpp).
class Permutation {
 public:
  /// @param n  1 to 2^62.
  Permutation(std::uint64_t n, std::uint64_t seed, std::uint32_t which);

  /// @pre  place < n.
  std::uint64_t operator()(std::uint64_t place) const;

 private:
  std::uint64_t step(std::uint64_t place) const;

  std::uint64_t n_;
  std::uint64_t seed_;
  std::uint32_t which_;
  unsigned half_bits_ = 1;
};

}  // namespace detente
