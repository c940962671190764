#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
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

/// Where a state stands in the list of one mover.
struct Seat {
  std::uint32_t block = 0;
  std::uint32_t worse = 0;  ///< Where the members of the block end that are worth less than it.
};

/// The states of a conflict in option form, cut into blocks that differ only in those options of
/// one actor that it may take and give up as it likes: inside a block it moves freely. Of every
/// block the feasible states are listed by what they are worth to the actor, the worst first.
class Blocks {
 public:
  Blocks(const Conflict& conflict, int actor);

  int actor() const { return actor_; }
  /// Whether the actor moves from block to block, too: some of its options change one way only.
  bool has_one_way() const { return one_way_ != 0; }

  /// Makes the lists. Seats go to seat[state * stride] of every feasible state if `seat` is given.
  void list(const Conflict& conflict, Seat* seat, std::size_t stride);

  std::uint32_t count() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  std::uint32_t begin(std::uint32_t block) const { return begin_[block]; }
  std::uint32_t end(std::uint32_t block) const { return begin_[block + 1]; }
  StateIndex at(std::uint32_t place) const { return members_[place]; }

  /// Calls visit(block) for every block from which the actor can move to `target`, its own
  /// included. @pre  has_one_way()
  template <typename Visit>
  void each_source(StateIndex target, const Visit& visit) const {
    const std::uint32_t locked = (stays_yes_ & ~target) | (stays_no_ & target);
    each_block(target, one_way_ & ~locked, visit);
  }

  /// Calls visit(from, to) with the members of any two blocks between which the actor can move.
  template <typename Visit>
  void each_way(const Visit& visit) const {
    if (!has_one_way()) {
      for (std::uint32_t block = 0; block < count(); ++block) {
        visit(members_of_block(block), members_of_block(block));
      }
      return;
    }
    each_part(all_ & ~reversible_, [&](std::uint32_t base) {
      const std::uint32_t locked = (stays_yes_ & base) | (stays_no_ & ~base);
      each_block(base, one_way_ & ~locked, [&](std::uint32_t to) {
        visit(members_of_block(squeeze_(base)), members_of_block(to));
      });
    });
  }

 private:
  std::span<const StateIndex> members_of_block(std::uint32_t block) const {
    return std::span(members_).subspan(begin(block), end(block) - begin(block));
  }

  template <typename Visit>
  void each_block(StateIndex state, std::uint32_t free, const Visit& visit) const {
    const std::uint32_t kept = state & ~(reversible_ | free);
    each_part(free, [&](std::uint32_t part) { visit(squeeze_(kept | part)); });
  }

  int actor_ = 0;
  std::uint32_t all_ = 0;
  std::uint32_t reversible_ = 0;
  std::uint32_t one_way_ = 0;  // own options that cannot be changed both ways
  std::uint32_t stays_yes_ = 0;
  std::uint32_t stays_no_ = 0;
  Squeeze squeeze_{};  // with one-way options: gives the number of the block of a state
  std::vector<std::uint32_t> begin_{};
  std::vector<StateIndex> members_{};
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
