#include "detente/coalition/characteristic.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "detente/core/contract.hpp"
#include "detente/core/parallel.hpp"

namespace detente {
namespace {

using Mask = std::uint32_t;

constexpr int kTableBits = 8;          // subsets whose sums are made side by side
constexpr int kSplitBits = 4;          // and 2^4 tasks share the others
constexpr double kWorthSharing = 1e6;  // sums below which threads cost more than they bring
constexpr std::size_t kFew = 8;        // packages that are not worth sifting

/// A package that may be the best for some coalition, and its surplus for members so far.
struct Candidate {
  double sum = 0.0;
  std::size_t row = 0;
};

/// Packages that the same parties accept: one row of surpluses each, one column a member.
struct Group {
  std::vector<Mask> member{};
  std::vector<double> surplus{};

  std::size_t size() const { return surplus.size() / member.size(); }
  const double* row(std::size_t place) const { return surplus.data() + place * member.size(); }
};

/// Finds for every coalition within a group of parties the largest sum of surpluses. Members are
/// decided upon one after the other, and packages are left out that another one will beat however
/// that goes on.
class Search {
 public:
  Search(const Group& group, std::vector<double>& value)
      : group_(group), members_(static_cast<int>(group.member.size())), value_(value) {}

  void run(int threads) {
    std::vector<Candidate> all;
    for (std::size_t row = 0; row < group_.size(); ++row) all.push_back({0.0, row});
    const double sums = static_cast<double>(all.size()) * static_cast<double>(1U << members_);
    const int split = std::min(kSplitBits, members_ - kTableBits);
    if (threads <= 1 || split <= 0 || sums < kWorthSharing) return descend(0, 0, std::move(all));
    // tasks write to different coalitions
    in_parallel(1 << split, threads,
                [&](int task) { follow(static_cast<Mask>(task), split, all); });
  }

 private:
  /// The first members as the bits of a task say.
  void follow(Mask task, int split, std::vector<Candidate> candidates) {
    Mask coalition = 0;
    for (int member = 0; member < split; ++member) {
      sift(member, candidates);
      if ((task >> member & 1U) == 0) continue;
      join(member, candidates);
      coalition |= group_.member[member];
    }
    descend(split, coalition, std::move(candidates));
  }

  void descend(int member, Mask coalition, std::vector<Candidate> candidates) {
    if (members_ - member <= kTableBits) return tabulate(member, coalition, candidates);
    sift(member, candidates);
    descend(member + 1, coalition, candidates);
    join(member, candidates);
    descend(member + 1, coalition | group_.member[member], std::move(candidates));
  }

  void join(int member, std::vector<Candidate>& candidates) const {
    for (Candidate& one : candidates) one.sum += group_.row(one.row)[member];
  }

  /// The best so far, if nobody, half or all of the others join.
  std::array<Candidate, 3> champions(int member, const std::vector<Candidate>& candidates) const {
    std::array<Candidate, 3> champion{};
    std::array<double, 3> best{};
    best.fill(-std::numeric_limits<double>::infinity());
    for (const Candidate& one : candidates) {
      const double* const row = group_.row(one.row);
      double others = 0.0;
      for (int other = member; other < members_; ++other) others += row[other];
      for (std::size_t share = 0; share < best.size(); ++share) {
        const double worth = one.sum + 0.5 * static_cast<double>(share) * others;
        if (worth <= best[share]) continue;
        best[share] = worth;
        champion[share] = one;
      }
    }
    return champion;
  }

  /// Whether `one` is never better than `champion`, whoever joins.
  bool is_beaten(int member, const Candidate& one, const Candidate& champion) const {
    const double* const row = group_.row(one.row);
    const double* const other = group_.row(champion.row);
    double at_best = 0.0;
    for (int place = member; place < members_; ++place) {
      at_best += std::max(0.0, row[place] - other[place]);
    }
    const double behind = champion.sum - one.sum;
    // sums round alike only if no term is larger
    return at_best == 0.0 ? behind >= 0.0 : at_best - behind < -kTolerance;
  }

  void sift(int member, std::vector<Candidate>& candidates) const {
    if (candidates.size() <= kFew) return;
    const std::array<Candidate, 3> strong = champions(member, candidates);
    for (const Candidate& champion : strong) {
      // two that are alike must not beat each other
      const bool stays =
          std::any_of(candidates.begin(), candidates.end(),
                      [row = champion.row](const Candidate& one) { return one.row == row; });
      if (!stays) continue;
      const auto beaten = [&](const Candidate& one) {
        return one.row != champion.row && is_beaten(member, one, champion);
      };
      candidates.erase(std::remove_if(candidates.begin(), candidates.end(), beaten),
                       candidates.end());
    }
  }

