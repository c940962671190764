#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/batch/outcome_shares.hpp"
#include "detente/batch/sensitivity.hpp"
#include "ui/desk.hpp"

// What the charts of workspace 4 show, counted beside the window.
namespace detente::ui {

/// How the runs of a batch ended, row by row.
struct BatchEndings {
  std::vector<OutcomeKind> kinds{};  ///< Agreed first, then in order of first appearance; empty
                                     ///< where the batch has no metric `agreed`.
  std::vector<int> of_row{};         ///< Place in `kinds`, or 0; -1: the run failed.

  /// At least one: runs that nothing is known of are one kind.
  int count() const { return std::max(1, static_cast<int>(kinds.size())); }
};

/// How often a metric has which value, by ending.
struct BatchDensity {
  std::vector<std::string> words{};    ///< Of a text: one for each bin, the most frequent first;
                                       ///< an empty one stands for all others.
  std::vector<double> from{};          ///< Of numbers: the bins from the lowest up;
  std::vector<double> to{};            ///< equal to `from` where a bin is one value.
  int endings = 1;                     ///< Of each bin.
  std::vector<std::int64_t> counts{};  ///< [bin * endings + ending]
  std::int64_t empty = 0;              ///< Runs that did not fail and have no value.

  int bins() const { return static_cast<int>(words.empty() ? from.size() : words.size()); }
  std::int64_t runs(int bin) const;
};

/// All charts of a batch, for the columns chosen. Shared, never changed.
struct BatchCharts {
  std::shared_ptr<const BatchStore> store{};
  std::string across{};
  std::string up{};
  std::string metric{};
  BatchEndings endings{};
  std::optional<OutcomeShares> map{};
  std::string map_fault{};     ///< Why there is no map.
  std::vector<int> cell_of{};  ///< Row of the results -> row of the map * columns + column, or -1.
  std::string asked{};         ///< As asked_metric() says.
  std::vector<std::string> inputs{};
  std::optional<MetricSensitivity> effects{};
  std::string effects_fault{};
  BatchDensity density{};

  /// Runs in a cell of the map.
  std::int64_t runs_in(int column, int row) const;
};

BatchEndings endings_of(const detente::Results& results);

/// The distribution of a column: a bin for each of few values, else 24 of equal width, or the
/// eleven words that occur most and one for the others.
BatchDensity density_of(const ResultColumn& column, const BatchEndings& endings);

/// The column of that name, or nullptr.
const ResultColumn* column_of(const detente::Results& results, const std::string& name);

/// Chooses columns for what is not chosen, or is not there any more.
void choose_columns(BatchState& batch);

/// What the tornado asks for: the metric; of a text `metric=word`, its most frequent word.
std::string asked_metric(const detente::Results& results, const std::string& metric);

/// The first runs of the cell that is selected, or of all; kept until something else is.
const BatchList& listed_runs(BatchState& batch);

}  // namespace detente::ui
