#include "detente/conflict/blocks.hpp"

#include <algorithm>

namespace detente::detail {

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
