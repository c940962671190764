#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "detente/study/estimate.hpp"

// Numbers that are drawn from samples: pure functions of arrays, the same bits on every machine.
namespace detente {

/// Fewer runs (or points, or draws) than these carry no share of variance, no correlation and no
/// interval of either: what a command says of them would be about luck.
constexpr int kFewestUnits = 20;

/// Indices of the entries that are numbers (not NaN), by (value, index).
std::vector<int> order_of(std::span<const double> values);

/// Rank of every entry from 1, ties sharing the mean of their places; NaN where the entry is none.
/// @param order  of order_of().
std::vector<double> ranks_of(std::span<const double> values, std::span<const int> order);

/// Spearman's rank correlation of two columns of ranks, over the rows where both are numbers, with
/// a 95 % interval by Fisher's z. Nothing for fewer than four rows or where a column is constant.
/// @pre  ranks among those rows: where entries are missing, rank again without them.
/// @source  Spearman (1904); the standard error sqrt((1 + r^2 / 2) / (n - 3)) of z: Bonett &
///          Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman
///          correlations", Psychometrika 65 (2000) 23-28.
std::optional<Estimate> correlation_of_ranks(std::span<const double> x, std::span<const double> y);

/// The same from the numbers themselves; rows where either is NaN are left out.
std::optional<Estimate> rank_correlation(std::span<const double> x, std::span<const double> y);

/// A share of n draws, with Wilson's 95 % interval.
/// @pre  n > 0; 0 <= share <= 1.
/// @source  Wilson, "Probable inference, the law of succession, and statistical inference",
///          Journal of the American Statistical Association 22 (1927) 209-212.
Estimate share_of(double share, double n, double z = 1.959963984540054);

/// The first value at which the running weight reaches q of the whole (within 1e-12): q = 1/2 gives
/// the lowest value with a running share of at least one half.
/// @param values  rising; one weight each.
/// @pre  there are any, and their weights sum to more than 0.
double weighted_quantile(std::span<const double> values, std::span<const double> weights, double q);

/// The classes that an input's values are put into for first_order_by_classes().
struct Classes {
  std::vector<int> of{};  ///< Of each row; -1 where the input is no number.
  int count = 0;
};

/// A class for each value if there are at most `most_values` of them; else classes of about equal
/// size, equal values together: two times the cube root of the number of rows, 2 to 50.
Classes classes_of(std::span<const double> values, std::span<const int> order, int most_values);

/// How much of the variance of y goes along with the class that a row is in: the correlation ratio,
/// corrected for the number of classes (so it may fall below 0), and an interval by a jackknife
/// over at most 200 groups of rows. With classes of one input it estimates that input's first-order
/// index. Nothing where y is constant or there are no more rows than classes.
/// @source  Kelley, "An unbiased correlation ratio measure", PNAS 21 (1935) 554-559.
std::optional<Estimate> first_order_by_classes(const Classes& classes, std::span<const double> y);

/// How often each of `count` units is drawn in bootstrap sample `resample`: `count` draws with
/// replacement, keyed by (seed, resample, draw).
void resample_counts(std::uint64_t seed, std::uint32_t resample, std::vector<int>& counts);

/// The central 95 % of a bootstrap's values. @pre  not empty.
Interval percentile_interval(std::vector<double> values);

/// Whether all numbers are equal up to rounding (1e-12 of the largest); NaN are left out.
bool is_constant(std::span<const double> values);

}  // namespace detente
