#pragma once

// Private to the Python module.

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "detente/batch/experiment.hpp"
#include "detente/batch/results.hpp"
#include "detente/batch/sink.hpp"
#include "python/binding.hpp"

namespace detente::python {

/// A long table in columns: numbers of the rounds themselves.
struct SeriesColumns {
  std::vector<std::int64_t> runs{};
  std::vector<double> stages{};  ///< Places in `stage_ids`.
  std::vector<std::int64_t> rounds{};
  std::vector<double> metrics{};  ///< Places in `metric_names`.
  std::vector<double> values{};
  std::vector<std::string> stage_ids{};
  std::vector<std::string> metric_names{};
};

/// Results as Python holds them.
struct HeldResults {
  Results results{};
  std::optional<SeriesColumns> series{};
};

/// Keeps rows in columns, in memory.
class ColumnSink final : public Sink {
 public:
  explicit ColumnSink(const Experiment& experiment);

  std::int64_t next_run() const override { return next_; }
  void append(std::span<const RunRow> rows) override;
  void flush() override {}

  std::shared_ptr<HeldResults> take() { return std::move(held_); }

 private:
  void add(std::size_t column, const Cell& cell);
  void add_series(const RunRow& row);

  std::shared_ptr<HeldResults> held_;
  std::vector<std::unordered_map<std::string, double>> places_;  ///< Of words, by column.
  std::int64_t next_ = 0;
};

/// The class `Results`.
void bind_results(py::module_& module);

}  // namespace detente::python
