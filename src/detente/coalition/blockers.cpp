#include "detente/coalition/blockers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace detente {
namespace {

constexpr int kAllSizesParties = 8;
constexpr int kScreenSize = 4;      // of the sets looked for above that,
constexpr int kScreenParties = 20;  // and up to here; beyond, only single parties

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

/// How large the blocking sets are that are looked for: their number explodes with the parties.
int largest_blocking_set(int parties) {
  return parties <= kAllSizesParties ? parties : kScreenSize;
}

/// Single parties whose consent would open the zone, among many: sums of power are taken once a
/// set and compared with a margin, and only what lies within it is summed again.
class SingleBlockers {
 public:
  SingleBlockers(const Acceptance& acceptance, const Rule& rule, std::span<const Judgement> parties,
                 const ActorSet& table)
      : acceptance_(&acceptance), rule_(&rule), parties_(parties), table_(table) {
    const double all = power_of(rule, first_actors(rule.parties()));
    needed_ = rule.quorum * all;
    margin_ = 1e-9 * all;
  }

  std::vector<BlockingSet> find() {
    for (const Occupied& occupied : acceptance_->occupied) note(occupied.who);
    note({});
    std::vector<BlockingSet> found;
    if (opening_ == 0) return found;
    for (const int party : Members(opening_)) {
      found.push_back({only(party), std::numeric_limits<double>::infinity(), -1});
    }
    for_each_gap([](BlockingSet& set, double gap,
                    int /*package*/) { set.shortfall = std::min(set.shortfall, gap); },
                 found);
    for_each_gap(
        [](BlockingSet& set, double gap, int package) {
          if (set.package < 0 && std::isfinite(gap) && gap <= set.shortfall + kTolerance) {
            set.package = package;
          }
        },
        found);
    return found;
  }

 private:
  /// The parties of `within` that alone may be lacking beside `who`.
  ActorSet candidates(const ActorSet& who, const ActorSet& within) const {
    const ActorSet missing = rule_->required & ~who;
    const int count = size_of(missing);
    if (count > 1) return 0;
    return count == 1 ? missing & within : within & ~who;
  }

  bool wins_with(const ActorSet& who, double power, int party) const {
    const double with = power + rule_->power[party];
    if (with < needed_ - margin_) return false;
    return with > needed_ + margin_ || wins(*rule_, who | only(party));
  }

  void note(const ActorSet& who) {
    const double power = power_of(*rule_, who);
    for (const int party : Members(candidates(who, table_ & ~opening_))) {
      if (wins_with(who, power, party)) opening_ |= only(party);
    }
  }

  template <typename Visit>
  void for_each_gap(Visit visit, std::vector<BlockingSet>& found) const {
    const auto packages = static_cast<int>(acceptance_->who.size());
    for (int package = 0; package < packages; ++package) {
      const ActorSet who = acceptance_->who[package];
      const double power = power_of(*rule_, who);
      const ActorSet wanted = candidates(who, opening_);
      if (wanted == 0) continue;
      for (BlockingSet& set : found) {
        const int party = first_of(set.who);
        if (!contains(wanted, party) || !wins_with(who, power, party)) continue;
        const double gap = parties_[party].threshold - parties_[party].utility[package];
        visit(set, std::max(0.0, gap), package);
      }
    }
  }

  const Acceptance* acceptance_;
  const Rule* rule_;
  std::span<const Judgement> parties_;
  ActorSet table_;
  ActorSet opening_ = 0;
  double needed_ = 0.0;
  double margin_ = 0.0;
};

}  // namespace

std::vector<BlockingSet> blocking_sets(const Acceptance& acceptance, const Rule& rule,
                                       std::span<const Judgement> parties, ActorSet table) {
  std::vector<BlockingSet> found;
  if (opens(acceptance, rule, 0)) return found;
  if (size_of(table) > kScreenParties) {
    return SingleBlockers(acceptance, rule, parties, table).find();
  }
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
