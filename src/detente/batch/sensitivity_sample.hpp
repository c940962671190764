#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detente/batch/results.hpp"

namespace detente {

/// A column of a batch as numbers, one for each unit; NaN = there is none.
struct SampleColumn {
  std::string name{};
  bool yes_no = false;
  std::vector<std::string> words{};  ///< Not empty: the numbers are places here.
  std::vector<double> values{};

  bool is_text() const { return !words.empty(); }
};

/// What varied, as numbers. A unit is a run, or a point with its repetitions averaged. Failed runs
/// are in no unit.
struct Sample {
  bool by_point = false;
  std::vector<std::int64_t> units{};  ///< Run ids or points, rising.
  std::vector<SampleColumn> inputs{};
};

/// Whether the inputs of a batch are the same in all repetitions of a point, so that those may be
/// averaged; false without repetitions.
bool repeats_points(const Results& results, int repetitions);

/// @param by_point  average over the repetitions of a point.
Sample sample_of(const Results& results, int repetitions, bool by_point);

/// The numbers of one metric for the units of a sample: the mean where they are points.
/// @param word  of a column of text: 1 where it is this word, else 0.
SampleColumn metric_of(const Results& results, const Sample& sample, int repetitions,
                       const ResultColumn& column, const std::string& word = {});

/// One metric at the points of a design after Saltelli, repetitions averaged: for each base point
/// A, then A with each input in turn from B, then B.
struct SaltelliTable {
  std::vector<double> a{};
  std::vector<double> b{};
  std::vector<std::vector<double>> ab{};  ///< By input.
  std::int64_t left_out = 0;              ///< Base points that lack a run, or its number.
};

/// @param inputs  how many there are.
/// @param word    as of metric_of().
SaltelliTable saltelli_table(const Results& results, int inputs, int repetitions,
                             const ResultColumn& column, const std::string& word = {});

/// The column with that name, or nullptr.
const ResultColumn* find_column(const Results& results, std::string_view name);

/// The column that people mean: the one with that name, or the only one that tables call so
/// (`russia.walk_away`). The diagnostic lists the columns.
Result<const ResultColumn*> column_meant(const Results& results, const std::string& name);

/// "no metric 'agred' in these results; there are: …", with a did-you-mean.
Diagnostic no_such_column(const std::string& what, const std::string& name,
                          const std::vector<std::string>& known);

/// The distinct numbers of a column, rising; empty if there are more than `most`.
std::vector<double> few_values(const std::vector<double>& values, int most);

}  // namespace detente
