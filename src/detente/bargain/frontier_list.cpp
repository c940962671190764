#include <array>
#include <cstdint>

#include "detente/bargain/frontier_parts.hpp"

namespace detente::detail {
namespace {

struct Candidate {
  double sum = 0.0;
  int package = 0;
};

bool covers(UtilityColumns utilities, int one, int other) {
  return std::all_of(
      utilities.begin(), utilities.end(),
      [&](const std::span<const double>& column) { return column[one] >= column[other]; });
}

/// A few strong packages, the one that covered another last in front.
class Champions {
 public:
  explicit Champions(UtilityColumns utilities) : utilities_(utilities) {}

  /// Whether one of them is worth at least as much to everybody.
  bool cover(int package) {
    for (std::size_t place = 0; place < count_; ++place) {
      if (!covers(utilities_, champions_[place].package, package)) continue;
      std::swap(champions_[place], champions_[place / 2]);
      return true;
    }
    return false;
  }

  /// Takes the place of the weakest, if it is stronger.
  void challenge(const Candidate& candidate) {
    if (count_ < champions_.size()) {
      champions_[count_++] = candidate;
      return;
    }
    const auto weakest =
        std::min_element(champions_.begin(), champions_.end(),
                         [](const auto& one, const auto& other) { return one.sum < other.sum; });
    if (candidate.sum > weakest->sum) *weakest = candidate;
  }

 private:
  static constexpr std::size_t kChampions = 16;

  UtilityColumns utilities_;
  std::array<Candidate, kChampions> champions_{};
  std::size_t count_ = 0;
};

/// What no champion of the packages before it covers: packages come in ascending order, so that of
/// equals the first stays.
std::vector<Candidate> survivors(UtilityColumns utilities, std::span<const int> packages) {
  Champions champions(utilities);
  std::vector<Candidate> left;
  for (const int package : packages) {
    if (champions.cover(package)) continue;
    double sum = 0.0;
    for (const auto column : utilities) sum += column[package];
    left.push_back({sum, package});
    champions.challenge(left.back());
  }
  return left;
}

/// Leaves out what lies in a lower level than some candidate in every column, in linear time: a
/// table of cells, as fine as it can be with a million of them.
class CellFilter {
 public:
  CellFilter(UtilityColumns utilities, std::span<const int> packages)
      : utilities_(utilities), levels_(levels_for(utilities.size())) {
    for (const auto column : utilities) scales_.emplace_back(column, packages, levels_);
    std::size_t cells = 1;
    for (std::size_t party = 0; party < utilities.size(); ++party) cells *= levels_ + 1;
    occupied_.assign(cells, 0);
  }

  void apply(std::vector<Candidate>& candidates) {
    std::vector<std::size_t> cells;
    cells.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
      cells.push_back(cell_of(candidate.package));
      occupied_[cells.back()] = 1;
    }
    spread();
    std::size_t above = 0;
    for (std::size_t party = 0; party < utilities_.size(); ++party)
      above = above * (levels_ + 1) + 1;
    std::size_t kept = 0;
    for (std::size_t place = 0; place < candidates.size(); ++place) {
      if (occupied_[cells[place] + above] == 0) candidates[kept++] = candidates[place];
    }
    candidates.resize(kept);
  }

 private:
  static int levels_for(std::size_t columns) {
    constexpr double kCells = 1 << 20;
    constexpr int kMost = 64;
    int levels = 1;
    for (int more = 2; more < kMost; ++more) {
      double cells = 1.0;
      for (std::size_t party = 0; party < columns; ++party) cells *= more + 1;
      if (cells <= kCells) levels = more;
    }
    return levels;
  }

  std::size_t cell_of(int package) const {
    std::size_t cell = 0;
    for (std::size_t party = 0; party < utilities_.size(); ++party) {
      cell = cell * (levels_ + 1) + scales_[party].of(utilities_[party][package]);
    }
    return cell;
  }

  /// Marks every cell that does not lie higher than an occupied one in any column.
  void spread() {
    std::size_t stride = 1;
    for (std::size_t party = 0; party < utilities_.size(); ++party, stride *= levels_ + 1) {
      spread_along(stride);
    }
  }

  void spread_along(std::size_t stride) {
    const std::size_t side = levels_ + 1;
    for (std::size_t base = 0; base < occupied_.size(); base += stride * side) {
      // from the second row from above down
      unsigned char* row = occupied_.data() + base + stride * (side - 1);
      for (std::size_t level = 1; level < side; ++level) {
        row -= stride;
        for (std::size_t cell = 0; cell < stride; ++cell) row[cell] |= row[cell + stride];
      }
    }
  }

