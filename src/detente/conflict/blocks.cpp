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

Blocks::Blocks(const Conflict& conflict, int actor)
    : actor_(actor),
      all_(static_cast<std::uint32_t>(conflict.places() - 1)),
      one_way_(conflict.own[actor] & (conflict.stays_yes | conflict.stays_no)),
      stays_yes_(conflict.stays_yes),
      stays_no_(conflict.stays_no) {
  reversible_ = conflict.own[actor] & ~one_way_;
  squeeze_ = Squeeze(all_ & ~reversible_);
}

void Blocks::list(const Conflict& conflict, Seat* seat, std::size_t stride) {
  const auto& payoff = conflict.payoff[actor_];
  members_.reserve(conflict.feasible.count());
  std::vector<std::uint64_t> sorted;
  const auto add = [&](std::uint32_t base) {
    sorted.clear();
    each_part(reversible_, [&](std::uint32_t part) {
      const StateIndex state = base | part;
      if (conflict.feasible.contains(state)) {
        sorted.push_back(std::uint64_t{payoff[state]} << 32 | state);
      }
    });
    // blocks have numbers without gaps where nobody asks for them by their base
    if (sorted.empty() && !has_one_way()) return;
    std::sort(sorted.begin(), sorted.end());
    const auto block = static_cast<std::uint32_t>(begin_.size());
    begin_.push_back(static_cast<std::uint32_t>(members_.size()));
    std::uint32_t worse = begin_.back();
    for (const std::uint64_t member : sorted) {
      const auto state = static_cast<StateIndex>(member);
      if (members_.size() > begin_.back() && payoff[members_.back()] != member >> 32) {
        worse = static_cast<std::uint32_t>(members_.size());
      }
      members_.push_back(state);
      if (seat != nullptr) seat[state * stride] = {block, worse};
    }
  };
  each_part(all_ & ~reversible_, add);
  begin_.push_back(static_cast<std::uint32_t>(members_.size()));
}

}  // namespace detente::detail
