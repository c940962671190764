#include "literal/solutions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace detente::literal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Vector = std::vector<double>;

Vector vector_of(const std::vector<Vector>& utility, int package) {
  Vector values;
  for (const Vector& column : utility) values.push_back(column[package]);
  return values;
}

bool dominates(const Vector& one, const Vector& other) {
  bool more = false;
  for (std::size_t party = 0; party < one.size(); ++party) {
    if (one[party] < other[party]) return false;
    more = more || one[party] > other[party];
  }
  return more;
}

double sum_of(const Vector& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum;
}

std::vector<int> argmax(const Domain& domain, const std::vector<int>& frontier,
                        const std::function<double(const Vector&)>& score) {
  double most = -kInfinity;
  for (const int package : frontier) {
    most = std::max(most, score(vector_of(domain.utility, package)));
  }
  std::vector<int> chosen;
  for (const int package : frontier) {
    if (score(vector_of(domain.utility, package)) >= most - 1e-12) chosen.push_back(package);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

Vector shares(const Vector& u, const Vector& d, const Vector& top) {
  Vector result;
  for (std::size_t party = 0; party < u.size(); ++party) {
    const bool nothing = top[party] == d[party];
    result.push_back(nothing ? 1.0 : (u[party] - d[party]) / (top[party] - d[party]));
  }
  return result;
}

double product_of_gains(const Vector& u, const Vector& d) {
  double product = 1.0;
  for (std::size_t party = 0; party < u.size(); ++party) product *= u[party] - d[party];
  return product;
}

double least_gain(const Vector& u, const Vector& d) {
  double least = kInfinity;
  for (std::size_t party = 0; party < u.size(); ++party) {
    least = std::min(least, u[party] - d[party]);
  }
  return least;
}

double least(const Vector& values) {
  return *std::min_element(values.begin(), values.end());
}

double most(const Vector& values) {
  return *std::max_element(values.begin(), values.end());
}

double frustration(const Vector& u, const Vector& best) {
  double sum = 0.0;
  for (std::size_t party = 0; party < u.size(); ++party) {
    const double lack = best[party] == 0.0 ? 0.0 : 1.0 - u[party] / best[party];
    sum += lack * lack;
  }
  return std::sqrt(sum);
}

}  // namespace

std::vector<int> frontier(const std::vector<Vector>& utility, const std::vector<int>& packages) {
  std::vector<int> kept;
  for (const int package : packages) {
    const Vector own = vector_of(utility, package);
    const bool beaten = std::any_of(packages.begin(), packages.end(), [&](int other) {
      const Vector others = vector_of(utility, other);
      return dominates(others, own) || (others == own && other < package);
    });
    if (!beaten) kept.push_back(package);
  }
  std::stable_sort(kept.begin(), kept.end(), [&](int one, int other) {
    return sum_of(vector_of(utility, one)) > sum_of(vector_of(utility, other));
  });
  return kept;
}

Solutions solutions(const Domain& domain) {
  Solutions result{.opposition = kInfinity};
  for (int package = 0; package < std::ssize(domain.allowed); ++package) {
    bool rational = domain.allowed[package];
    for (std::size_t party = 0; party < domain.utility.size(); ++party) {
      rational = rational && domain.utility[party][package] >= domain.walk_away[party];
    }
    if (rational) result.rational.push_back(package);
  }
  if (result.rational.empty()) return result;
  Vector d;
  Vector best;
  Vector ideal;
  for (std::size_t party = 0; party < domain.utility.size(); ++party) {
    const Vector& column = domain.utility[party];
    d.push_back(std::max(domain.walk_away[party], least(column)));
    best.push_back(most(column));
    ideal.push_back(-kInfinity);
    for (const int package : result.rational) {
      ideal.back() = std::max(ideal.back(), column[package]);
    }
  }
  for (const int package : result.rational) {
    const double own = frustration(vector_of(domain.utility, package), best);
    result.opposition = std::min(result.opposition, own);
  }
  result.frontier = frontier(domain.utility, result.rational);
  const std::array<std::function<double(const Vector&)>, 6> scores{
      [&](const Vector& u) { return product_of_gains(u, d); },
      [&](const Vector& u) { return least(shares(u, d, ideal)); },
      [&](const Vector& u) { return -(most(shares(u, d, best)) - least(shares(u, d, best))); },
      [&](const Vector& u) { return least_gain(u, d); },
      [&](const Vector& u) { return sum_of(u); },
      [&](const Vector& u) { return sum_of(shares(u, d, best)); }};
  for (std::size_t point = 0; point < scores.size(); ++point) {
    result.points[point] = argmax(domain, result.frontier, scores[point]);
  }
  return result;
}

}  // namespace detente::literal