  UtilityColumns utilities_;
  int levels_;
  std::vector<Levels> scales_{};
  std::vector<unsigned char> occupied_{};
};

/// By falling sum, then falling utilities, then index: nothing is dominated by what comes later,
/// since a rounded sum never falls when a term rises.
bool before(UtilityColumns utilities, const Candidate& one, const Candidate& other) {
  if (one.sum != other.sum) return one.sum > other.sum;
  for (const auto column : utilities) {
    const double first = column[one.package];
    const double second = column[other.package];
    if (first != second) return first > second;
  }
  return one.package < other.package;
}

/// The packages accepted so far. Levels of 7 bits, 8 packages to a word with the top bit of every
/// byte set, say at once which of them may cover a candidate; exact comparisons have the last word.
class Accepted {
 public:
  Accepted(UtilityColumns utilities, std::span<const int> packages)
      : utilities_(utilities), wanted_(utilities.size()) {
    for (const auto column : utilities) levels_.emplace_back(column, packages, kLevels);
  }

  /// Whether one of them is worth at least as much to everybody.
  bool cover(int package) {
    for (const int recent : recent_) {
      if (recent >= 0 && covers(utilities_, recent, package)) return true;
    }
    for (std::size_t party = 0; party < utilities_.size(); ++party) {
      wanted_[party] = kOnes * level(party, package);
    }
    const std::size_t blocks = (packages_.size() + kLanes * kWords - 1) / (kLanes * kWords);
    for (std::size_t block = 0; block < blocks; ++block) {
      if (covered_in(block, package)) return true;
    }
    return false;
  }

  void add(int package) {
    const std::size_t place = packages_.size();
    const std::size_t word = place / kLanes;
    if (place % (kLanes * kWords) == 0) {
      words_.resize(words_.size() + kWords * utilities_.size(), kOnes * kTop);
    }
    const std::size_t start = word / kWords * kWords * utilities_.size() + word % kWords;
    for (std::size_t party = 0; party < utilities_.size(); ++party) {
      words_[start + party * kWords] |= level(party, package) << (kBits * (place % kLanes));
    }
    packages_.push_back(package);
  }

  std::vector<int> take() && { return std::move(packages_); }

 private:
  static constexpr int kLevels = 128;
  static constexpr unsigned kBits = 8;
  static constexpr std::size_t kLanes = 8;  ///< In a word.
  static constexpr std::size_t kWords = 4;  ///< In a block, for each party.
  static constexpr std::uint64_t kTop = 0x80;
  static constexpr std::uint64_t kOnes = 0x0101010101010101;

  std::uint64_t level(std::size_t party, int package) const {
    return static_cast<std::uint64_t>(levels_[party].of(utilities_[party][package]));
  }

  bool covered_in(std::size_t block, int package) {
    std::array<std::uint64_t, kWords> may{};
    may.fill(kOnes * kTop);
    const std::uint64_t* row = words_.data() + block * kWords * utilities_.size();
    for (std::size_t party = 0; party < utilities_.size(); ++party, row += kWords) {
      // no byte borrows from the next: its top bit is set, and stays so unless its level is lower
      for (std::size_t word = 0; word < kWords; ++word) may[word] &= row[word] - wanted_[party];
    }
    std::uint64_t any = 0;
    for (const std::uint64_t word : may) any |= word;
    return any != 0 && confirmed(may, block, package);
  }

  bool confirmed(const std::array<std::uint64_t, kWords>& may, std::size_t block, int package) {
    for (std::size_t lane = 0; lane < kWords * kLanes; ++lane) {
      if ((may[lane / kLanes] >> (kBits * (lane % kLanes)) & kTop) == 0) continue;
      const std::size_t place = block * kWords * kLanes + lane;
      if (place >= packages_.size()) return false;
      const int accepted = packages_[place];
      if (!covers(utilities_, accepted, package)) continue;
      recent_[next_++ % recent_.size()] = accepted;
      return true;
    }
    return false;
  }

  UtilityColumns utilities_;
  std::vector<Levels> levels_{};
  std::vector<std::uint64_t> wanted_;   ///< By party: the candidate's level in every byte.
  std::vector<std::uint64_t> words_{};  ///< [block][party][word of the block]
  std::vector<int> packages_{};
  std::array<int, 4> recent_{-1, -1, -1, -1};
  std::size_t next_ = 0;
};

}  // namespace

std::vector<int> frontier_by_list(UtilityColumns utilities, std::span<const int> packages) {
  constexpr std::size_t kMany = 20'000;
  std::vector<Candidate> candidates = survivors(utilities, packages);
  if (candidates.size() > kMany) CellFilter(utilities, packages).apply(candidates);
  sort_falling(
      candidates, [](const Candidate& candidate) { return candidate.sum; },
      [&](const Candidate& one, const Candidate& other) { return before(utilities, one, other); });
  Accepted accepted(utilities, packages);
  for (const Candidate& candidate : candidates) {
    if (!accepted.cover(candidate.package)) accepted.add(candidate.package);
  }
  return std::move(accepted).take();
}

}  // namespace detente::detail
