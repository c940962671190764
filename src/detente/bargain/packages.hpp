#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace detente {

/// All combinations of options on some issues. A package is known by its index: its place in the
/// Cartesian product, last issue fastest. With no issues there is one package, the empty one.
class PackageGrid {
 public:
  /// `options[k]` = how many options issue k has, each >= 1; at most 10,000,000 packages.
  explicit PackageGrid(std::vector<int> options);

  int issues() const { return static_cast<int>(options_.size()); }
  int options(int issue) const { return options_[issue]; }
  int packages() const { return packages_; }

  /// The option of one issue in a package.
  int option(int package, int issue) const { return package / stride_[issue] % options_[issue]; }
  /// The package with one option exchanged.
  int with(int package, int issue, int option) const {
    return package + (option - this->option(package, issue)) * stride_[issue];
  }
  /// The package of one option per issue.
  int index(std::span<const int> options) const;

 private:
  std::vector<int> options_;
  std::vector<int> stride_;
  int packages_ = 1;
};

/// What a package is worth to one party, issue by issue.
struct AdditiveScores {
  /// term[k][o] = weight x value of option o on issue k; a single entry where the option is fixed.
  std::vector<std::vector<double>> term{};
};

/// Utilities of all packages: the terms summed in issue order, from 0. Issues with one entry are
/// fixed; the others are the grid's, in the same order.
/// @return  one number per package of `grid`.
std::vector<double> utilities(const PackageGrid& grid, const AdditiveScores& scores);

/// The largest and smallest utility, the same doubles that utilities() would contain: a rounded
/// sum never falls when a term rises.
struct Extremes {
  double least = 0.0;
  double most = 0.0;
};
Extremes extremes(const AdditiveScores& scores);

}  // namespace detente
