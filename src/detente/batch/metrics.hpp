#pragma once

#include <span>
#include <string>
#include <vector>

#include "detente/batch/row.hpp"
#include "detente/scenario/batch_plan.hpp"
#include "detente/sim/simulation.hpp"

namespace detente {

/// The numbers that are kept of each run: those of docs/batch.md, in the order asked for.
class RunMetrics {
 public:
  /// @param names  of run_metrics(), without `*`.
  RunMetrics(const Scenario& scenario, std::span<const std::string> names);

  /// One column for each name.
  const std::vector<Column>& columns() const { return columns_; }

  /// Appends a cell for each metric of a run that is over without a fault.
  void read(const Simulation& simulation, std::vector<Cell>& cells) const;

 private:
  enum class What {
    agreed,
    stage,
    round,
    reason,
    package,
    coalition,
    coalition_size,
    support,
    nash_distance,
    min_surplus,
    welfare,
    utility,
    surplus,
    option,
  };
  struct Metric {
    What what{};
    int subject = -1;  ///< Actor, or issue.
  };
  class Reading;

  std::vector<Metric> metrics_{};
  std::vector<Column> columns_{};
};

/// The numbers of one run's rounds: those that `series` asks for.
class SeriesMetrics {
 public:
  /// @param series  names of series_metrics(), without `*`.
  SeriesMetrics(const Scenario& scenario, const Series& series);

  /// Of rounds 0, every, 2 every, … and the last of each stage, in order of play.
  std::vector<SeriesCell> read(const Trace& trace) const;

 private:
  enum class What { support, zone_size, offers, aspiration, walk_away };
  struct Metric {
    What what{};
    int actor = -1;
  };
  void read(const TraceStage& stage, const TraceRound& round, std::vector<SeriesCell>& cells) const;

  int every_ = 1;
  std::vector<Metric> metrics_{};
};

/// The largest share of the power of a stage's parties that stands behind one package.
double support_of(const StageTables& tables, const std::vector<std::vector<int>>& blocs);

}  // namespace detente
