// Counting by dynamic programming. A table holds for every number of absent players and every bound
// on their weights how many sets stay within it. Since it holds what is below a bound, not what is
// at it, taking a player out again needs only some entries of it: sets without the player are all
// sets, less those with it, which are sets without it below a lower bound, and so on.

#include <algorithm>
#include <limits>
#include <numeric>

#include "detente/coalition/count_votes.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr double kWordBytes = 8.0;
constexpr double kMostCells = 1e12;  // beyond, a cost is as good as infinite

/// The bounds of a table, one dimension a rule; rules that only count heads limit the sizes.
struct Box {
  std::vector<int> rules{};  ///< Those with a dimension, the longest last.
  std::vector<std::int64_t> slack{};
  std::vector<std::int64_t> stride{};
  double cells = 1.0;
  int most_absent = 0;
};

bool counts_heads(const ReducedVote& vote, int rule) {
  const auto& weights = vote.weight[rule];
  return std::all_of(weights.begin(), weights.end(), [](std::int64_t one) { return one == 1; });
}

/// How many players can be absent at once under a rule.
int most_absent(const ReducedVote& vote, int rule) {
  std::vector<std::int64_t> weights;
  for (int type = 0; type < vote.types(); ++type) {
    weights.insert(weights.end(), vote.count[type], vote.weight[rule][type]);
  }
  std::sort(weights.begin(), weights.end());
  std::int64_t left = vote.slack[rule];
  int absent = 0;
  while (absent < vote.players && weights[absent] <= left) left -= weights[absent++];
  return absent;
}

Box box_of(const ReducedVote& vote) {
  Box box{.most_absent = vote.players};
  for (int rule = 0; rule < vote.rules(); ++rule) {
    box.most_absent = std::min(box.most_absent, most_absent(vote, rule));
    if (!counts_heads(vote, rule)) box.rules.push_back(rule);
  }
  std::stable_sort(box.rules.begin(), box.rules.end(),
                   [&vote](int one, int other) { return vote.slack[one] < vote.slack[other]; });
  for (const int rule : box.rules) {
    box.slack.push_back(vote.slack[rule]);
    box.cells *= static_cast<double>(vote.slack[rule]) + 1.0;
  }
  if (box.cells > kMostCells) return box;
  box.stride.resize(box.rules.size());
  std::int64_t stride = 1;
  for (std::size_t place = box.rules.size(); place > 0; --place) {
    box.stride[place - 1] = stride;
    stride *= box.slack[place - 1] + 1;
  }
  return box;
}

/// Adds a number of some words to another.
inline void add_cell(std::uint64_t* into, const std::uint64_t* from, std::size_t words) {
  std::uint64_t carry = 0;
  for (std::size_t word = 0; word < words; ++word) {
    const std::uint64_t with_carry = from[word] + carry;
    carry = with_carry < carry ? 1 : 0;
    into[word] += with_carry;
    carry += into[word] < with_carry ? 1 : 0;
  }
}

/// Cell by cell; the number of words is known, so that the compiler need not loop over them.
template <std::size_t Words>
void add_short_cells(std::uint64_t* into, const std::uint64_t* from, std::size_t cells) {
  for (std::size_t cell = 0; cell < cells; ++cell) {
    add_cell(into + cell * Words, from + cell * Words, Words);
  }
}

void add_single_words(std::uint64_t* into, const std::uint64_t* from, std::size_t cells) {
  for (std::size_t cell = 0; cell < cells; ++cell) into[cell] += from[cell];
}

void add_long_cells(std::uint64_t* into, const std::uint64_t* from, std::size_t cells,
                    std::size_t words) {
  for (std::size_t cell = 0; cell < cells; ++cell, into += words, from += words) {
    add_cell(into, from, words);
  }
}

void add_cells(std::uint64_t* into, const std::uint64_t* from, std::size_t cells,
               std::size_t words) {
  switch (words) {
    case 1:
      return add_single_words(into, from, cells);
    case 2:
      return add_short_cells<2>(into, from, cells);
    case 3:
      return add_short_cells<3>(into, from, cells);
    case 4:
      return add_short_cells<4>(into, from, cells);
    default:
      return add_long_cells(into, from, cells, words);
  }
}

void subtract_cell(std::uint64_t* from, const std::uint64_t* what, std::size_t words) {
  std::uint64_t borrow = 0;
  for (std::size_t word = 0; word < words; ++word) {
    const std::uint64_t before = from[word];
    const std::uint64_t less = before - what[word];
    from[word] = less - borrow;
    borrow = (before < what[word] ? 1U : 0U) | (less < borrow ? 1U : 0U);
  }
}

/// A stretch of cells side by side into which a player can be added.
struct Run {
  std::int64_t first = 0;
  std::size_t cells = 0;
};

