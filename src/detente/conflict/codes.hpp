#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "detente/conflict/state_set.hpp"

namespace detente::detail {

/// Moves the bits of a code that a mask keeps to the low end, in their order.
class Squeeze {
 public:
  Squeeze() = default;
  explicit Squeeze(std::uint32_t kept);

  std::uint32_t operator()(std::uint32_t code) const {
    std::uint32_t index = 0;
    for (int piece = 0; piece < pieces_; ++piece) index |= (code & mask_[piece]) >> shift_[piece];
    return index;
  }

 private:
  int pieces_ = 0;
  std::array<std::uint32_t, 16> mask_{};  // a run of kept bits each
  std::array<int, 16> shift_{};
};

/// Calls visit(part) for every part of a set of bits, in ascending order.
template <typename Visit>
void each_part(std::uint32_t bits, const Visit& visit) {
  std::uint32_t part = 0;
  do {
    visit(part);
    part = (part - bits) & bits;
  } while (part != 0);
}

/// The states by ascending value, equal ones by number; values are dense.
/// @param values  by number, at least one
std::vector<std::uint32_t> ascending(std::span<const std::uint32_t> values);

/// Asks for what is needed soon and stands far from what was needed last.
inline void fetch_early(const void* what) {
#ifdef __GNUC__
  __builtin_prefetch(what);
#else
  static_cast<void>(what);
#endif
}

/// The feasible states without the gaps between them: numbers from 0, by ascending code.
class Numbering {
 public:
  explicit Numbering(const StateSet& feasible);

  std::uint32_t count() const { return static_cast<std::uint32_t>(codes_.size()); }
  StateIndex code_of(std::uint32_t number) const { return codes_[number]; }
  std::uint32_t number_of(StateIndex code) const {
    const std::uint64_t lower = (std::uint64_t{1} << (code & 63U)) - 1;
    return before_[code >> 6] +
           static_cast<std::uint32_t>(std::popcount(feasible_->words()[code >> 6] & lower));
  }

 private:
  const StateSet* feasible_;
  std::vector<StateIndex> codes_{};
  std::vector<std::uint32_t> before_{};  // [word]
};

}  // namespace detente::detail
