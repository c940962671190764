#include "detente/conflict/blocks.hpp"

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

Blocks::Blocks(const Conflict& conflict, int actor)
    : actor_(actor),
      all_(static_cast<std::uint32_t>(conflict.places() - 1)),
      one_way_(conflict.own[actor] & (conflict.stays_yes | conflict.stays_no)),
      stays_yes_(conflict.stays_yes),
      stays_no_(conflict.stays_no) {
  reversible_ = conflict.own[actor] & ~one_way_;
  squeeze_ = Squeeze(all_ & ~reversible_);
}

void Blocks::list(const Conflict& conflict, const Numbering& numbering,
                  std::span<const std::uint32_t> payoff) {
  members_.reserve(numbering.count());
  std::vector<std::uint64_t> sorted;
  each_part(all_ & ~reversible_, [&](std::uint32_t base) {
    sorted.clear();
    each_part(reversible_, [&](std::uint32_t part) {
      if (!conflict.feasible.contains(base | part)) return;
      const std::uint32_t number = numbering.number_of(base | part);
      sorted.push_back(std::uint64_t{payoff[number]} << 32 | number);
    });
    // blocks have numbers without gaps where nobody asks for them by their
    // codes
    if (sorted.empty() && !has_one_way()) return;
    std::sort(sorted.begin(), sorted.end());
    begin_.push_back(static_cast<std::uint32_t>(members_.size()));
    for (const std::uint64_t member : sorted) {
      members_.push_back(static_cast<std::uint32_t>(member));
    }
  });
  begin_.push_back(static_cast<std::uint32_t>(members_.size()));
}

}  // namespace detente::detail