class SizeTable {
 public:
  SizeTable(const ReducedVote& vote, Box box)
      : vote_(vote),
        box_(std::move(box)),
        cells_(static_cast<std::size_t>(box_.cells)),
        words_(words_for(subsets_by_size(vote.players)[vote.players / 2])),
        table_((box_.most_absent + std::size_t{1}) * cells_ * words_) {
    // the empty set stays within every bound
    for (std::size_t cell = 0; cell < cells_; ++cell) table_[cell * words_] = 1;
  }

  void add_everybody() {
    int added = 0;
    for (int type = 0; type < vote_.types(); ++type) {
      const std::vector<Run> runs = runs_of(type);
      const std::int64_t reach = offset_of(type);
      for (int one = 0; one < vote_.count[type]; ++one, ++added) {
        const int last = std::min(added, box_.most_absent - 1);
        for (int absent = last; absent >= 0; --absent) add(absent, runs, reach);
      }
    }
  }

  /// By size, within all bounds.
  std::vector<BigCount> all() const {
    std::vector<BigCount> found(vote_.players + std::size_t{1});
    for (int absent = 0; absent <= box_.most_absent; ++absent) {
      found[absent] = from_words({at(absent, cells_ - 1), words_});
    }
    return found;
  }

  std::vector<BigCount> without(int type) const {
    std::vector<BigCount> found(vote_.players + std::size_t{1});
    const std::int64_t reach = offset_of(type);
    const int most = times(type);
    std::vector<std::uint64_t> sum(words_);
    for (int absent = 0; absent <= box_.most_absent; ++absent) {
      std::fill(sum.begin(), sum.end(), 0);
      for (int taken = 0; taken <= std::min(absent, most); ++taken) {
        const auto* cell = at(absent - taken, cells_ - 1 - static_cast<std::size_t>(taken * reach));
        // what is below 0 on the way comes right in the end, modulo the width of the number
        if (taken % 2 == 0) add_cells(sum.data(), cell, 1, words_);
        if (taken % 2 != 0) subtract_cell(sum.data(), cell, words_);
      }
      found[absent] = from_words(sum);
    }
    return found;
  }

 private:
  const std::uint64_t* at(int absent, std::size_t cell) const {
    return table_.data() + (absent * cells_ + cell) * words_;
  }

  std::int64_t weight(int type, std::size_t place) const {
    return vote_.weight[box_.rules[place]][type];
  }

  std::int64_t offset_of(int type) const {
    std::int64_t offset = 0;
    for (std::size_t place = 0; place < box_.rules.size(); ++place) {
      offset += weight(type, place) * box_.stride[place];
    }
    return offset;
  }

  /// How often the weights of a type fit into the bounds.
  int times(int type) const {
    std::int64_t most = box_.most_absent;
    for (std::size_t place = 0; place < box_.rules.size(); ++place) {
      if (weight(type, place) > 0) most = std::min(most, box_.slack[place] / weight(type, place));
    }
    return static_cast<int>(most);
  }

  /// All cells from which the weights of a type can be taken.
  std::vector<Run> runs_of(int type) const {
    std::vector<Run> runs{{0, 1}};
    for (std::size_t place = 0; place < box_.rules.size(); ++place) {
      std::vector<Run> longer;
      for (const Run& run : runs) extend(run, type, place, longer);
      runs = std::move(longer);
    }
    return runs;
  }

  /// By one dimension: the last one runs along cells side by side.
  void extend(const Run& run, int type, std::size_t place, std::vector<Run>& longer) const {
    const std::int64_t from = weight(type, place);
    const std::int64_t slack = box_.slack[place];
    if (from > slack) return;
    if (place + 1 == box_.rules.size()) {
      longer.push_back({run.first + from, static_cast<std::size_t>(slack - from + 1)});
      return;
    }
    for (std::int64_t bound = from; bound <= slack; ++bound) {
      longer.push_back({run.first + bound * box_.stride[place], 1});
    }
  }

  void add(int absent, const std::vector<Run>& runs, std::int64_t reach) {
    const std::uint64_t* const from = at(absent, 0);
    std::uint64_t* const into = table_.data() + (absent + std::size_t{1}) * cells_ * words_;
    for (const Run& run : runs) {
      const auto first = static_cast<std::size_t>(run.first);
      const auto source = static_cast<std::size_t>(run.first - reach);
      add_cells(into + first * words_, from + source * words_, run.cells, words_);
    }
  }

  const ReducedVote& vote_;
  Box box_;
  std::size_t cells_;
  std::size_t words_;
  std::vector<std::uint64_t> table_;
};

