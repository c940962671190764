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

constexpr int kTableBits = 8;  // subsets whose sums are made side by side
constexpr int kSplitBits = 4;  // and 2^4 tasks share the others
constexpr double kRefused = -std::numeric_limits<double>::infinity();
constexpr std::size_t kFew = 8;  // packages that are not worth sifting

/// A package that may be the best for some coalition, and its surplus for members so far.
struct Candidate {
  double sum = 0.0;
  std::size_t row = 0;
};

/// Surpluses, one row a package and one column a party: minus infinity where it does not accept.
struct Surpluses {
  int parties = 0;
  std::vector<double> entry{};
  std::vector<Mask> accepting{};  ///< By package.

  std::size_t packages() const { return accepting.size(); }
  const double* row(std::size_t package) const {
    return entry.data() + package * static_cast<std::size_t>(parties);
  }
};

/// Finds for every coalition the largest sum of surpluses. Parties are decided upon one after the
/// other, and packages are left out that another one will beat however that goes on.
class Search {
 public:
  Search(const Surpluses& surpluses, std::vector<double>& value)
      : surpluses_(surpluses), parties_(surpluses.parties), value_(value) {}

  void run(int threads) {
    std::vector<Candidate> all;
    for (std::size_t row = 0; row < surpluses_.packages(); ++row) all.push_back({0.0, row});
    const int split = std::min(kSplitBits, parties_ - kTableBits);
    if (threads <= 1 || split <= 0) return descend(0, 0, std::move(all));
    // tasks write to different coalitions
    in_parallel(1 << split, threads,
                [&](int task) { follow(static_cast<Mask>(task), split, all); });
  }

 private:
  /// The first parties as the bits of a task say.
  void follow(Mask task, int split, std::vector<Candidate> candidates) {
    for (int party = 0; party < split; ++party) {
      sift(party, candidates);
      if ((task >> party & 1U) != 0) join(party, candidates);
    }
    descend(split, task, std::move(candidates));
  }

  void descend(int party, Mask coalition, std::vector<Candidate> candidates) {
    sift(party, candidates);
    if (parties_ - party <= kTableBits) return tabulate(party, coalition, std::move(candidates));
    descend(party + 1, coalition, candidates);
    join(party, candidates);
    descend(party + 1, coalition | Mask{1} << party, std::move(candidates));
  }

