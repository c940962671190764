#include "detente/conflict/codes.hpp"

#include <algorithm>

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

std::vector<std::uint32_t> ascending(std::span<const std::uint32_t> values) {
  std::vector<std::uint32_t> place(*std::max_element(values.begin(), values.end()) +
                                   std::size_t{2});
  for (const std::uint32_t value : values) ++place[value + 1];
  for (std::size_t value = 1; value < place.size(); ++value) place[value] += place[value - 1];
  std::vector<std::uint32_t> order(values.size());
  for (std::uint32_t state = 0; state < values.size(); ++state)
    order[place[values[state]]++] = state;
  return order;
}

}  // namespace detente::detail
