#include "detente/coalition/big_count.hpp"

#include <cmath>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr int kSignificand = 53;
constexpr int kQuotientBits = 66;  // enough for the significand, a bit to round, and a rest
constexpr int kWordBits = 64;

int bits_of(const BigCount& count) {
  return static_cast<int>(boost::multiprecision::msb(count)) + 1;
}

BigCount shifted(const BigCount& count, int by) {
  return by > 0 ? BigCount(count << static_cast<unsigned>(by)) : count;
}

}  // namespace

double ratio(const BigCount& part, const BigCount& whole) {
  expects(part >= 0 && whole >= 0 && (whole > 0 || part == 0), "ratio: a share of something");
  if (part == 0) return 0.0;
  const int shift = kQuotientBits - (bits_of(part) - bits_of(whole));
  BigCount quotient;
  BigCount rest;
  boost::multiprecision::divide_qr(shifted(part, shift), shifted(whole, -shift), quotient, rest);
  const int dropped = bits_of(quotient) - kSignificand;
  BigCount kept = quotient >> static_cast<unsigned>(dropped);
  const BigCount below = quotient - (kept << static_cast<unsigned>(dropped));
  const BigCount half = BigCount(1) << static_cast<unsigned>(dropped - 1);
  const bool above_half = below > half || (below == half && rest > 0);
  if (above_half || (below == half && (kept & 1) == 1)) ++kept;
  return std::ldexp(static_cast<double>(static_cast<std::uint64_t>(kept)), dropped - shift);
}

BigCount from_words(std::span<const std::uint64_t> words) {
  BigCount count = 0;
  for (std::size_t place = words.size(); place > 0; --place) {
    count <<= kWordBits;
    count |= words[place - 1];
  }
  return count;
}

std::string text_of(const BigCount& count) {
  return count.str();
}

std::vector<BigCount> factorials(int most) {
  std::vector<BigCount> found{1};
  for (int number = 1; number <= most; ++number) {
    found.emplace_back(found.back() * number);
  }
  return found;
}

std::vector<BigCount> subsets_by_size(int players) {
  std::vector<BigCount> found{1};
  for (int size = 1; size <= players; ++size) {
    found.emplace_back(found.back() * (players - size + 1) / size);
  }
  return found;
}

std::size_t words_for(const BigCount& count) {
  return count == 0 ? 1 : static_cast<std::size_t>((bits_of(count) - 1) / kWordBits) + 1;
}

}  // namespace detente
