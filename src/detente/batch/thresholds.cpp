#include "detente/batch/thresholds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/core/contract.hpp"
#include "detente/core/text.hpp"
#include "detente/study/statistics.hpp"

namespace detente {
namespace {

constexpr double kNearlyAll = 0.95;
constexpr double kEnoughRuns = 30.0;
constexpr double kEnoughShare = 0.01;
constexpr double kFewestRuns = 5.0;
constexpr double kOneInAThousand = 3.2905267314919255;  // two-sided, of a standard normal

/// Runs and those among them with a yes.
struct Count {
  double runs = 0.0;
  double yes = 0.0;

  double share() const { return yes / runs; }
};

/// One side of a cut, and the runs on the other.
struct Cut {
  Count side{};
  Count rest{};
  Count all{};
};

/// Of the variance of yes and no, the share that is between the two sides.
double gain_of(const Cut& cut) {
  const double base = cut.all.share();
  const double apart = cut.side.share() - cut.rest.share();
  const double weight = cut.side.runs / cut.all.runs * (cut.rest.runs / cut.all.runs);
  return weight * apart * apart / (base * (1.0 - base));
}

/// Whether the side is (nearly) settled, by enough runs and by more than chance.
bool is_said(const Cut& cut, bool yes) {
  const double runs = cut.side.runs;
  const bool enough = runs >= kEnoughRuns || runs >= kEnoughShare * cut.all.runs;
  if (!enough || runs < kFewestRuns) return false;
  const double share = yes ? cut.side.share() : 1.0 - cut.side.share();
  const double base = yes ? cut.all.share() : 1.0 - cut.all.share();
  return share >= kNearlyAll && share_of(share, runs, kOneInAThousand).interval.low > base;
}

Count less(const Count& all, const Count& part) {
  return {all.runs - part.runs, all.yes - part.yes};
}

/// The best cut seen so far, one for each side.
class Search {
 public:
  Search(int input, Count all) : input_(input), all_(all) {}

  /// @param below  what lies up to `last`; the next value is `next`.
  void try_cut(const Count& below, double last, double next) {
    const Count above = less(all_, below);
    try_side({above, below, all_}, true, last, next);
    try_side({below, above, all_}, false, last, next);
  }

  void take(std::vector<Threshold>& found) const {
    for (const auto& best : {above_, below_}) {
      if (best.gain > 0.0) found.push_back(best);
    }
  }

 private:
  void try_side(const Cut& cut, bool above, double last, double next) {
    const bool yes = cut.side.share() > all_.share();
    const double gain = gain_of(cut);
    Threshold& best = above ? above_ : below_;
    if (gain <= best.gain || !is_said(cut, yes)) return;
    const auto share = [&](const Count& count) {
      return yes ? count.share() : 1.0 - count.share();
    };
    best = {.input = input_,
            .above = above,
            .cut = plainest_between(last, next, !above),
            .yes = yes,
            .share = share(cut.side),
            .runs = static_cast<std::int64_t>(cut.side.runs),
            .share_elsewhere = share(cut.rest),
            .runs_elsewhere = static_cast<std::int64_t>(cut.rest.runs),
            .base = share(all_),
            .gain = gain};
  }

  int input_;
  Count all_;
  Threshold above_{};
  Threshold below_{};
};

void search_input(const Sample& sample, int input, std::span<const double> metric,
                  std::vector<Threshold>& found) {
  const auto& values = sample.inputs[input].values;
  std::vector<int> order = order_of(values);
  std::erase_if(order, [&](int unit) { return std::isnan(metric[unit]); });
  Count all;
  for (const int unit : order) {
    all.runs += 1.0;
    all.yes += metric[unit];
  }
  if (all.yes <= 0.0 || all.yes >= all.runs) return;
  Search search(input, all);
  Count below;
  for (std::size_t place = 0; place + 1 < order.size(); ++place) {
    below.runs += 1.0;
    below.yes += metric[order[place]];
    const double value = values[order[place]];
    const double next = values[order[place + 1]];
    if (value != next) search.try_cut(below, value, next);
  }
  search.take(found);
}

}  // namespace

double plainest_between(double low, double high, bool open_below) {
  expects(low < high, "plainest_between: low < high");
  const auto inside = [&](double value) {
    return open_below ? low < value && value <= high : low <= value && value < high;
  };
  for (int digits = 0; digits <= 15; ++digits) {
    const double given = open_below ? high : low;
    const std::optional<double> rounded = parse_number(show_fixed(given, digits));
    if (!rounded) break;
    if (inside(*rounded)) return *rounded;
    double step = 1.0;
    for (int digit = 0; digit < digits; ++digit) step /= 10.0;
    // rounding went the wrong way: the next decimal on the other side
    const auto other = parse_number(show_fixed(*rounded + (open_below ? -step : step), digits));
    if (other && inside(*other)) return *other;
  }
  return open_below ? high : low;
}

std::vector<Threshold> thresholds_of(const Sample& sample, std::span<const double> metric) {
  std::vector<Threshold> found;
  for (std::size_t input = 0; input < sample.inputs.size(); ++input) {
    expects(sample.inputs[input].values.size() == metric.size(), "thresholds_of: one entry a unit");
    if (sample.inputs[input].is_text()) continue;
    search_input(sample, static_cast<int>(input), metric, found);
  }
  std::stable_sort(found.begin(), found.end(), [](const Threshold& left, const Threshold& right) {
    return left.gain > right.gain;
  });
  return found;
}

}  // namespace detente
