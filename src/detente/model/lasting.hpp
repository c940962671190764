#pragma once

// How long agreements last, where a scenario and the mathematics of durability meet.

#include <memory>
#include <span>
#include <vector>

#include "detente/bargain/durability.hpp"
#include "detente/bargain/packages.hpp"
#include "detente/scenario/stage_view.hpp"

namespace detente {

/// What a party that values a lasting agreement looks at: P(it lasts so many years).
constexpr int kValuedYears = 10;

/// What an agreement has to hold against.
Peril peril_of(const Durability& durability);

/// What a package does against it. An issue that it does not settle contributes nothing.
/// @param package  option per issue of the scenario; -1 = not settled.
Deterrent deterrent_of(const Durability& durability, std::span<const int> package);

/// P(lasts kValuedYears) of every package of a stage, by the options of the issues that count.
class Lasting {
 public:
  /// @pre  scenario.durability
  Lasting(const Scenario& scenario, const StageView& view);

  /// Of one package of the stage.
  double chance(const PackageGrid& grid, int package) const;
  /// Of a package of the scenario: option per issue, -1 = not settled.
  double chance_of(std::span<const int> package) const;

  /// What packages are worth to a party that gives `weight` to a lasting agreement: (1 - weight) u
  /// + weight P, in place of u.
  void weigh_in(double weight, const PackageGrid& grid, std::vector<double>& utility) const;

  /// The largest and smallest of these: the very doubles that weigh_in() would give.
  Extremes extremes(double weight, const AdditiveScores& scores) const;

 private:
  /// Of the sums u alone, over the packages of one combination.
  Extremes extremes_of(const AdditiveScores& scores, int combination) const;

  Peril peril_;
  Durability durability_;
  std::vector<int> options_{};  ///< [issue of the stage]: how many, if it is open; else 0.
  std::vector<int> stride_{};   ///< [issue of the stage]: 0 where it does not count.
  std::vector<double> chance_{};
};

/// The table of a stage if some party values a lasting agreement, else nothing.
std::shared_ptr<const Lasting> lasting_of(const Scenario& scenario, const StageView& view);

}  // namespace detente
