#include "detente/coalition/zone.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr int kFewParties = 5;         // 32 counters lie on the stack,
constexpr int kCacheParties = 16;      // 2^16 counters still fit the cache,
constexpr int kTableParties = 22;      // and up to here a larger table may beat sorting
constexpr std::size_t kBlock = 2'048;  // packages whose sets stay in the cache for all parties
constexpr int kAllBlocsParties = 20;
constexpr std::size_t kFrequent = 200;  // sets looked at with more parties than that

/// Adds up to 64 parties to the words of the packages from `from` on: one bit each.
void mark(std::span<const Judgement> parties, std::size_t from, std::span<std::uint64_t> words) {
  std::size_t party = 0;
  // two at a time, so that every word is read and written half as often
  for (; party + 1 < parties.size(); party += 2) {
    const double* const one = parties[party].utility.data() + from;
    const double* const other = parties[party + 1].utility.data() + from;
    const double cut = parties[party].threshold - kTolerance;
    const double other_cut = parties[party + 1].threshold - kTolerance;
    const std::uint64_t bit = std::uint64_t{1} << party;
    for (std::size_t package = 0; package < words.size(); ++package) {
      words[package] |=
          (one[package] >= cut ? bit : 0) | (other[package] >= other_cut ? bit << 1U : 0);
    }
  }
  if (party == parties.size()) return;
  const double* const utility = parties[party].utility.data() + from;
  const double cut = parties[party].threshold - kTolerance;
  const std::uint64_t bit = std::uint64_t{1} << party;
  for (std::size_t package = 0; package < words.size(); ++package) {
    words[package] |= utility[package] >= cut ? bit : 0;
  }
}

/// One word of the sets of a block where they have several: marked side by side, then spread.
void mark_word(std::span<const Judgement> parties, SetColumn& who, std::size_t from,
               std::size_t place) {
  std::array<std::uint64_t, kBlock> words{};
  const std::size_t count = std::min(kBlock, who.size() - from);
  mark(parties, from, std::span(words).first(count));
  const auto width = static_cast<std::size_t>(who.width());
  for (std::size_t package = 0; package < count; ++package) {
    who.words()[(from + package) * width + place] = words[package];
  }
}

void mark_block(std::span<const Judgement> parties, SetColumn& who, std::size_t from) {
  if (who.width() == 1) {
    const std::size_t count = std::min(kBlock, who.size() - from);
    return mark(parties, from, who.words().subspan(from, count));
  }
  for (std::size_t first = 0; first < parties.size(); first += ActorSet::kWordBits) {
    const std::size_t count = std::min<std::size_t>(ActorSet::kWordBits, parties.size() - first);
    mark_word(parties.subspan(first, count), who, from, first / ActorSet::kWordBits);
  }
}

std::vector<Occupied> count_in_table(std::span<const std::uint64_t> who, int parties) {
  const std::size_t sets = std::size_t{1} << static_cast<unsigned>(parties);
  // two tables, since neighbours mostly share their set and each increment waits for the one before
  std::vector<int> even(sets);
  std::vector<int> odd(sets);
  for (std::size_t package = 0; package + 1 < who.size(); package += 2) {
    ++even[who[package]];
    ++odd[who[package + 1]];
  }
  if (who.size() % 2 != 0) ++even[who.back()];
  std::vector<Occupied> occupied;
  for (std::size_t set = 1; set < sets; ++set) {
    const std::int64_t count = std::int64_t{even[set]} + odd[set];
    if (count > 0) occupied.push_back({set, count});
  }
  return occupied;
}

/// The same for few parties, with four tables that need no memory of their own.
std::vector<Occupied> count_few(std::span<const std::uint64_t> who) {
  constexpr std::size_t kTables = 4;
  constexpr std::size_t kSets = std::size_t{1} << kFewParties;
  std::array<std::array<std::int32_t, kSets>, kTables> tables{};
  std::size_t package = 0;
  for (; package + kTables <= who.size(); package += kTables) {
    for (std::size_t table = 0; table < kTables; ++table) ++tables[table][who[package + table]];
  }
  for (; package < who.size(); ++package) ++tables[0][who[package]];
  std::vector<Occupied> occupied;
  for (std::size_t set = 1; set < kSets; ++set) {
    std::int64_t count = 0;
    for (const auto& table : tables) count += table[set];
    if (count > 0) occupied.push_back({set, count});
  }
  return occupied;
}

