#include "detente/bargain/solution_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/core/contract.hpp"
#include "detente/core/numerics.hpp"

namespace detente {
namespace {

constexpr double kTie = 1e-12;
constexpr double kPowerTie = 1e-9;  // powers are within some ulp only

/// Utilities of the frontier's packages, party by party, so that a point needs one pass.
class FrontierTable {
 public:
  FrontierTable(UtilityColumns utilities, const std::vector<int>& frontier)
      : parties_(utilities.size()), packages_(&frontier) {
    cells_.reserve(parties_ * frontier.size());
    for (const int package : frontier) {
      for (const auto column : utilities) cells_.push_back(column[package]);
    }
  }

  std::size_t size() const { return packages_->size(); }
  std::span<const double> row(std::size_t place) const {
    return std::span(cells_).subspan(place * parties_, parties_);
  }

  /// The packages whose score is within `tie` of the largest, ascending.
  template <typename Score>
  std::vector<int> best(Score score, double tie = kTie) const {
    std::vector<double> scores;
    scores.reserve(size());
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t place = 0; place < size(); ++place) {
      scores.push_back(score(row(place)));
      most = std::max(most, scores.back());
    }
    std::vector<int> chosen;
    for (std::size_t place = 0; place < size(); ++place) {
      if (scores[place] >= most - tie) chosen.push_back((*packages_)[place]);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
  }

 private:
  std::size_t parties_;
  const std::vector<int>* packages_;
  std::vector<double> cells_{};
};

double sum_of(std::span<const double> numbers) {
  double sum = 0.0;
  for (const double number : numbers) sum += number;
  return sum;
}

/// (u - d)/(top - d), or 1 where there is nothing to gain.
double share(double utility, double disagreement, double top) {
  return top > disagreement ? (utility - disagreement) / (top - disagreement) : 1.0;
}

struct Shares {
  double least = std::numeric_limits<double>::infinity();
  double most = -std::numeric_limits<double>::infinity();
  double sum = 0.0;
};

Shares shares(std::span<const double> row, const std::vector<double>& disagreement,
              const std::vector<double>& top) {
  Shares all;
  for (std::size_t party = 0; party < row.size(); ++party) {
    const double own = share(row[party], disagreement[party], top[party]);
    all.least = std::min(all.least, own);
    all.most = std::max(all.most, own);
    all.sum += own;
  }
  return all;
}

double product_of_gains(std::span<const double> row, const std::vector<double>& disagreement) {
  double product = 1.0;
  for (std::size_t party = 0; party < row.size(); ++party) {
    product *= row[party] - disagreement[party];
  }
  return product;
}

double least_gain(std::span<const double> row, const std::vector<double>& disagreement) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t party = 0; party < row.size(); ++party) {
    least = std::min(least, row[party] - disagreement[party]);
  }
  return least;
}

/// Distance of (1 - u/M) from 0; who has nothing to want at all (M = 0) lacks nothing.
double frustration(std::span<const double> row, const std::vector<double>& best) {
  double sum = 0.0;
  for (std::size_t party = 0; party < row.size(); ++party) {
    const double lack = best[party] == 0.0 ? 0.0 : 1.0 - row[party] / best[party];
    sum += lack * lack;
  }
  return std::sqrt(sum);
}

void measure_ranges(const Bargain& bargain, SolutionPoints& solved) {
  double diagonal = 0.0;
  for (std::size_t party = 0; party < bargain.utilities.size(); ++party) {
    const auto column = bargain.utilities[party];
    const auto [least, most] = std::minmax_element(column.begin(), column.end());
    solved.least.push_back(*least);
    solved.best.push_back(*most);
    solved.disagreement.push_back(std::max(bargain.walk_away[party], *least));
    diagonal += (*most - *least) * (*most - *least);
  }
  solved.max_distance = std::sqrt(diagonal);
}

/// What the best rational package of each party is worth lies on the frontier, and so does the
/// least opposition: a package that dominates another has no less of the one and no more of the
/// other.
void measure_frontier(const FrontierTable& table, SolutionPoints& solved) {
  solved.ideal.assign(solved.best.size(), -std::numeric_limits<double>::infinity());
  solved.opposition = std::numeric_limits<double>::infinity();
  solved.max_welfare = -std::numeric_limits<double>::infinity();
  for (std::size_t place = 0; place < table.size(); ++place) {
    const auto row = table.row(place);
    for (std::size_t party = 0; party < row.size(); ++party) {
      solved.ideal[party] = std::max(solved.ideal[party], row[party]);
    }
    solved.opposition = std::min(solved.opposition, frustration(row, solved.best));
    solved.max_welfare = std::max(solved.max_welfare, sum_of(row));
  }
  for (std::size_t party = 0; party < solved.ideal.size(); ++party) {
    // m lies at or below M, so one comparison is enough
    if (solved.ideal[party] <= solved.disagreement[party]) {
      solved.no_gain.push_back(static_cast<int>(party));
    }
  }
}

