#pragma once

#include <array>
#include <cstdint>

namespace detente {

/// A whole number of 256 bits, as a set of the places of its ones.
class WideBits {
 public:
  static constexpr int kWordBits = 64;
  static constexpr int kWords = 4;

  constexpr WideBits() = default;
  /// So that small sets read like numbers: 0, 0b101.
  constexpr WideBits(std::uint64_t mask) : words_{mask} {}  // NOLINT(google-explicit-constructor)

  /// Places 0 to 63, 64 to 127, ...
  constexpr std::uint64_t word(int place) const { return words_[place]; }
  constexpr std::uint64_t& word(int place) { return words_[place]; }

  constexpr WideBits& operator|=(const WideBits& other) {
    for (int place = 0; place < kWords; ++place) words_[place] |= other.words_[place];
    return *this;
  }
  constexpr WideBits& operator&=(const WideBits& other) {
    for (int place = 0; place < kWords; ++place) words_[place] &= other.words_[place];
    return *this;
  }
  constexpr WideBits operator~() const {
    WideBits others;
    for (int place = 0; place < kWords; ++place) others.words_[place] = ~words_[place];
    return others;
  }
  friend constexpr WideBits operator|(WideBits left, const WideBits& right) {
    return left |= right;
  }
  friend constexpr WideBits operator&(WideBits left, const WideBits& right) {
    return left &= right;
  }
  friend constexpr bool operator==(const WideBits& left, const WideBits& right) {
    std::uint64_t apart = 0;
    for (int place = 0; place < kWords; ++place) apart |= left.words_[place] ^ right.words_[place];
    return apart == 0;
  }
  friend constexpr bool operator<(const WideBits& left, const WideBits& right) {
    int place = kWords - 1;
    while (place > 0 && left.words_[place] == right.words_[place]) --place;
    return left.words_[place] < right.words_[place];
  }

 private:
  std::array<std::uint64_t, kWords> words_{};
};

}  // namespace detente
