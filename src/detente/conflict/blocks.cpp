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
      fixed_(conflict.own[actor] & (conflict.stays_yes | conflict.stays_no)),
      stays_yes_(conflict.stays_yes),
      stays_no_(conflict.stays_no) {
  reversible_ = conflict.own[actor] & ~fixed_;
  count_ = conflict.places() >> std::popcount(reversible_);
  squeeze_ = Squeeze(all_ & ~reversible_);
}

void Blocks::sort(const Conflict& conflict) {
  const auto& payoff = conflict.payoff[actor_];
  order_.resize(conflict.places());
  std::vector<std::uint64_t> members;
  each([&](std::uint32_t base) {
    members.clear();
    each_part(reversible_, [&](std::uint32_t place) {
      const StateIndex state = base | place;
      members.push_back(std::uint64_t{payoff[state]} << 32 | state);
    });
    std::sort(members.begin(), members.end());
    auto member = members.begin();
    each_part(reversible_, [&](std::uint32_t place) {
      order_[base | place] = static_cast<StateIndex>(*member++);
    });
  });
}

}  // namespace detente::detail
