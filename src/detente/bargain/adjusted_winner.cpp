#include "detente/bargain/adjusted_winner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>
#include <numeric>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

/// The shortest decimal that reads back to the number, exactly.
Rational exact(double number) {
  const std::string shortest = fmt::format("{}", number);
  // fmt gives the shortest digits, with an exponent for very small and very large numbers
  const std::size_t mark = shortest.find('e');
  const std::string mantissa = shortest.substr(0, mark);
  int exponent = mark == std::string::npos ? 0 : std::atoi(shortest.c_str() + mark + 1);
  Integer digits = 0;
  bool behind_point = false;
  for (const char sign : mantissa) {
    if (sign == '.') {
      behind_point = true;
      continue;
    }
    digits = digits * 10 + (sign - '0');
    if (behind_point) --exponent;
  }
  const Integer scale =
      boost::multiprecision::pow(Integer(10), static_cast<unsigned>(std::abs(exponent)));
  return exponent < 0 ? Rational(digits, scale) : Rational(digits * scale);
}

Fraction fraction(const Rational& number) {
  return {number.str(), number.convert_to<double>()};
}

std::vector<Fraction> fractions(const std::vector<Rational>& numbers) {
  std::vector<Fraction> all;
  all.reserve(numbers.size());
  for (const Rational& number : numbers) all.push_back(fraction(number));
  return all;
}

/// Bids scaled to 100 in all.
std::vector<Rational> points_of(std::span<const double> bids) {
  std::vector<Rational> points;
  Rational sum = 0;
  for (const double bid : bids) {
    expects(bid >= 0.0 && bid <= 1e100, "adjusted_winner: bids >= 0");
    points.push_back(exact(bid));
    sum += points.back();
  }
  expects(sum > 0, "adjusted_winner: each party bids on something");
  for (Rational& own : points) own = own * 100 / sum;
  return points;
}

/// Two parties with their points, and who has how much of what.
struct Table {
  std::vector<Rational> points[2]{};
  std::vector<Rational> share[2]{};
  std::vector<bool> shared{};

  Rational total(int party) const {
    Rational sum = 0;
    for (std::size_t item = 0; item < share[party].size(); ++item) {
      sum += share[party][item] * points[party][item];
    }
    return sum;
  }
};

Table first_award(std::span<const double> first, std::span<const double> second,
                  const std::vector<bool>& shared) {
  Table table{.points = {points_of(first), points_of(second)}, .shared = shared};
  table.shared.resize(first.size(), false);
  for (std::size_t item = 0; item < first.size(); ++item) {
    const bool to_first = table.points[0][item] >= table.points[1][item];
    const bool both = table.shared[item];
    table.share[0].push_back(to_first || both ? 1 : 0);
    table.share[1].push_back(!to_first || both ? 1 : 0);
  }
  return table;
}

/// What the leader may pass on, in increasing ratio of its points to the other's.
std::vector<int> in_order_of_ratio(const Table& table, int leader) {
  std::vector<int> items;
  for (std::size_t item = 0; item < table.shared.size(); ++item) {
    const bool moves = table.share[leader][item] == 1 && !table.shared[item];
    if (moves && table.points[leader][item] > 0) items.push_back(static_cast<int>(item));
  }
  const auto& own = table.points[leader];
  const auto& others = table.points[1 - leader];
  // without a quotient: where the other has no points the ratio is infinite
  std::stable_sort(items.begin(), items.end(), [&](int one, int other) {
    return own[one] * others[other] < own[other] * others[one];
  });
  return items;
}

std::vector<Transfer> even_out(Table& table) {
  const int leader = table.total(0) >= table.total(1) ? 0 : 1;
  std::vector<Transfer> transfers;
  for (const int item : in_order_of_ratio(table, leader)) {
    const Rational gap = table.total(leader) - table.total(1 - leader);
    if (gap <= 0) break;
    const Rational both = table.points[0][item] + table.points[1][item];
    const Rational part = gap < both ? Rational(gap / both) : Rational(1);
    table.share[leader][item] -= part;
    table.share[1 - leader][item] += part;
    transfers.push_back({item, 1 - leader, fraction(part)});
  }
  return transfers;
}

}  // namespace

Division adjusted_winner(std::span<const double> first, std::span<const double> second,
                         const std::vector<bool>& shared) {
  expects(first.size() == second.size(), "adjusted_winner: two bids for each item");
  Table table = first_award(first, second, shared);
  Division division{.points_first = fractions(table.points[0]),
                    .points_second = fractions(table.points[1]),
                    .start_first = fraction(table.total(0)),
                    .start_second = fraction(table.total(1))};
  division.transfers = even_out(table);
  division.share_of_first = fractions(table.share[0]);
  division.points_each = fraction(table.total(0));
  return division;
}

}  // namespace detente
