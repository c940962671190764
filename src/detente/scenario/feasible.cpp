#include "detente/scenario/feasible.hpp"

#include <algorithm>

namespace detente {
namespace {

constexpr unsigned kWordOptions = 6;  // options that differ within a word of 64 codes

/// The codes 0 to 63 that fit the part of a pattern about the first six options.
std::uint64_t codes_within(const StatePattern& pattern) {
  constexpr std::uint32_t kPart = 63;
  std::uint64_t codes = 0;
  for (std::uint32_t code = 0; code <= kPart; ++code) {
    if ((code & pattern.mask & kPart) == (pattern.value & kPart)) codes |= std::uint64_t{1} << code;
  }
  return codes;
}

}  // namespace

bool is_feasible(const ConflictSection& section, std::uint32_t code) {
  return std::none_of(
      section.infeasible.begin(), section.infeasible.end(),
      [&](const StatePattern& pattern) { return (code & pattern.mask) == pattern.value; });
}

std::vector<std::uint64_t> feasible_codes(const ConflictSection& section) {
  const std::size_t options = section.options.size();
  const std::uint64_t all = ~std::uint64_t{0};
  if (options < kWordOptions) {
    std::uint64_t word = (std::uint64_t{1} << (1U << options)) - 1;
    for (const StatePattern& pattern : section.infeasible) word &= ~codes_within(pattern);
    return {word};
  }
  std::vector<std::uint64_t> words(std::size_t{1} << (options - kWordOptions), all);
  const auto last = static_cast<std::uint32_t>(words.size() - 1);
  for (const StatePattern& pattern : section.infeasible) {
    const std::uint64_t kept = ~codes_within(pattern);
    const std::uint32_t fixed = pattern.value >> kWordOptions;
    const std::uint32_t free = last & ~(pattern.mask >> kWordOptions);
    // only the words that the pattern touches, by the subsets of what it leaves open
    std::uint32_t open = 0;
    do {
      words[fixed | open] &= kept;
      open = (open - free) & free;
    } while (open != 0);
  }
  return words;
}

}  // namespace detente
