#include "detente/bargain/frontier.hpp"

#include <array>

#include "detente/bargain/frontier_parts.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr std::size_t kBlock = 4096;

using Flags = std::array<unsigned char, kBlock>;

/// Which packages of a block are worth its floor to every party.
Flags all_above(UtilityColumns judged, std::span<const double> floors, std::size_t start,
                std::size_t count) {
  Flags above{};
  above.fill(1);
  for (std::size_t party = 0; party < judged.size(); ++party) {
    const double* const column = judged[party].data() + start;
    const double floor = floors[party];
    for (std::size_t place = 0; place < count; ++place) {
      above[place] = above[place] & static_cast<unsigned char>(column[place] >= floor);
    }
  }
  return above;
}

/// The package that one party likes best, first of equals.
std::vector<int> best_of_one(std::span<const double> column, std::span<const int> packages) {
  int best = -1;
  for (const int package : packages) {
    if (best < 0 || column[package] > column[best]) best = package;
  }
  return best < 0 ? std::vector<int>{} : std::vector<int>{best};
}

/// By decreasing sum, then index.
void order(UtilityColumns utilities, std::vector<int>& packages) {
  struct Entry {
    double sum = 0.0;
    int package = 0;
  };
  std::vector<Entry> entries;
  entries.reserve(packages.size());
  for (const int package : packages) {
    double sum = 0.0;
    for (const auto column : utilities) sum += column[package];
    entries.push_back({sum, package});
  }
  detail::sort_falling(
      entries, [](const Entry& entry) { return entry.sum; },
      [](const Entry& one, const Entry& other) {
        return one.sum != other.sum ? one.sum > other.sum : one.package < other.package;
      });
  for (std::size_t place = 0; place < entries.size(); ++place) {
    packages[place] = entries[place].package;
  }
}

}  // namespace

std::vector<int> rational_packages(UtilityColumns judged, std::span<const double> floors) {
  expects(!judged.empty() && judged.size() == floors.size(),
          "rational_packages: one floor a column, at least one");
  const std::size_t packages = judged.front().size();
  std::vector<int> rational;
  rational.reserve(packages);
  for (std::size_t start = 0; start < packages; start += kBlock) {
    const std::size_t count = std::min(kBlock, packages - start);
    const Flags above = all_above(judged, floors, start, count);
    for (std::size_t place = 0; place < count; ++place) {
      if (above[place] != 0) rational.push_back(static_cast<int>(start + place));
    }
  }
  return rational;
}

std::vector<int> pareto_frontier(UtilityColumns utilities, std::span<const int> packages) {
  expects(!utilities.empty(), "pareto_frontier: at least one column");
  if (packages.empty()) return {};
  constexpr std::size_t kSwept = 3;
  if (utilities.size() == 1) return best_of_one(utilities.front(), packages);
  std::vector<int> frontier = utilities.size() <= kSwept
                                  ? detail::frontier_by_sweep(utilities, packages)
                                  : detail::frontier_by_list(utilities, packages);
  order(utilities, frontier);
  return frontier;
}

}  // namespace detente
