#pragma once

#include <bit>
#include <cstdint>

namespace detente {

/// A coalition: bit j is the j-th party of a stage (or the j-th actor, where the text says so).
/// Sets are ordered as numbers: "the lowest mask" is the smallest one.
using ActorSet = std::uint64_t;

/// The most members that a set can have.
constexpr int kMaxParties = 64;

constexpr ActorSet only(int actor) {
  return ActorSet{1} << static_cast<unsigned>(actor);
}
/// The first `count` actors.
constexpr ActorSet first_actors(int count) {
  return count >= kMaxParties ? ~ActorSet{0} : only(count) - 1;
}
constexpr bool contains(ActorSet set, int actor) {
  return (set & only(actor)) != 0;
}
constexpr bool includes(ActorSet whole, ActorSet part) {
  return (part & ~whole) == 0;
}
constexpr int size_of(ActorSet set) {
  return std::popcount(set);
}
constexpr int first_of(ActorSet set) {
  return std::countr_zero(set);
}

/// The members in file order: `for (const int actor : Members(set))`.
class Members {
 public:
  constexpr explicit Members(ActorSet set) : set_(set) {}

  class Iterator {
   public:
    constexpr explicit Iterator(ActorSet rest) : rest_(rest) {}
    constexpr int operator*() const { return first_of(rest_); }
    constexpr Iterator& operator++() {
      rest_ &= rest_ - 1;
      return *this;
    }
    constexpr bool operator!=(const Iterator& other) const { return rest_ != other.rest_; }

   private:
    ActorSet rest_;
  };

  constexpr Iterator begin() const { return Iterator(set_); }
  constexpr Iterator end() const { return Iterator(0); }

 private:
  ActorSet set_;
};

}  // namespace detente
