#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detente/core/actor_set.hpp"

namespace detente {

/// One set of parties per package, in no more words than the parties need: 8 bytes a package up to
/// 64 parties.
class SetColumn {
 public:
  SetColumn() = default;
  /// All sets empty.
  SetColumn(std::size_t packages, int parties)
      : width_((parties + ActorSet::kWordBits - 1) / ActorSet::kWordBits),
        words_(packages * static_cast<std::size_t>(width_)) {}

  std::size_t size() const { return words_.size() / static_cast<std::size_t>(width_); }
  /// Words a set.
  int width() const { return width_; }

  ActorSet operator[](std::size_t package) const {
    if (width_ == 1) return words_[package];
    ActorSet set;
    for (int place = 0; place < width_; ++place) {
      set.word(place) = words_[package * static_cast<std::size_t>(width_) + place];
    }
    return set;
  }

  /// @pre  the members are among the parties of the column
  void add(std::size_t package, const ActorSet& members) {
    for (int place = 0; place < width_; ++place) {
      words_[package * static_cast<std::size_t>(width_) + place] |= members.word(place);
    }
  }

  /// The words of all sets, package by package.
  std::span<std::uint64_t> words() { return words_; }
  std::span<const std::uint64_t> words() const { return words_; }

 private:
  int width_ = 1;
  std::vector<std::uint64_t> words_{};
};

}  // namespace detente