WinningCounts count_absent(const ReducedVote& vote) {
  SizeTable table(vote, box_of(vote));
  table.add_everybody();
  WinningCounts counts{.all = table.all()};
  for (int type = 0; type < vote.types(); ++type) counts.present.push_back(table.without(type));
  return counts;
}

/// Those who are short of the quota together, counted in place of those who may be absent.
ReducedVote losing_side(const ReducedVote& vote) {
  ReducedVote other = vote;
  other.slack[0] = total_weight(vote, 0) - vote.slack[0] - 1;
  return other;
}

bool losing_side_is_smaller(const ReducedVote& vote) {
  return vote.rules() == 1 && losing_side(vote).slack[0] < vote.slack[0];
}

/// From losing coalitions by size to winning ones by who is absent.
WinningCounts turned(const ReducedVote& vote, const WinningCounts& losing) {
  const int players = vote.players;
  const std::vector<BigCount> subsets = subsets_by_size(players);
  const std::vector<BigCount> others = subsets_by_size(players - 1);
  WinningCounts counts;
  for (int absent = 0; absent <= players; ++absent) {
    counts.all.emplace_back(subsets[absent] - losing.all[players - absent]);
  }
  // with a player, that is, less those that lose with it
  for (const std::vector<BigCount>& without : losing.present) {
    std::vector<BigCount> present(players + std::size_t{1});
    for (int absent = 0; absent < players; ++absent) {
      const int size = players - absent;
      present[absent] = others[absent] - (losing.all[size] - without[size]);
    }
    counts.present.push_back(std::move(present));
  }
  return counts;
}

}  // namespace

CountCost cost_by_size(const ReducedVote& vote) {
  if (vote.players == 0) return {};
  const Box box = box_of(losing_side_is_smaller(vote) ? losing_side(vote) : vote);
  const auto words =
      static_cast<double>(words_for(subsets_by_size(vote.players)[vote.players / 2]));
  const double cells = box.cells * (box.most_absent + 1.0);
  const double passes = vote.players - 0.5 * box.most_absent;
  return {.bytes = cells * words * kWordBytes, .steps = cells * words * passes};
}

WinningCounts count_by_size(const ReducedVote& vote) {
  if (!losing_side_is_smaller(vote)) return count_absent(vote);
  return turned(vote, count_absent(losing_side(vote)));
}

CountCost cost_of_totals(const ReducedVote& vote) {
  if (vote.rules() != 1) {
    return {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }
  const std::int64_t slack = std::min(vote.slack[0], losing_side(vote).slack[0]);
  const double words = vote.players / 64.0 + 1.0;
  const double cells = static_cast<double>(slack) + 1.0;
  return {.bytes = cells * words * kWordBytes, .steps = cells * words * vote.players};
}

WinningCounts count_totals(const ReducedVote& vote) {
  expects(vote.rules() == 1, "count_totals: one rule");
  const bool turn = losing_side_is_smaller(vote);
  const std::int64_t slack = turn ? losing_side(vote).slack[0] : vote.slack[0];
  const std::size_t words = vote.players / std::size_t{64} + 1;
  std::vector<std::uint64_t> table((static_cast<std::size_t>(slack) + 1) * words);
  for (std::size_t cell = 0; cell < table.size(); cell += words) table[cell] = 1;
  std::size_t added = 0;
  for (const int type : types_of_players(vote)) {
    const std::int64_t weight = vote.weight[0][type];
    const std::size_t used = ++added / 64 + 1;
    for (std::int64_t bound = slack; bound >= weight; --bound) {
      add_cells(table.data() + static_cast<std::size_t>(bound) * words,
                table.data() + static_cast<std::size_t>(bound - weight) * words, 1, used);
    }
  }
  const auto at = [&](std::int64_t bound) {
    return table.data() + static_cast<std::size_t>(bound) * words;
  };
  WinningCounts counts{.all = {from_words({at(slack), words})}};
  for (int type = 0; type < vote.types(); ++type) {
    const std::int64_t weight = vote.weight[0][type];
    std::vector<std::uint64_t> sum(words);
    for (std::int64_t taken = 0; taken * weight <= slack; ++taken) {
      const std::uint64_t* const cell = at(slack - taken * weight);
      if (taken % 2 == 0) add_cells(sum.data(), cell, 1, words);
      if (taken % 2 != 0) subtract_cell(sum.data(), cell, words);
    }
    counts.present.push_back({from_words(sum)});
  }
  if (!turn) return counts;
  // winning: all subsets less the losing ones; with a player: less those that lose with it
  const BigCount subsets = BigCount(1) << static_cast<unsigned>(vote.players);
  for (auto& present : counts.present) present[0] = subsets / 2 - (counts.all[0] - present[0]);
  counts.all[0] = subsets - counts.all[0];
  return counts;
}

}  // namespace detente
