#pragma once

#include <bit>
#include <cstdint>

#include "detente/core/wide_bits.hpp"

namespace detente {

/// A coalition: bit j is the j-th party of a stage (or the j-th actor, where the text says so).
/// Sets are ordered as numbers: "the lowest mask" is the smallest one.
using ActorSet = WideBits;

/// The most members that a set can have.
constexpr int kMaxParties = ActorSet::kWords * ActorSet::kWordBits;

constexpr ActorSet only(int actor) {
  ActorSet set;
  set.word(actor / ActorSet::kWordBits) = std::uint64_t{1}
                                          << static_cast<unsigned>(actor % ActorSet::kWordBits);
  return set;
}
/// The first `count` actors.
constexpr ActorSet first_actors(int count) {
  ActorSet set;
  for (int place = 0; place < ActorSet::kWords; ++place) {
    const int bits = count - place * ActorSet::kWordBits;
    if (bits >= ActorSet::kWordBits) {
      set.word(place) = ~std::uint64_t{0};
    } else if (bits > 0) {
      set.word(place) = (std::uint64_t{1} << static_cast<unsigned>(bits)) - 1;
    }
  }
  return set;
}
constexpr bool contains(const ActorSet& set, int actor) {
  const auto bit = static_cast<unsigned>(actor % ActorSet::kWordBits);
  return (set.word(actor / ActorSet::kWordBits) >> bit & 1) != 0;
}
constexpr bool includes(const ActorSet& whole, const ActorSet& part) {
  return (part & ~whole) == 0;
}
constexpr int size_of(const ActorSet& set) {
  int size = 0;
  for (int place = 0; place < ActorSet::kWords; ++place) size += std::popcount(set.word(place));
  return size;
}
/// @pre  the set is not empty
constexpr int first_of(const ActorSet& set) {
  int place = 0;
  while (set.word(place) == 0) ++place;
  return place * ActorSet::kWordBits + std::countr_zero(set.word(place));
}

/// The members in file order: `for (const int actor : Members(set))`.
class Members {
 public:
  constexpr explicit Members(const ActorSet& set) : set_(set) {}

  class Iterator {
   public:
    constexpr Iterator(const ActorSet* set, int place) : set_(set), place_(place) { settle(); }
    constexpr int operator*() const {
      return place_ * ActorSet::kWordBits + std::countr_zero(rest_);
    }
    constexpr Iterator& operator++() {
      rest_ &= rest_ - 1;
      if (rest_ == 0) {
        ++place_;
        settle();
      }
      return *this;
    }
    constexpr bool operator!=(const Iterator& other) const { return place_ != other.place_; }

   private:
    /// To the next word that has members.
    constexpr void settle() {
      for (; place_ < ActorSet::kWords; ++place_) {
        rest_ = set_->word(place_);
        if (rest_ != 0) return;
      }
    }

    const ActorSet* set_;
    int place_;
    std::uint64_t rest_ = 0;
  };

  constexpr Iterator begin() const { return {&set_, 0}; }
  constexpr Iterator end() const { return {&set_, ActorSet::kWords}; }

 private:
  ActorSet set_;
};

}  // namespace detente
