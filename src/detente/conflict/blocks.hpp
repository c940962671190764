#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "detente/conflict/conflict.hpp"

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

/// The states of a conflict in option form, cut into blocks that differ only in those options of
/// one actor that it may take and give up as it likes: inside a block it moves freely. A block is
/// named by its base, the code with all of these options off.
class Blocks {
 public:
  Blocks(const Conflict& conflict, int actor);

  int actor() const { return actor_; }
  std::uint32_t reversible() const { return reversible_; }
  std::size_t count() const { return count_; }
  /// The block's number below count().
  std::uint32_t number(std::uint32_t base) const { return squeeze_(base); }

  /// Calls visit(base) for every block from which the actor can move to `target`, its own included.
  template <typename Visit>
  void each_source(StateIndex target, const Visit& visit) const {
    const std::uint32_t locked = (stays_yes_ & ~target) | (stays_no_ & target);
    each_block(target, fixed_ & ~locked, visit);
  }

  /// The same for every block to which it can move.
  template <typename Visit>
  void each_target(StateIndex source, const Visit& visit) const {
    const std::uint32_t locked = (stays_yes_ & source) | (stays_no_ & ~source);
    each_block(source, fixed_ & ~locked, visit);
  }

  /// Calls visit(base) for every block.
  template <typename Visit>
  void each(const Visit& visit) const {
    each_part(all_ & ~reversible_, visit);
  }

  /// Sorts every block by what its states are worth to the actor, the worst first.
  void sort(const Conflict& conflict);
  /// The state at one place of a block, after sort(); places are parts of reversible(), ascending.
  StateIndex at(std::uint32_t base, std::uint32_t place) const { return order_[base | place]; }

 private:
  template <typename Visit>
  void each_block(StateIndex state, std::uint32_t free, const Visit& visit) const {
    const std::uint32_t kept = state & ~(reversible_ | free);
    each_part(free, [&](std::uint32_t part) { visit(kept | part); });
  }

  int actor_ = 0;
  std::uint32_t all_ = 0;
  std::uint32_t reversible_ = 0;
  std::uint32_t fixed_ = 0;  // own options that cannot be changed both ways
  std::uint32_t stays_yes_ = 0;
  std::uint32_t stays_no_ = 0;
  std::size_t count_ = 0;
  Squeeze squeeze_{};
  std::vector<StateIndex> order_{};
};

/// Replaces every value by the better of itself and the values of all states to which the actor
/// can move, whether they are feasible or not.
template <typename Better>
void spread_back(const Conflict& conflict, int actor, std::vector<std::uint32_t>& values,
                 const Better& better) {
  std::uint32_t* const value = values.data();
  for (std::uint32_t rest = conflict.own[actor]; rest != 0; rest &= rest - 1) {
    const std::uint32_t option = rest & (~rest + 1);
    const bool takes = (conflict.stays_no & option) == 0;
    const bool gives_up = (conflict.stays_yes & option) == 0;
    if (!takes && !gives_up) continue;
    for (std::size_t base = 0; base < values.size(); base += std::size_t{2} * option) {
      std::uint32_t* const no = value + base;
      std::uint32_t* const yes = no + option;
      for (std::uint32_t place = 0; place < option; ++place) {
        const std::uint32_t best = better(no[place], yes[place]);
        no[place] = takes ? best : no[place];
        yes[place] = gives_up ? best : yes[place];
      }
    }
  }
}

}  // namespace detente::detail
