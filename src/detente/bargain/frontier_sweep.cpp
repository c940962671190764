#include <map>

#include "detente/bargain/frontier_parts.hpp"

namespace detente::detail {
namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();

struct Entry {
  double first = 0.0;
  double second = 0.0;
  double third = 0.0;  ///< 0 with two columns.
  int package = 0;
};

bool before(const Entry& one, const Entry& other) {
  if (one.first != other.first) return one.first > other.first;
  if (one.second != other.second) return one.second > other.second;
  if (one.third != other.third) return one.third > other.third;
  return one.package < other.package;
}

/// Leaves out most of what is dominated, in linear time: the last column is compared with the best
/// among the packages that lie in a higher level of every other column.
class CoarseFilter {
 public:
  CoarseFilter(UtilityColumns utilities, std::span<const int> packages)
      : utilities_(utilities),
        width_(utilities.size() == 2 ? kFine : kCoarse),
        height_(utilities.size() == 2 ? 1 : kCoarse),
        first_(utilities[0], packages, width_),
        second_(utilities[utilities.size() - 2], packages, height_),
        best_(static_cast<std::size_t>(width_ + 1) * (height_ + 1), kNone) {
    cells_.reserve(packages.size());
    for (const int package : packages) {
      const int cell = cell_of(package);
      cells_.push_back(cell);
      best_[cell] = std::max(best_[cell], last(package));
    }
    spread();
  }

  std::vector<Entry> survivors(std::span<const int> packages) const {
    std::vector<Entry> entries;
    const int above = height_ == 1 ? height_ + 1 : height_ + 2;
    for (std::size_t place = 0; place < packages.size(); ++place) {
      const int package = packages[place];
      if (best_[cells_[place] + above] >= last(package)) continue;
      entries.push_back({utilities_[0][package], utilities_[1][package],
                         utilities_.size() == 2 ? 0.0 : utilities_[2][package], package});
    }
    return entries;
  }

 private:
  static constexpr int kFine = 16384;
  static constexpr int kCoarse = 256;

  double last(int package) const { return utilities_.back()[package]; }

  /// One more row and column than there are levels, so that a cell has one above it.
  int cell_of(int package) const {
    const int row = first_.of(utilities_[0][package]);
    const int column = height_ == 1 ? 0 : second_.of(utilities_[1][package]);
    return row * (height_ + 1) + column;
  }

  /// Makes every cell hold the best of all cells that lie at least as high.
  void spread() {
    const int stride = height_ + 1;
    for (int row = width_ - 1; row >= 0; --row) {
      for (int column = height_ - 1; column >= 0; --column) {
        double& best = best_[row * stride + column];
        best =
            std::max({best, best_[(row + 1) * stride + column], best_[row * stride + column + 1]});
      }
    }
  }

  UtilityColumns utilities_;
  int width_;
  int height_;
  Levels first_;
  Levels second_;
  std::vector<double> best_;
  std::vector<int> cells_{};
};

/// Of entries in order, those whose second utility exceeds all before.
std::vector<int> sweep_two(const std::vector<Entry>& entries) {
  std::vector<int> frontier;
  double best = kNone;
  for (const Entry& entry : entries) {
    if (entry.second <= best) continue;
    best = entry.second;
    frontier.push_back(entry.package);
  }
  return frontier;
}

/// Of entries in order, those that no step of the staircase of (second, third) covers: its steps
/// have rising second and falling third utilities.
std::vector<int> sweep_three(const std::vector<Entry>& entries) {
  std::vector<int> frontier;
  std::map<double, double> staircase;
  for (const Entry& entry : entries) {
    auto step = staircase.lower_bound(entry.second);
    if (step != staircase.end() && step->second >= entry.third) continue;
    if (step != staircase.end() && step->first == entry.second) ++step;
    while (step != staircase.begin() && std::prev(step)->second <= entry.third) {
      step = staircase.erase(std::prev(step));
    }
    staircase.emplace_hint(step, entry.second, entry.third);
    frontier.push_back(entry.package);
  }
  return frontier;
}

}  // namespace

std::vector<int> frontier_by_sweep(UtilityColumns utilities, std::span<const int> packages) {
  std::vector<Entry> entries = CoarseFilter(utilities, packages).survivors(packages);
  sort_falling(
      entries, [](const Entry& entry) { return entry.first; }, before);
  return utilities.size() == 2 ? sweep_two(entries) : sweep_three(entries);
}

}  // namespace detente::detail
