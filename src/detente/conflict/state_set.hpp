#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace detente {

/// A state's place in every array of a conflict: its code in option form, its number from 0 in
/// graph form.
using StateIndex = std::uint32_t;

/// A set of places, one bit each.
class StateSet {
 public:
  StateSet() = default;
  /// Empty, with room for that many places.
  explicit StateSet(std::size_t places) : places_(places), words_((places + 63) / 64) {}

  std::size_t places() const { return places_; }
  bool contains(StateIndex state) const { return (words_[state >> 6] >> (state & 63U) & 1U) != 0; }
  void add(StateIndex state) { words_[state >> 6] |= std::uint64_t{1} << (state & 63U); }
  void remove(StateIndex state) { words_[state >> 6] &= ~(std::uint64_t{1} << (state & 63U)); }

  std::size_t count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }
  bool empty() const { return count() == 0; }

  /// Only what both contain. @pre  as many places
  StateSet& operator&=(const StateSet& other) {
    for (std::size_t word = 0; word < words_.size(); ++word) words_[word] &= other.words_[word];
    return *this;
  }
  StateSet& operator|=(const StateSet& other) {
    for (std::size_t word = 0; word < words_.size(); ++word) words_[word] |= other.words_[word];
    return *this;
  }
  bool operator==(const StateSet& other) const = default;

  /// 64 places a word, the first in the lowest bit; bits past the end are 0.
  std::span<std::uint64_t> words() { return words_; }
  std::span<const std::uint64_t> words() const { return words_; }

 private:
  std::size_t places_ = 0;
  std::vector<std::uint64_t> words_{};
};

/// Calls visit(state) for every member, in ascending order.
template <typename Visit>
void each_state(const StateSet& set, const Visit& visit) {
  const auto words = set.words();
  for (std::size_t index = 0; index < words.size(); ++index) {
    for (std::uint64_t rest = words[index]; rest != 0; rest &= rest - 1) {
      visit(static_cast<StateIndex>(index * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }
  }
}

/// The members in ascending order.
inline std::vector<StateIndex> members_of(const StateSet& set) {
  std::vector<StateIndex> places;
  places.reserve(set.count());
  each_state(set, [&](StateIndex state) { places.push_back(state); });
  return places;
}

}  // namespace detente