void find_points(const FrontierTable& table, SolutionPoints& solved) {
  using Row = std::span<const double>;
  const auto& d = solved.disagreement;
  const auto put = [&](Point point, std::vector<int> packages) {
    solved.points[static_cast<std::size_t>(point)] = std::move(packages);
  };
  put(Point::nash, table.best([&](Row row) { return product_of_gains(row, d); }));
  put(Point::kalai_smorodinsky,
      table.best([&](Row row) { return shares(row, d, solved.ideal).least; }));
  put(Point::ks_spread, table.best([&](Row row) {
    const Shares own = shares(row, d, solved.best);
    return own.least - own.most;
  }));
  put(Point::egalitarian, table.best([&](Row row) { return least_gain(row, d); }));
  put(Point::utilitarian, table.best(sum_of));
  put(Point::relative_utilitarian,
      table.best([&](Row row) { return shares(row, d, solved.best).sum; }));
}

/// x^e for x >= 0 and e in (0, 1].
double power_of(double x, double e) {
  if (e == 1.0) return x;
  if (x < std::numeric_limits<double>::min()) return 0.0;
  return x <= 1.0 ? power_of_unit(x, e) : portable_exp(e * portable_log(x));
}

/// Least Euclidean distance from a vector to the utilities of some packages.
double least_distance(UtilityColumns utilities, const std::vector<double>& from,
                      const std::vector<int>& packages) {
  double least = std::numeric_limits<double>::infinity();
  for (const int package : packages) {
    double sum = 0.0;
    for (std::size_t party = 0; party < from.size(); ++party) {
      const double off = utilities[party][package] - from[party];
      sum += off * off;
    }
    least = std::min(least, sum);
  }
  return std::sqrt(least);
}

}  // namespace

SolutionPoints solve(const Bargain& bargain) {
  expects(!bargain.utilities.empty() && bargain.judged.size() == bargain.utilities.size() &&
              bargain.walk_away.size() == bargain.utilities.size(),
          "solve: utilities, judgements and a walk-away for each party");
  SolutionPoints solved;
  solved.walk_away.assign(bargain.walk_away.begin(), bargain.walk_away.end());
  measure_ranges(bargain, solved);
  const auto rational = rational_packages(bargain.judged, bargain.walk_away);
  solved.rational = static_cast<int>(rational.size());
  if (rational.empty()) return solved;
  solved.frontier = pareto_frontier(bargain.utilities, rational);
  const FrontierTable table(bargain.utilities, solved.frontier);
  measure_frontier(table, solved);
  find_points(table, solved);
  return solved;
}

std::vector<int> weighted_nash(const Bargain& bargain, const SolutionPoints& solved,
                               std::span<const double> power) {
  expects(power.size() == bargain.utilities.size(), "weighted_nash: a power for each party");
  const double most = *std::max_element(power.begin(), power.end());
  const FrontierTable table(bargain.utilities, solved.frontier);
  return table.best(
      [&](std::span<const double> row) {
        double product = 1.0;
        for (std::size_t party = 0; party < row.size(); ++party) {
          const double gain = row[party] - solved.disagreement[party];
          product *= power_of(gain, power[party] / most);
        }
        return product;
      },
      kPowerTie);
}

OutcomeScores score(const Bargain& bargain, const SolutionPoints& solved, int package) {
  expects(!solved.frontier.empty(), "score: the frontier is not empty");
  OutcomeScores scores{.utilities = solved.walk_away};
  const int nash = solved.at(Point::nash).front();
  for (std::size_t party = 0; party < scores.utilities.size(); ++party) {
    const auto column = bargain.utilities[party];
    double& own = scores.utilities[party];
    if (package >= 0) own = column[package];
    scores.surplus.push_back(own - solved.disagreement[party]);
    scores.regret.push_back(column[nash] - own);
  }
  const double diagonal = solved.max_distance;
  scores.to_frontier = least_distance(bargain.utilities, scores.utilities, solved.frontier);
  for (std::size_t point = 0; point < kPointNames.size(); ++point) {
    const double distance =
        least_distance(bargain.utilities, scores.utilities, solved.points[point]);
    scores.distance[point] = distance;
    scores.optimality[point] = diagonal > 0.0 ? std::max(0.0, 1.0 - distance / diagonal) : 1.0;
  }
  const double welfare = sum_of(scores.utilities);
  scores.welfare_optimality = solved.max_welfare > 0.0 ? welfare / solved.max_welfare : 1.0;
  for (const Point point : {Point::nash, Point::egalitarian, Point::ks_spread}) {
    scores.fairness = std::max(scores.fairness, scores.optimality[static_cast<std::size_t>(point)]);
  }
  return scores;
}

}  // namespace detente
