#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detente/conflict/codes.hpp"
#include "detente/conflict/conflict.hpp"

namespace detente::detail {

/// The states of a conflict in option form, cut into blocks that differ only in those options of
/// one actor that it may take and give up as it likes: inside a block it moves freely. States are
/// named by their numbers. Of every block they are listed by what they are worth to the actor, the
/// worst first.
class Blocks {
 public:
  Blocks(const Conflict& conflict, int actor);

  /// @param payoff  by number
  void list(const Conflict& conflict, const Numbering& numbering,
            std::span<const std::uint32_t> payoff);

  int actor() const { return actor_; }
  /// Whether the actor moves from block to block, too: some of its options change one way only.
  bool has_one_way() const { return one_way_ != 0; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  std::uint32_t begin(std::uint32_t block) const { return begin_[block]; }
  std::uint32_t end(std::uint32_t block) const { return begin_[block + 1]; }
  std::uint32_t at(std::uint32_t place) const { return members_[place]; }

  /// Calls visit(block) for every block from which the actor can move to the state with that code,
  /// its own included. @pre has_one_way()
  template <typename Visit>
  void each_source(StateIndex target, const Visit& visit) const {
    const std::uint32_t locked = (stays_yes_ & ~target) | (stays_no_ & target);
    each_block(target, one_way_ & ~locked, visit);
  }

  /// Calls visit(from, to) with the members of any two blocks between which the actor can move, and
  /// of a block twice.
  template <typename Visit>
  void each_way(const Visit& visit) const {
    if (!has_one_way()) {
      for (std::uint32_t block = 0; block < count(); ++block) visit(of(block), of(block));
      return;
    }
    each_part(all_ & ~reversible_, [&](std::uint32_t base) {
      const std::uint32_t locked = (stays_yes_ & base) | (stays_no_ & ~base);
      each_block(base, one_way_ & ~locked,
                 [&](std::uint32_t to) { visit(of(squeeze_(base)), of(to)); });
    });
  }

 private:
  std::span<const std::uint32_t> of(std::uint32_t block) const {
    return std::span(members_).subspan(begin(block), end(block) - begin(block));
  }

  template <typename Visit>
  void each_block(StateIndex code, std::uint32_t free, const Visit& visit) const {
    const std::uint32_t kept = code & ~(reversible_ | free);
    each_part(free, [&](std::uint32_t part) { visit(squeeze_(kept | part)); });
  }

  int actor_ = 0;
  std::uint32_t all_ = 0;
  std::uint32_t reversible_ = 0;
  std::uint32_t one_way_ = 0;  // own options that cannot be changed both ways
  std::uint32_t stays_yes_ = 0;
  std::uint32_t stays_no_ = 0;
  Squeeze squeeze_{};  // with one-way options: gives the number of the block of a code
  std::vector<std::uint32_t> begin_{};
  std::vector<std::uint32_t> members_{};
};

}  // namespace detente::detail
