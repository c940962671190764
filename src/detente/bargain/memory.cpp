#include "detente/bargain/memory.hpp"

namespace detente {
namespace {

constexpr unsigned kWord = 64;

std::uint64_t bit_of(int package) {
  return std::uint64_t{1} << (static_cast<unsigned>(package) % kWord);
}

std::size_t word_of(int package) {
  return static_cast<unsigned>(package) / kWord;
}

}  // namespace

bool PackageSet::insert(int package) {
  const std::size_t word = word_of(package);
  if (word >= bits_.size()) bits_.resize(word + 1, 0);
  if ((bits_[word] & bit_of(package)) != 0) return false;
  bits_[word] |= bit_of(package);
  ++size_;
  return true;
}

bool PackageSet::contains(int package) const {
  const std::size_t word = word_of(package);
  return word < bits_.size() && (bits_[word] & bit_of(package)) != 0;
}

}  // namespace detente