template <typename Set>
std::vector<Occupied> count_by_sorting(std::vector<Set> order) {
  std::sort(order.begin(), order.end());
  std::vector<Occupied> occupied;
  for (const Set& set : order) {
    if (set == Set{}) continue;
    if (occupied.empty() || !(occupied.back().who == set)) occupied.push_back({set, 0});
    ++occupied.back().count;
  }
  return occupied;
}

std::vector<Occupied> count(const SetColumn& who, int parties) {
  const auto words = who.words();
  if (who.width() > 1) {
    std::vector<ActorSet> order(who.size());
    for (std::size_t package = 0; package < order.size(); ++package) order[package] = who[package];
    return count_by_sorting(std::move(order));
  }
  if (parties <= kFewParties) return count_few(words);
  const bool many = parties <= kTableParties && 4 * who.size() >= std::size_t{1} << parties;
  if (parties <= kCacheParties || many) return count_in_table(words, parties);
  return count_by_sorting(std::vector<std::uint64_t>(words.begin(), words.end()));
}

/// The sets that stand behind most packages, by increasing set.
std::vector<Occupied> most_frequent(std::vector<Occupied> occupied) {
  const auto by_count = [](const Occupied& left, const Occupied& right) {
    return left.count != right.count ? left.count > right.count : left.who < right.who;
  };
  const auto kept = occupied.begin() + kFrequent;
  std::partial_sort(occupied.begin(), kept, occupied.end(), by_count);
  occupied.erase(kept, occupied.end());
  std::sort(occupied.begin(), occupied.end(),
            [](const Occupied& left, const Occupied& right) { return left.who < right.who; });
  return occupied;
}

std::vector<ActorSet> maximal_among(std::span<const Occupied> occupied) {
  std::vector<ActorSet> maximal;
  for (const Occupied& candidate : occupied) {
    const bool inside_other =
        std::any_of(occupied.begin(), occupied.end(), [&](const Occupied& other) {
          return !(other.who == candidate.who) && includes(other.who, candidate.who);
        });
    if (!inside_other) maximal.push_back(candidate.who);
  }
  return maximal;
}

}  // namespace

Acceptance acceptance(std::span<const Judgement> parties) {
  expects(!parties.empty() && parties.size() <= kMaxParties, "acceptance: 1 to 256 parties");
  Acceptance result{.parties = static_cast<int>(parties.size())};
  result.who = SetColumn(parties.front().utility.size(), result.parties);
  for (std::size_t from = 0; from < result.who.size(); from += kBlock) {
    mark_block(parties, result.who, from);
  }
  result.occupied = count(result.who, result.parties);
  return result;
}

void also_accepted(Acceptance& acceptance, int package, ActorSet by) {
  if (includes(acceptance.who[package], by)) return;
  acceptance.who.add(package, by);
  acceptance.occupied = count(acceptance.who, acceptance.parties);
}

std::vector<std::int64_t> zone_sizes(const Acceptance& acceptance, int parties) {
  expects(0 < parties && parties <= 20, "zone_sizes: 1 to 20 parties");
  std::vector<std::int64_t> sizes(std::size_t{1} << static_cast<unsigned>(parties));
  for (const Occupied& occupied : acceptance.occupied) {
    sizes[occupied.who.word(0)] = occupied.count;
  }
  for (std::size_t bit = 1; bit < sizes.size(); bit *= 2) {
    for (std::size_t from = 0; from < sizes.size(); from += 2 * bit) {
      for (std::size_t set = from; set < from + bit; ++set) sizes[set] += sizes[set + bit];
    }
  }
  return sizes;
}

std::int64_t zone_size(const Acceptance& acceptance, const Rule& rule) {
  std::int64_t size = 0;
  for (const Occupied& occupied : acceptance.occupied) {
    if (wins(rule, occupied.who)) size += occupied.count;
  }
  return size;
}

bool is_truncated(const Acceptance& acceptance) {
  return acceptance.parties > kAllBlocsParties && acceptance.occupied.size() > kFrequent;
}

std::vector<ActorSet> maximal_blocs(const Acceptance& acceptance) {
  if (is_truncated(acceptance)) return maximal_among(most_frequent(acceptance.occupied));
  return maximal_among(acceptance.occupied);
}

ActorSet largest_bloc(const Acceptance& acceptance) {
  ActorSet largest = 0;
  for (const Occupied& occupied : acceptance.occupied) {
    if (size_of(occupied.who) > size_of(largest)) largest = occupied.who;
  }
  return largest;
}

}  // namespace detente
