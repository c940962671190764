#include "detente/batch/permutation.hpp"

#include "detente/core/contract.hpp"
#include "detente/core/rng.hpp"

namespace detente {
namespace {

constexpr std::uint32_t kRounds = 6;
constexpr std::uint32_t kTag = 0x70657267U;  // draws apart from those at any address of Rng

}  // namespace

Permutation::Permutation(std::uint64_t n, std::uint64_t seed, std::uint32_t which)
    : n_(n), seed_(seed), which_(which) {
  expects(n > 0 && n <= std::uint64_t{1} << 62U, "Permutation: 0 < n <= 2^62");
  while ((std::uint64_t{1} << (2 * half_bits_)) < n) ++half_bits_;
}

std::uint64_t Permutation::step(std::uint64_t place) const {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
  std::uint64_t left = place >> half_bits_;
  std::uint64_t right = place & mask;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const auto words =
        Rng::philox({static_cast<std::uint32_t>(right), round, which_, kTag},
                    {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32U)});
    const std::uint64_t next = (left ^ words[0]) & mask;
    left = right;
    right = next;
  }
  return left << half_bits_ | right;
}

std::uint64_t Permutation::operator()(std::uint64_t place) const {
  expects(place < n_, "Permutation: place < n");
  do {
    place = step(place);
  } while (place >= n_);
  return place;
}

}  // namespace detente
