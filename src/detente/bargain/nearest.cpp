#include "detente/bargain/nearest.hpp"

#include <cmath>

namespace detente {
namespace {

constexpr int kFew = 8;  // one part in so many: it does not pay to look at all packages

/// term[issue][option] = how far the option lies from that of the standing offer.
AdditiveScores apart_from(const PackageSpace& space, int standing) {
  AdditiveScores apart;
  for (int issue = 0; issue < space.grid->issues(); ++issue) {
    const auto& places = space.places[issue];
    const double there = places[space.grid->option(standing, issue)];
    std::vector<double> term;
    term.reserve(places.size());
    for (const double place : places) term.push_back(std::abs(place - there) / space.axes[issue]);
    apart.term.push_back(std::move(term));
  }
  return apart;
}

/// The same sum as utilities() would hold.
double sum_of(const AdditiveScores& apart, const PackageGrid& grid, int package) {
  double sum = 0.0;
  for (int issue = 0; issue < grid.issues(); ++issue) {
    sum += apart.term[issue][grid.option(package, issue)];
  }
  return sum;
}

template <typename Distance>
int nearest_by(const Order& order, int from, Distance distance) {
  int chosen = from;
  double least = distance(order.package(from));
  for (int place = from + 1; place < order.size(); ++place) {
    const double off = distance(order.package(place));
    // later places are worth as much or more; among equals the first stays
    const bool better = off == least && order.worth(place) > order.worth(chosen);
    if (off > least || (off == least && !better)) continue;
    chosen = place;
    least = off;
  }
  return order.package(chosen);
}

}  // namespace

int nearest_to(const Bidder& bidder, int standing, int from) {
  const Order& order = bidder.order();
  const PackageGrid& grid = *bidder.space.grid;
  const AdditiveScores apart = apart_from(bidder.space, standing);
  if (order.size() - from < grid.packages() / kFew) {
    return nearest_by(order, from, [&](int package) { return sum_of(apart, grid, package); });
  }
  const std::vector<double> distance = utilities(grid, apart);
  return nearest_by(order, from, [&](int package) { return distance[package]; });
}

}  // namespace detente
