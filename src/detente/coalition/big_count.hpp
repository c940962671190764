#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace detente {

/// A whole number of any length.
using BigCount = boost::multiprecision::cpp_int;

/// The double nearest to part / whole (ties to even), 0 if both are 0.
/// @pre  0 <= part, 0 <= whole, and whole = 0 only where part = 0
double ratio(const BigCount& part, const BigCount& whole);

/// From words of 64 bits, the lowest first.
BigCount from_words(std::span<const std::uint64_t> words);

/// In decimal.
std::string text_of(const BigCount& count);

/// 0!, 1!, ..., most!
std::vector<BigCount> factorials(int most);

/// How many subsets of each size `players` have, by size.
std::vector<BigCount> subsets_by_size(int players);

/// How many words of 64 bits hold the number.
std::size_t words_for(const BigCount& count);

}  // namespace detente
