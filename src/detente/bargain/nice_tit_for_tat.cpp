#include "detente/bargain/nice_tit_for_tat.hpp"

#include <algorithm>

namespace detente {
namespace {

constexpr double kTolerance = 1e-12;
constexpr double kLeastEstimate = 0.5;
constexpr double kHurryFrom = 0.91;  // the time from which it nears the estimate faster
constexpr double kHurry = 20.0;

/// Utilities on the party's own scale from its worst package to its best; all alike count as best.
class OwnScale {
 public:
  explicit OwnScale(const Extremes& range) : least_(range.least), span_(range.most - range.least) {}
  double operator()(double utility) const { return span_ > 0.0 ? (utility - least_) / span_ : 1.0; }

 private:
  double least_;
  double span_;
};

/// M by package: how well it fits what the others have offered so far.
std::vector<double> model_of_others(const PackageGrid& grid, const Memory& memory) {
  const auto met = static_cast<double>(memory.met.size());
  std::vector<double> most;
  double sum = 0.0;
  const int* counts = memory.options.data();
  for (int issue = 0; issue < grid.issues(); ++issue, counts += grid.options(issue - 1)) {
    most.push_back(*std::max_element(counts, counts + grid.options(issue)));
    sum += most.back() / met;
  }
  AdditiveScores scores;
  counts = memory.options.data();
  for (int issue = 0; issue < grid.issues(); ++issue) {
    const double weight = most[issue] / met / sum;
    std::vector<double> term;
    term.reserve(static_cast<std::size_t>(grid.options(issue)));
    for (int option = 0; option < grid.options(issue); ++option) {
      term.push_back(weight * (counts[option] / most[issue]));
    }
    counts += grid.options(issue);
    scores.term.push_back(std::move(term));
  }
  return utilities(grid, scores);
}

/// The utility, on its own scale, of what both together would like best.
double nash_estimate(const Bidder& bidder, const Instant& instant,
                     const std::vector<double>& model) {
  const OwnScale g(bidder.range);
  double chosen = 0.0;
  double best = -1.0;
  for (std::size_t package = 0; package < model.size(); ++package) {
    const double utility = bidder.judged[package];
    if (!(utility >= instant.walk_away)) continue;
    const double product = g(utility) * model[package];
    if (best >= 0.0 && product <= best + kTolerance) continue;
    best = product;
    chosen = g(utility);
  }
  return std::min(std::max({chosen, kLeastEstimate, g(instant.lowest)}), 1.0);
}

/// T, on its own scale.
double target_of(const Bidder& bidder, const Memory& memory, const Instant& instant, double nash) {
  const OwnScale g(bidder.range);
  const double first = g(bidder.utility[memory.met.front().package]);
  const double best = g(bidder.utility[memory.best_met]);
  const double conceded =
      nash <= first + kTolerance ? 0.0 : std::clamp((best - first) / (nash - first), 0.0, 1.0);
  double target = 1.0 - conceded * (1.0 - nash);
  const double hurry = std::clamp(kHurry * (instant.time - kHurryFrom), 0.0, 1.0);
  target = target - hurry * std::max(0.0, target - nash);
  return std::min(1.0, std::max(g(instant.lowest), target));
}

/// Of the packages from a place of its order on, the one that fits the others best; then the one
/// worth more; then the first in file order.
int best_fit(const Order& order, const std::vector<double>& model, int from) {
  double most = 0.0;
  for (int place = from; place < order.size(); ++place) {
    most = std::max(most, model[order.package(place)]);
  }
  int chosen = -1;
  for (int place = from; place < order.size(); ++place) {
    if (model[order.package(place)] < most - kTolerance) continue;
    if (chosen < 0 || order.worth(place) > order.worth(chosen)) chosen = place;
  }
  return order.package(chosen);
}

/// The first place whose worth, on its own scale, meets the target.
int first_meeting(const Order& order, const OwnScale& g, double target, int from) {
  int to = order.size();
  while (from < to) {
    const int middle = from + (to - from) / 2;
    if (g(order.worth(middle)) >= target) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}

}  // namespace

int nice_offer(const Bidder& bidder, const Memory& memory, const Instant& instant) {
  const Order& order = bidder.order();
  if (memory.met.empty()) return order.from_top(0);
  const OwnScale g(bidder.range);
  const std::vector<double> model = model_of_others(*bidder.space.grid, memory);
  const double target =
      target_of(bidder, memory, instant, nash_estimate(bidder, instant, model)) - kTolerance;
  const double met = bidder.judged[memory.best_met];
  if (met >= instant.walk_away && g(met) >= target) return memory.best_met;
  const int rational = order.at_least(instant.walk_away);
  const int from = first_meeting(order, g, target, rational);
  return from < order.size() ? best_fit(order, model, from) : order.from_top(0);
}

void count_options(const PackageGrid& grid, int package, std::vector<int>& counts) {
  std::size_t first = 0;
  for (int issue = 0; issue < grid.issues(); ++issue) {
    const std::size_t place = first + static_cast<std::size_t>(grid.option(package, issue));
    first += static_cast<std::size_t>(grid.options(issue));
    if (counts.size() < first) counts.resize(first, 0);
    ++counts[place];
  }
}

}  // namespace detente
