#pragma once

#include <span>
#include <vector>

#include "detente/bargain/memory.hpp"
#include "detente/bargain/order.hpp"
#include "detente/bargain/packages.hpp"
#include "detente/bargain/strategy.hpp"

namespace detente {

/// Where the packages lie: what makes one like another.
struct PackageSpace {
  const PackageGrid* grid = nullptr;
  std::span<const std::vector<double>> places{};  ///< [issue][option].
  std::span<const double> axes{};                 ///< [issue]: length of its axis.
};

/// A party as one that bids: its strategy and what the packages are worth to it. Views of tables
/// that outlive it; read-only, so threads may share one.
struct Bidder {
  Strategy strategy{};
  std::span<const double> utility{};  ///< By package.
  std::span<const double> judged{};   ///< The same, minus infinity outside its red lines.
  Extremes range{};                   ///< Of utility.
  const LazyOrder* ranked = nullptr;  ///< Of judged.
  PackageSpace space{};

  const Order& order() const { return ranked->of(judged); }
};

/// What a turn is taken at.
struct Instant {
  double time = 0.0;       ///< In [0, 1].
  double walk_away = 0.0;  ///< r, in this round.
  double lowest = 0.0;     ///< d = max(r, its worst package).
  int standing = -1;       ///< The package on the table, or -1.
};

// All are pure functions: trying them out changes no memory. The formulas and their sources are in
// docs/model-offers.md. A package is rational for a party if it lies inside its red lines and is
// worth its walk-away. @pre of the first four: the party has a rational package.

/// What it would table now.
int planned_offer(const Bidder& bidder, const Memory& memory, const Instant& instant);

/// Whether it accepts the package, which it has met if that is what it answers.
bool accepts(const Bidder& bidder, const Memory& memory, const Instant& instant, int package);

/// The least utility that it would accept now.
double least_accepted(const Bidder& bidder, const Memory& memory, const Instant& instant);

/// The same where offers are made jointly and nobody has a next or last offer of its own: the
/// accept rules next, previous, combi and combi_max have no effect.
double least_accepted_jointly(const Bidder& bidder, const Memory& memory, const Instant& instant);

/// It has to answer the package.
void meet(const Bidder& bidder, const Instant& instant, int package, Memory& memory);

/// It tables the package.
void send(const Bidder& bidder, int package, Memory& memory);

/// Others table the package.
void hear(const Bidder& bidder, int package, Memory& memory);

}  // namespace detente
