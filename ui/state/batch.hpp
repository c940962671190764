#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "detente/batch/results.hpp"

namespace detente {
struct Experiment;
}  // namespace detente

namespace detente::ui {

struct Source;
struct BatchCharts;

/// A batch folder as it was read last. Shared, never changed.
struct BatchStore {
  detente::Results results{};
  detente::Progress progress{};                    ///< Of the folder, when it was read.
  std::int64_t failed = 0;                         ///< Of the rows that are there.
  std::shared_ptr<const Source> source{};          ///< The scenario that was run;
  std::shared_ptr<const Experiment> experiment{};  ///< what was varied; both or neither.
  std::string fault{};                             ///< Why neither is there.
};

/// The runs in the table: those of the cell that is selected, or all.
struct BatchList {
  std::shared_ptr<const BatchCharts> of{};  ///< What it was made from,
  int column = -1;                          ///< and for which cell.
  int row = -1;
  std::vector<std::int64_t> rows{};  ///< Places in the results: the first so many.
  std::int64_t all = 0;              ///< How many there are.
};

/// What workspace 4 shows.
struct BatchState {
  std::string folder{};  ///< That is shown; empty: none.
  std::string typed{};   ///< In the field.
  std::string fault{};   ///< Why the folder cannot be read; mostly empty.
  bool look = false;     ///< It is to be looked at now;
  float waited = 0.0F;   ///< else so many seconds after it was looked at last.
  std::shared_ptr<const BatchStore> store{};
  bool listed = false;              ///< `near` is up to date.
  std::vector<std::string> near{};  ///< Batch folders near the scenario.

  // chosen; names of columns, empty: the first that make sense
  std::string across{};
  std::string up{};
  std::string metric{};
  int column = -1;  ///< The cell that is selected, or -1.
  int row = -1;
  std::int64_t run = -1;  ///< The run that is selected, by its id, or -1.
  int bin = -1;           ///< Bar of the density that is looked at, or -1.
  int tab = 0;            ///< Of the right side where it is narrow: tornado, density, runs.

  std::shared_ptr<const BatchCharts> charts{};
  std::string charts_key{};  ///< What `charts` are, or will be, of.
  BatchList list{};
  std::string run_command{};  ///< `detente run … --set …` of the run that is selected,
  std::int64_t run_command_of = -1;
  std::shared_ptr<const BatchStore> run_command_from{};
};

}  // namespace detente::ui
