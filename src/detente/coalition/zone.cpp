#include "detente/coalition/zone.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr int kTableParties = 16;      // 2^16 counters still fit the cache
constexpr std::size_t kBlock = 2'048;  // packages whose sets stay in the cache for all parties
constexpr int kAllSizesParties = 8;
constexpr int kScreenSize = 4;      // of the sets looked for above that,
constexpr int kScreenParties = 20;  // and up to here; beyond, only single parties

void mark_block(std::span<const Judgement> parties, std::span<ActorSet> who, std::size_t from) {
  const std::size_t to = std::min(from + kBlock, who.size());
  for (std::size_t party = 0; party < parties.size(); ++party) {
    const double* const utility = parties[party].utility.data();
    const double cut = parties[party].threshold - kTolerance;
    const ActorSet bit = only(static_cast<int>(party));
    for (std::size_t package = from; package < to; ++package) {
      who[package] |= utility[package] >= cut ? bit : 0;
    }
  }
}

std::vector<Occupied> count_in_table(std::span<const ActorSet> who, ActorSet all) {
  // two tables, since neighbours mostly share their set and each increment waits for the one before
  std::vector<int> even(all + 1);
  std::vector<int> odd(all + 1);
  for (std::size_t package = 0; package + 1 < who.size(); package += 2) {
    ++even[who[package]];
    ++odd[who[package + 1]];
  }
  if (who.size() % 2 != 0) ++even[who.back()];
  std::vector<Occupied> occupied;
  for (ActorSet set = 1; set <= all; ++set) {
    const std::int64_t count = std::int64_t{even[set]} + odd[set];
    if (count > 0) occupied.push_back({set, count});
  }
  return occupied;
}

std::vector<Occupied> count_by_sorting(std::span<const ActorSet> who) {
  std::vector<ActorSet> order(who.begin(), who.end());
  std::sort(order.begin(), order.end());
  std::vector<Occupied> occupied;
  for (const ActorSet set : order) {
    if (set == 0) continue;
    if (occupied.empty() || occupied.back().who != set) occupied.push_back({set, 0});
    ++occupied.back().count;
  }
  return occupied;
}

std::vector<Occupied> count(std::span<const ActorSet> who) {
  ActorSet all = 0;
  for (const ActorSet set : who) all |= set;
  return all < only(kTableParties) ? count_in_table(who, all) : count_by_sorting(who);
}

/// Calls `visit` with every subset of `table` that has `size` members, by increasing mask.
template <typename Visit>
void for_each_subset(ActorSet table, int size, Visit visit) {
  if (size > size_of(table)) return;
  std::vector<int> members;
  for (const int party : Members(table)) members.push_back(party);
  std::vector<int> chosen(size);
  for (int place = 0; place < size; ++place) chosen[place] = place;
  // colexicographic order of places = increasing order of masks
  while (true) {
    ActorSet set = 0;
    for (const int place : chosen) set |= only(members[place]);
    visit(set);
    int move = 0;
    const auto last = static_cast<int>(members.size());
    while (move < size) {
      const int limit = move + 1 < size ? chosen[move + 1] : last;
      if (chosen[move] + 1 < limit) break;
      ++move;
    }
    if (move == size) return;
    ++chosen[move];
    for (int place = 0; place < move; ++place) chosen[place] = place;
  }
}

/// What it takes the parties of `who` to make a package agreed; infinity where it still does not
/// win.
class Gap {
 public:
  Gap(const Acceptance& acceptance, const Rule& rule, std::span<const Judgement> parties,
      ActorSet who)
      : acceptance_(&acceptance), rule_(&rule), parties_(parties), who_(who) {}

  double operator()(std::size_t package) {
    const ActorSet with = acceptance_->who[package] | who_;
    if (with != known_) {  // neighbours mostly share their set
      known_ = with;
      known_wins_ = wins(*rule_, with);
    }
    if (!known_wins_) return std::numeric_limits<double>::infinity();
    double most = 0.0;
    for (const int party : Members(who_)) {
      most = std::max(most, parties_[party].threshold - parties_[party].utility[package]);
    }
    return most;
  }

 private:
  const Acceptance* acceptance_;
  const Rule* rule_;
  std::span<const Judgement> parties_;
  ActorSet who_;
  ActorSet known_ = 0;
  bool known_wins_ = false;
};

