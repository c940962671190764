#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detente/batch/results.hpp"
#include "detente/core/result.hpp"

namespace detente {

/// How a run may have ended.
struct OutcomeKind {
  bool agreed = false;
  std::string stage{};  ///< Where the talks ended; empty where the batch has no metric `stage`.

  bool operator==(const OutcomeKind&) const = default;
};

/// The values along one side of a map.
struct ShareAxis {
  std::string column{};
  std::vector<std::string> words{};  ///< Of a column of text: one for each place.
  std::vector<double> from{};        ///< Of numbers: place k holds from[k] <= x < to[k]; the last
  std::vector<double> to{};          ///< one x <= to[k]; from[k] = to[k] where it is one value.

  int count() const { return static_cast<int>(words.empty() ? from.size() : words.size()); }
};

/// How runs ended, by two columns.
struct OutcomeShares {
  ShareAxis x{};
  ShareAxis y{};
  std::vector<OutcomeKind> kinds{};  ///< Those that occur: agreed first, then by stage in order of
                                     ///< first appearance.
  std::vector<std::int64_t> counts{};  ///< [(row * columns + column) * kinds + kind].
  std::int64_t left_out = 0;           ///< Failed runs, and those without a value on an axis.

  int columns() const { return x.count(); }
  int rows() const { return y.count(); }
  std::int64_t count(int column, int row, int kind) const {
    return counts[(static_cast<std::size_t>(row) * columns() + column) * kinds.size() + kind];
  }
  /// Runs in a cell, however they ended.
  std::int64_t runs(int column, int row) const;
};

/// The shares of how runs ended, by any two columns of a batch. A column with few values (12, or
/// `bins` if that is more) has a place for each; numbers with more are cut into `bins` of equal
/// width. Diagnostics: a column that is not there, twice the same one, no metric `agreed`.
Result<OutcomeShares> outcome_shares(const Results& results, const std::string& x,
                                     const std::string& y, int bins);

/// The place on an axis of one entry of its column; -1: none.
int place_on(const ShareAxis& axis, const ResultColumn& column, std::size_t row);

}  // namespace detente
