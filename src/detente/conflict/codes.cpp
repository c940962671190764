#include "detente/conflict/codes.hpp"

namespace detente::detail {

Squeeze::Squeeze(std::uint32_t kept) {
  int below = 0;
  while (kept != 0) {
    const int first = std::countr_zero(kept);
    const int length = std::countr_one(kept >> first);
    const std::uint32_t ones = length == 32 ? ~std::uint32_t{0} : (std::uint32_t{1} << length) - 1;
    mask_[pieces_] = ones << first;
    shift_[pieces_] = first - below;
    kept &= ~mask_[pieces_];
    below += length;
    ++pieces_;
  }
}

Numbering::Numbering(const StateSet& feasible)
    : feasible_(&feasible), codes_(members_of(feasible)) {
  std::uint32_t before = 0;
  before_.reserve(feasible.words().size());
  for (const std::uint64_t word : feasible.words()) {
    before_.push_back(before);
    before += static_cast<std::uint32_t>(std::popcount(word));
  }
}

}  // namespace detente::detail
