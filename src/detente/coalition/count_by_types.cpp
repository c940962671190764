// Counting by types: where many players weigh alike, it only matters how many of each are absent.

#include "detente/coalition/count_votes.hpp"

namespace detente {
namespace {

constexpr double kStepsPerWord = 12.0;  // nanoseconds a product of large numbers
constexpr double kStepsPerNumber = 120.0;

/// Goes through all ways in which some of each type can be absent.
class Walk {
 public:
  explicit Walk(const ReducedVote& vote)
      : vote_(vote),
        left_(vote.slack),
        absent_(vote.types()),
        all_(vote.players + std::size_t{1}),
        sum_(vote.types(), all_) {
    for (const int count : vote.count) subsets_.push_back(subsets_by_size(count));
  }

  WinningCounts run() {
    visit(0, 0, 1);
    WinningCounts counts{.all = all_, .present = {}};
    for (int type = 0; type < vote_.types(); ++type) {
      counts.present.push_back(all_);
      for (std::size_t absent = 0; absent < all_.size(); ++absent) {
        // each member is as often absent as any other
        counts.present.back()[absent] -= sum_[type][absent] / vote_.count[type];
      }
    }
    return counts;
  }

 private:
  /// @param ways  to choose who of the types before is absent
  void visit(int type, int absent, const BigCount& ways) {
    if (type == vote_.types()) return record(absent, ways);
    int gone = 0;
    for (; gone <= vote_.count[type] && is_possible(); ++gone) {
      absent_[type] = gone;
      visit(type + 1, absent + gone, ways * subsets_[type][gone]);
      take(type, 1);
    }
    take(type, -gone);
  }

  void record(int absent, const BigCount& ways) {
    all_[absent] += ways;
    for (int type = 0; type < vote_.types(); ++type) {
      if (absent_[type] > 0) sum_[type][absent] += ways * absent_[type];
    }
  }

  bool is_possible() const {
    for (const std::int64_t left : left_) {
      if (left < 0) return false;
    }
    return true;
  }

  void take(int type, std::int64_t members) {
    for (int rule = 0; rule < vote_.rules(); ++rule) {
      left_[rule] -= members * vote_.weight[rule][type];
    }
  }

  const ReducedVote& vote_;
  std::vector<std::int64_t> left_;  ///< [rule] of the slack.
  std::vector<int> absent_;         ///< [type]
  std::vector<std::vector<BigCount>> subsets_{};
  std::vector<BigCount> all_;
  std::vector<std::vector<BigCount>> sum_;  ///< [type][absent]: members absent, added up.
};

}  // namespace

CountCost cost_by_types(const ReducedVote& vote) {
  double ways = 1.0;
  for (const int count : vote.count) ways *= count + 1.0;
  const double words = vote.players / 64.0 + 1.0;
  const double numbers = vote.types() + 1.0;
  return {.bytes = numbers * vote.players * words * 8.0,
          .steps = ways * numbers * (kStepsPerNumber + kStepsPerWord * words)};
}

WinningCounts count_by_types(const ReducedVote& vote) {
  return Walk(vote).run();
}

}  // namespace detente
