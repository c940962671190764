#include "detente/study/code_letters.hpp"

#include <algorithm>
#include <cstdint>

namespace detente {
namespace {

constexpr std::string_view kLetters =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr unsigned kBase = 62;
/// The largest prime below 62 * 62: every weight but 0 then tells all 62 letters apart.
constexpr unsigned kPrime = 3833;
constexpr std::size_t kCheckDigits = 2;
constexpr std::size_t kMostLetters = 4096;

using Digits = std::vector<unsigned>;

/// A sum in which each place weighs another amount.
unsigned check_sum(const Digits& digits) {
  unsigned sum = 0;
  unsigned weight = 1;
  for (const unsigned digit : digits) {
    weight = weight * 3 % kPrime;
    sum = (sum + weight * digit) % kPrime;
  }
  return sum;
}

/// The number that the bits are, behind a leading 1 that keeps their zeros.
Digits digits_of(const std::vector<bool>& bits) {
  Digits digits{1};  // lowest first
  for (const bool bit : bits) {
    unsigned carry = bit ? 1 : 0;
    for (unsigned& digit : digits) {
      const unsigned doubled = digit * 2 + carry;
      digit = doubled % kBase;
      carry = doubled / kBase;
    }
    if (carry > 0) digits.push_back(carry);
  }
  return digits;
}

/// The bits of a number behind its leading 1; nothing for 0.
std::optional<std::vector<bool>> bits_of(Digits digits) {
  std::vector<bool> bits;
  while (!digits.empty()) {
    unsigned rest = 0;
    for (std::size_t place = digits.size(); place-- > 0;) {
      const unsigned whole = rest * kBase + digits[place];
      digits[place] = whole / 2;
      rest = whole % 2;
    }
    bits.push_back(rest == 1);
    while (!digits.empty() && digits.back() == 0) digits.pop_back();
  }
  if (bits.empty()) return {};
  bits.pop_back();
  std::reverse(bits.begin(), bits.end());
  return bits;
}

}  // namespace

std::string to_letters(const std::vector<bool>& bits) {
  Digits digits = digits_of(bits);
  const unsigned sum = check_sum(digits);
  digits.push_back(sum / kBase);
  digits.push_back(sum % kBase);
  std::string letters;
  for (const unsigned digit : digits) letters += kLetters[digit];
  return letters;
}

std::optional<std::vector<bool>> from_letters(std::string_view letters) {
  if (letters.size() <= kCheckDigits || letters.size() > kMostLetters) return {};
  Digits digits;
  for (const char letter : letters) {
    digits.push_back(static_cast<unsigned>(kLetters.find(letter)));
  }
  const unsigned low = digits.back();
  digits.pop_back();
  const unsigned high = digits.back();
  digits.pop_back();
  if (digits.back() == 0 || high * kBase + low != check_sum(digits)) return {};
  return bits_of(std::move(digits));
}

bool are_letters(std::string_view text) {
  return text.find_first_not_of(kLetters) == std::string_view::npos;
}

}  // namespace detente