  /// Leaves those that the party accepts.
  void join(int party, std::vector<Candidate>& candidates) const {
    for (Candidate& one : candidates) one.sum += surpluses_.row(one.row)[party];
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [](const Candidate& one) { return one.sum == kRefused; }),
                     candidates.end());
  }

  /// The best so far, if nobody, half or all of those who accept them join.
  std::array<Candidate, 3> champions(int party, const std::vector<Candidate>& candidates) const {
    std::array<Candidate, 3> champion{};
    std::array<double, 3> best{};
    best.fill(kRefused);
    for (const Candidate& one : candidates) {
      const double* const row = surpluses_.row(one.row);
      double others = 0.0;
      for (int other = party; other < parties_; ++other) others += std::max(0.0, row[other]);
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
  bool is_beaten(int party, const Candidate& one, const Candidate& champion) const {
    const double* const row = surpluses_.row(one.row);
    const double* const other = surpluses_.row(champion.row);
    const double behind = champion.sum - one.sum;
    double at_best = 0.0;
    for (int place = party; place < parties_; ++place) {
      // who does not accept it cannot bring it forward
      if (row[place] > other[place]) at_best += row[place] - other[place];
    }
    // sums round alike only if no term is larger
    return at_best == 0.0 ? behind >= 0.0 : at_best - behind < -kTolerance;
  }

  void sift(int party, std::vector<Candidate>& candidates) const {
    if (candidates.size() <= kFew) return;
    const std::array<Candidate, 3> strong = champions(party, candidates);
    for (const Candidate& champion : strong) {
      // two that are alike must not beat each other
      const bool stays =
          std::any_of(candidates.begin(), candidates.end(),
                      [row = champion.row](const Candidate& one) { return one.row == row; });
      if (!stays) continue;
      const auto beaten = [&](const Candidate& one) {
        return one.row != champion.row && is_beaten(party, one, champion);
      };
      candidates.erase(std::remove_if(candidates.begin(), candidates.end(), beaten),
                       candidates.end());
    }
  }

  /// All coalitions of the last parties with those who joined before: packages together that the
  /// same of them accept.
  void tabulate(int party, Mask coalition, std::vector<Candidate> candidates) {
    const auto accepting = [&](const Candidate& one) {
      return surpluses_.accepting[one.row] >> static_cast<unsigned>(party);
    };
    std::sort(candidates.begin(), candidates.end(), [&](const auto& one, const auto& other) {
      return accepting(one) < accepting(other);
    });
    for (std::size_t first = 0; first < candidates.size();) {
      const Mask members = accepting(candidates[first]);
      std::size_t last = first + 1;
      while (last < candidates.size() && accepting(candidates[last]) == members) ++last;
      const std::span<const Candidate> alike(candidates.data() + first, last - first);
      tabulate_alike(party, coalition, members, alike);
      first = last;
    }
  }

  void tabulate_alike(int party, Mask coalition, Mask members, std::span<const Candidate> alike) {
    std::array<int, kTableBits> member{};
    int count = 0;
    for (Mask rest = members; rest != 0; rest &= rest - 1) {
      member[count++] = party + std::countr_zero(rest);
    }
    const std::size_t sets = std::size_t{1} << static_cast<unsigned>(count);
    std::array<double, std::size_t{1} << kTableBits> sum{};
    std::array<double, std::size_t{1} << kTableBits> best{};
    for (const Candidate& one : alike) {
      const double* const row = surpluses_.row(one.row);
      sum[0] = one.sum;
      for (std::size_t bit = 1; bit < sets; bit *= 2) {
        const double more = row[member[std::countr_zero(bit)]];
        for (std::size_t set = 0; set < bit; ++set) sum[bit + set] = sum[set] + more;
      }
      for (std::size_t set = 0; set < sets; ++set) best[set] = std::max(best[set], sum[set]);
    }
    for (std::size_t set = 0; set < sets; ++set) {
      Mask whole = coalition;
      for (std::size_t rest = set; rest != 0; rest &= rest - 1) {
        whole |= Mask{1} << static_cast<unsigned>(member[std::countr_zero(rest)]);
      }
      value_[whole] = std::max(value_[whole], best[set]);
    }
  }

  const Surpluses& surpluses_;
  int parties_;
  std::vector<double>& value_;
};

Surpluses surpluses_of(std::span<const Judgement> parties, std::span<const double> units) {
  const std::size_t packages = parties.front().utility.size();
  Surpluses surpluses{.parties = static_cast<int>(parties.size()), .entry = {}, .accepting = {}};
  surpluses.entry.reserve(packages * parties.size());
  for (std::size_t package = 0; package < packages; ++package) {
    surpluses.accepting.push_back(0);
    for (std::size_t party = 0; party < parties.size(); ++party) {
      const double utility = parties[party].utility[package];
      const double threshold = parties[party].threshold;
      const bool accepts = utility >= threshold - kTolerance;
      if (accepts) surpluses.accepting.back() |= Mask{1} << party;
      const double unit = units.empty() ? 1.0 : units[party];
      surpluses.entry.push_back(accepts ? (utility - threshold) / unit : kRefused);
    }
  }
  return surpluses;
}

}  // namespace

TuGame characteristic(std::span<const Judgement> parties, const Rule& rule, Worth worth,
                      std::span<const double> units, int threads) {
  expects(!parties.empty() && parties.size() <= kMostGamePlayers,
          "characteristic: 1 to 20 parties");
  expects(rule.parties() == static_cast<int>(parties.size()),
          "characteristic: a rule for the same parties");
  expects(units.empty() || units.size() == parties.size(), "characteristic: a unit for each party");
  TuGame game{.players = static_cast<int>(parties.size())};
  game.value.resize(std::size_t{1} << parties.size());
  const Surpluses surpluses = surpluses_of(parties, units);
  Search(surpluses, game.value).run(threads);
  if (worth == Worth::plain) return game;
  for (std::size_t set = 0; set < game.value.size(); ++set) {
    if (!wins(rule, ActorSet(set))) game.value[set] = 0.0;
  }
  return game;
}

}  // namespace detente