BlockingSet measure(const Acceptance& acceptance, Gap gap, ActorSet who) {
  BlockingSet blocking{who, std::numeric_limits<double>::infinity(), -1};
  const std::size_t packages = acceptance.who.size();
  for (std::size_t package = 0; package < packages; ++package) {
    blocking.shortfall = std::min(blocking.shortfall, gap(package));
  }
  if (std::isinf(blocking.shortfall)) return blocking;  // red lines stand in the way everywhere
  for (std::size_t package = 0; package < packages && blocking.package < 0; ++package) {
    if (gap(package) <= blocking.shortfall + kTolerance) {
      blocking.package = static_cast<int>(package);
    }
  }
  return blocking;
}

/// Whether some package would be agreed if the parties of `who` consented to everything.
bool opens(const Acceptance& acceptance, const Rule& rule, ActorSet who) {
  if (wins(rule, who)) return true;
  return std::any_of(acceptance.occupied.begin(), acceptance.occupied.end(),
                     [&](const Occupied& occupied) { return wins(rule, occupied.who | who); });
}

}  // namespace

Acceptance acceptance(std::span<const Judgement> parties) {
  expects(!parties.empty() && parties.size() <= kMaxParties, "acceptance: 1 to 64 parties");
  Acceptance result;
  result.who.assign(parties.front().utility.size(), 0);
  for (std::size_t from = 0; from < result.who.size(); from += kBlock) {
    mark_block(parties, result.who, from);
  }
  result.occupied = count(result.who);
  return result;
}

void also_accepted(Acceptance& acceptance, int package, ActorSet by) {
  ActorSet& who = acceptance.who[package];
  if (includes(who, by)) return;
  who |= by;
  acceptance.occupied = count(acceptance.who);
}

std::vector<std::int64_t> zone_sizes(const Acceptance& acceptance, int parties) {
  expects(0 < parties && parties <= 20, "zone_sizes: 1 to 20 parties");
  std::vector<std::int64_t> sizes(std::size_t{1} << static_cast<unsigned>(parties));
  for (const Occupied& occupied : acceptance.occupied) sizes[occupied.who] = occupied.count;
  for (int party = 0; party < parties; ++party) {
    const std::size_t bit = only(party);
    for (std::size_t set = 0; set < sizes.size(); ++set) {
      if ((set & bit) == 0) sizes[set] += sizes[set | bit];
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

std::vector<ActorSet> maximal_blocs(const Acceptance& acceptance) {
  std::vector<ActorSet> blocs;
  for (const Occupied& candidate : acceptance.occupied) {
    const bool maximal = std::none_of(
        acceptance.occupied.begin(), acceptance.occupied.end(), [&](const auto& other) {
          return other.who != candidate.who && includes(other.who, candidate.who);
        });
    if (maximal) blocs.push_back(candidate.who);
  }
  return blocs;
}

ActorSet largest_bloc(const Acceptance& acceptance) {
  ActorSet largest = 0;
  for (const Occupied& occupied : acceptance.occupied) {
    if (size_of(occupied.who) > size_of(largest)) largest = occupied.who;
  }
  return largest;
}

namespace {

/// How large the blocking sets are that are looked for: their number explodes with the parties.
int largest_blocking_set(int parties) {
  if (parties <= kAllSizesParties) return parties;
  return parties <= kScreenParties ? kScreenSize : 1;
}

}  // namespace

std::vector<BlockingSet> blocking_sets(const Acceptance& acceptance, const Rule& rule,
                                       std::span<const Judgement> parties, ActorSet table) {
  std::vector<BlockingSet> found;
  if (opens(acceptance, rule, 0)) return found;
  const auto look_at = [&](ActorSet who) {
    const bool minimal = std::none_of(found.begin(), found.end(), [&](const BlockingSet& smaller) {
      return includes(who, smaller.who);
    });
    if (minimal && opens(acceptance, rule, who)) {
      found.push_back(measure(acceptance, Gap(acceptance, rule, parties, who), who));
    }
  };
  const int largest = largest_blocking_set(size_of(table));
  for (int size = 1; size <= largest; ++size) for_each_subset(table, size, look_at);
  return found;
}

}  // namespace detente
