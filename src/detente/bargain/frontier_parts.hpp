#pragma once

// Private to frontier.cpp and its parts.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "detente/bargain/frontier.hpp"

namespace detente::detail {

/// Numbers that lie closer than this are not told apart by level: the quotient would overflow.
constexpr double kLeastSpread = 1e-200;

/// Puts utilities into numbered levels: a larger utility is never in a lower level.
class Levels {
 public:
  Levels(std::span<const double> column, std::span<const int> packages, int levels)
      : least_(std::numeric_limits<double>::infinity()) {
    double most = -least_;
    for (const int package : packages) {
      least_ = std::min(least_, column[package]);
      most = std::max(most, column[package]);
    }
    // every step is monotone in floating point too
    if (most - least_ > kLeastSpread) scale_ = (levels - 1) / (most - least_);
  }

  int of(double utility) const { return static_cast<int>((utility - least_) * scale_); }

 private:
  double least_;
  double scale_ = 0.0;
};

/// Sorts by falling `key`, and as `before` says among equal keys: dealt out into buckets first, so
/// that the cost is near linear where keys are spread.
/// @param before  a strict order in which a larger key comes first.
template <typename Entry, typename Key, typename Before>
void sort_falling(std::vector<Entry>& entries, Key key, Before before) {
  constexpr std::size_t kFew = 4096;
  constexpr double kPerBucket = 8.0;
  const auto [last, first] = std::minmax_element(
      entries.begin(), entries.end(),
      [&](const Entry& one, const Entry& other) { return key(one) < key(other); });
  if (entries.size() < kFew || key(*first) - key(*last) <= kLeastSpread) {
    std::sort(entries.begin(), entries.end(), before);
    return;
  }
  const double most = key(*first);
  const double scale = static_cast<double>(entries.size()) / kPerBucket / (most - key(*last));
  const auto bucket_of = [&](const Entry& entry) {
    return static_cast<std::size_t>((most - key(entry)) * scale);
  };
  const std::size_t buckets = bucket_of(*last) + 1;
  std::vector<std::size_t> starts(buckets + 1, 0);
  for (const Entry& entry : entries) ++starts[bucket_of(entry) + 1];
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) starts[bucket + 1] += starts[bucket];
  std::vector<Entry> dealt(entries.size());
  std::vector<std::size_t> next = starts;
  for (const Entry& entry : entries) dealt[next[bucket_of(entry)]++] = entry;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    const auto begin = dealt.begin();
    std::sort(begin + static_cast<std::ptrdiff_t>(starts[bucket]),
              begin + static_cast<std::ptrdiff_t>(starts[bucket + 1]), before);
  }
  entries.swap(dealt);
}

/// The frontier of two or three columns, in any order.
std::vector<int> frontier_by_sweep(UtilityColumns utilities, std::span<const int> packages);

/// The frontier of any number of columns, in any order.
std::vector<int> frontier_by_list(UtilityColumns utilities, std::span<const int> packages);

}  // namespace detente::detail
