#include "detente/bargain/order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kLanes = 4;
constexpr std::uint32_t kFew = 32;    // so few are sorted plainly
constexpr std::uint32_t kCrowd = 24;  // more in one bucket are sorted on their own
constexpr std::uint32_t kMostBuckets = 1U << 20U;

struct Span {
  double least = kInfinity;
  double most = -kInfinity;
};

/// The least and the most, in lanes side by side so that no comparison waits for the one before.
Span span_of(std::span<const double> utility) {
  std::array<Span, kLanes> lanes;
  std::size_t package = 0;
  for (; package + kLanes <= utility.size(); package += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const double worth = utility[package + lane];
      lanes[lane].least = worth < lanes[lane].least ? worth : lanes[lane].least;
      lanes[lane].most = worth > lanes[lane].most ? worth : lanes[lane].most;
    }
  }
  Span all;
  for (; package < utility.size(); ++package) {
    all.least = std::min(all.least, utility[package]);
    all.most = std::max(all.most, utility[package]);
  }
  for (const Span& lane : lanes) {
    all.least = std::min(all.least, lane.least);
    all.most = std::max(all.most, lane.most);
  }
  return all;
}

/// Of every package the bucket that it falls into: rises with its utility.
std::unique_ptr<std::int32_t[]> buckets_of(std::span<const double> utility, double least,
                                           double scale) {
  auto buckets = std::make_unique_for_overwrite<std::int32_t[]>(utility.size());
  for (std::size_t package = 0; package < utility.size(); ++package) {
    buckets[package] = static_cast<std::int32_t>((utility[package] - least) * scale);
  }
  return buckets;
}

}  // namespace

Order::Order(std::span<const double> utility) {
  if (std::find(utility.begin(), utility.end(), -kInfinity) == utility.end()) {
    deal_out(utility);
    return;
  }
  std::vector<double> allowed;
  std::vector<int> packages;
  for (std::size_t package = 0; package < utility.size(); ++package) {
    if (utility[package] == -kInfinity) continue;
    allowed.push_back(utility[package]);
    packages.push_back(static_cast<int>(package));
  }
  deal_out(allowed);
  for (int place = 0; place < size_; ++place) {
    items_[place].package = packages[items_[place].package];
  }
}

void Order::deal_out(std::span<const double> utility) {
  size_ = static_cast<int>(utility.size());
  items_ = std::make_unique_for_overwrite<Item[]>(utility.size());
  const auto [least, most] = span_of(utility);
  const std::uint32_t count = std::min(kMostBuckets, std::bit_ceil(std::uint32_t(size_)));
  const double scale = (count - 1) / (most - least);
  const bool spread = most > least && scale < std::numeric_limits<double>::max();
  if (!spread || count <= kFew) {
    for (int package = 0; package < size_; ++package) items_[package] = {utility[package], package};
    std::sort(items_.get(), items_.get() + size_);
    return;
  }
  const auto bucket_of = buckets_of(utility, least, scale);
  std::vector<std::uint32_t> next(count, 0);  // of every bucket: where its next package goes
  for (int package = 0; package < size_; ++package) ++next[bucket_of[package]];
  std::uint32_t dealt = 0;
  std::uint32_t fullest = 0;
  for (std::uint32_t& bucket : next) {
    fullest = std::max(fullest, bucket);
    dealt += std::exchange(bucket, dealt);
  }
  for (int package = 0; package < size_; ++package) {
    items_[next[bucket_of[package]]++] = {utility[package], package};
  }
  std::uint32_t from = 0;
  for (std::uint32_t bucket = 0; fullest > kCrowd && bucket < count; from = next[bucket++]) {
    if (next[bucket] - from <= kCrowd) continue;
    std::sort(items_.get() + from, items_.get() + next[bucket]);
  }
  insert_in_order();
}

void Order::insert_in_order() {
  for (int next = 1; next < size_; ++next) {
    // packages were dealt out in file order, so equals stand as they should
    if (!(items_[next].worth < items_[next - 1].worth)) continue;
    const Item item = items_[next];
    int place = next;
    for (; place > 0 && item < items_[place - 1]; --place) items_[place] = items_[place - 1];
    items_[place] = item;
  }
}

int Order::at_least(double target) const {
  const auto* const found = std::partition_point(
      items_.get(), items_.get() + size_, [&](const Item& item) { return item.worth < target; });
  return static_cast<int>(found - items_.get());
}

int Order::from_top(int rank) const {
  expects(0 <= rank && rank < size_, "Order::from_top: a rank of the order");
  const int place = size_ - 1 - rank;
  // among equals the first package ranks first
  const double same = worth(place);
  const int first = at_least(same, place);
  int last = place;
  while (last + 1 < size_ && worth(last + 1) == same) ++last;
  return package(first + (last - place));
}

}  // namespace detente