  /// All coalitions of the last members with those who joined before.
  void tabulate(int member, Mask coalition, const std::vector<Candidate>& candidates) {
    const std::size_t sets = std::size_t{1} << static_cast<unsigned>(members_ - member);
    std::array<double, std::size_t{1} << kTableBits> sum{};
    std::array<double, std::size_t{1} << kTableBits> best{};
    for (const Candidate& one : candidates) {
      const double* const row = group_.row(one.row) + member;
      sum[0] = one.sum;
      for (std::size_t bit = 1; bit < sets; bit *= 2) {
        const double more = row[std::countr_zero(bit)];
        for (std::size_t set = 0; set < bit; ++set) sum[bit + set] = sum[set] + more;
      }
      for (std::size_t set = 0; set < sets; ++set) best[set] = std::max(best[set], sum[set]);
    }
    for (std::size_t set = 0; set < sets; ++set) {
      Mask whole = coalition;
      for (std::size_t rest = set; rest != 0; rest &= rest - 1) {
        whole |= group_.member[member + std::countr_zero(rest)];
      }
      value_[whole] = std::max(value_[whole], best[set]);
    }
  }

  const Group& group_;
  int members_;
  std::vector<double>& value_;
};

/// By what every surplus of a party is divided.
std::vector<double> units(std::span<const Judgement> parties, bool normalised) {
  std::vector<double> unit(parties.size(), 1.0);
  for (std::size_t party = 0; party < parties.size() && normalised; ++party) {
    const auto& utility = parties[party].utility;
    if (utility.empty()) continue;
    const double largest = *std::max_element(utility.begin(), utility.end());
    const double surplus = largest - parties[party].threshold;
    // a party with nothing to gain cannot be measured by its gains
    if (surplus > kTolerance) unit[party] = surplus;
  }
  return unit;
}

/// Packages by who accepts them: [0] the mask, [1] the package.
std::vector<std::pair<Mask, std::size_t>> by_acceptance(std::span<const Judgement> parties) {
  const std::size_t packages = parties.front().utility.size();
  std::vector<std::pair<Mask, std::size_t>> order(packages);
  for (std::size_t package = 0; package < packages; ++package) order[package].second = package;
  for (std::size_t party = 0; party < parties.size(); ++party) {
    const double least = parties[party].threshold - kTolerance;
    for (std::size_t package = 0; package < packages; ++package) {
      if (parties[party].utility[package] >= least) order[package].first |= Mask{1} << party;
    }
  }
  std::sort(order.begin(), order.end());
  return order;
}

std::vector<Mask> members_of(Mask mask) {
  std::vector<Mask> members;
  for (; mask != 0; mask &= mask - 1) members.push_back(mask & (~mask + 1));
  return members;
}

}  // namespace

TuGame characteristic(std::span<const Judgement> parties, const Rule& rule, Worth worth,
                      bool normalised, int threads) {
  expects(!parties.empty() && parties.size() <= kMostGamePlayers,
          "characteristic: 1 to 20 parties");
  expects(rule.parties() == static_cast<int>(parties.size()),
          "characteristic: a rule for the same parties");
  TuGame game{.players = static_cast<int>(parties.size())};
  game.value.resize(std::size_t{1} << parties.size());
  const std::vector<double> unit = units(parties, normalised);
  const auto order = by_acceptance(parties);
  for (auto first = order.begin(); first != order.end();) {
    const auto last = std::find_if(
        first, order.end(), [mask = first->first](const auto& one) { return one.first != mask; });
    Group group{.member = members_of(first->first)};
    for (; first != last; ++first) {
      for (const Mask member : group.member) {
        const int party = std::countr_zero(member);
        const Judgement& judgement = parties[party];
        group.surplus.push_back((judgement.utility[first->second] - judgement.threshold) /
                                unit[party]);
      }
    }
    if (!group.member.empty()) Search(group, game.value).run(threads);
  }
  if (worth == Worth::plain) return game;
  for (std::size_t set = 0; set < game.value.size(); ++set) {
    if (!wins(rule, ActorSet(set))) game.value[set] = 0.0;
  }
  return game;
}

}  // namespace detente
