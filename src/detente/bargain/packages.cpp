#include "detente/bargain/packages.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr std::int64_t kMaxPackages = 10'000'000;

/// Replaces the first `filled` partial sums, one per combination of the issues passed, by those
/// with one issue more. Returns how many they are now.
int spread(const std::vector<double>& term, int filled, std::vector<double>& sums) {
  const auto choices = static_cast<int>(term.size());
  expects(static_cast<std::size_t>(filled) * choices <= sums.size(),
          "utilities: as many open issues as the grid has");
  // from the back, so that a partial sum is read before it is written over
  for (int partial = filled - 1; partial >= 0; --partial) {
    const double sum = sums[partial];
    for (int choice = choices - 1; choice >= 0; --choice) {
      sums[partial * choices + choice] = sum + term[choice];
    }
  }
  return filled * choices;
}

}  // namespace

PackageGrid::PackageGrid(std::vector<int> options)
    : options_(std::move(options)), stride_(options_.size(), 1) {
  std::int64_t packages = 1;
  for (std::size_t issue = options_.size(); issue-- > 0;) {
    expects(options_[issue] >= 1, "PackageGrid: at least one option per issue");
    stride_[issue] = static_cast<int>(packages);
    packages *= options_[issue];
    expects(packages <= kMaxPackages, "PackageGrid: at most 10,000,000 packages");
  }
  packages_ = static_cast<int>(packages);
}

int PackageGrid::index(std::span<const int> options) const {
  expects(options.size() == options_.size(), "PackageGrid::index: one option per issue");
  int package = 0;
  for (std::size_t issue = 0; issue < options.size(); ++issue) {
    package += options[issue] * stride_[issue];
  }
  return package;
}

std::vector<double> utilities(const PackageGrid& grid, const AdditiveScores& scores) {
  std::vector<double> sums(grid.packages());
  sums[0] = 0.0;
  int filled = 1;
  for (const auto& term : scores.term) filled = spread(term, filled, sums);
  expects(filled == grid.packages(), "utilities: as many open issues as the grid has");
  return sums;
}

Extremes extremes(const AdditiveScores& scores) {
  Extremes sum;
  for (const auto& term : scores.term) {
    const auto [least, most] = std::minmax_element(term.begin(), term.end());
    sum.least += *least;
    sum.most += *most;
  }
  return sum;
}

}  // namespace detente
