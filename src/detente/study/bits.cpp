#include "detente/study/bits.hpp"

namespace detente {
namespace {

constexpr int kGroup = 3;  // bits of a number that stand together

/// How many bits tell so many things apart.
int bits_for(std::size_t choices) {
  int bits = 0;
  while ((std::size_t{1} << static_cast<unsigned>(bits)) < choices) ++bits;
  return bits;
}

}  // namespace

void BitWriter::put(std::uint64_t value, int count) {
  for (int bit = count; bit-- > 0;)
    bits_.push_back(((value >> static_cast<unsigned>(bit)) & 1U) != 0);
}

void BitWriter::put_number(std::uint64_t value) {
  while (value >= (1U << kGroup)) {
    put_flag(true);
    put(value & ((1U << kGroup) - 1U), kGroup);
    value >>= kGroup;
  }
  put_flag(false);
  put(value, kGroup);
}

void BitWriter::put_choice(std::size_t index, std::size_t choices) {
  put(index, bits_for(choices));
}

std::uint64_t BitReader::take(int count) {
  if (left() < static_cast<std::size_t>(count)) failed_ = true;
  if (failed_) return 0;
  std::uint64_t value = 0;
  for (int bit = 0; bit < count; ++bit) value = value * 2 + ((*bits_)[next_++] ? 1U : 0U);
  return value;
}

std::uint64_t BitReader::take_number() {
  std::uint64_t value = 0;
  int shift = 0;
  bool more = true;
  while (more && !failed_) {
    more = take_flag();
    const std::uint64_t part = take(kGroup);
    if (shift >= 64 || (shift == 63 && part > 1)) {
      failed_ = true;
      return 0;
    }
    value |= part << static_cast<unsigned>(shift);
    shift += kGroup;
  }
  return failed_ ? 0 : value;
}

std::size_t BitReader::take_choice(std::size_t choices) {
  const std::uint64_t index = take(bits_for(choices));
  if (index < choices) return static_cast<std::size_t>(index);
  failed_ = true;
  return 0;
}

}  // namespace detente
