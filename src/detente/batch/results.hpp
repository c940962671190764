#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "detente/batch/row.hpp"
#include "detente/core/result.hpp"

namespace detente {

/// A column of results in memory: one entry for each run that is there, in order of run_id.
struct ResultColumn {
  Column column{};
  std::vector<double> numbers{};     ///< NaN = empty. Of text: place in `words`.
  std::vector<std::string> words{};  ///< Of text: those that occur, in order of first appearance.
};

/// What a batch folder holds so far. A value; the folder may go on growing.
struct Results {
  std::string folder{};
  std::int64_t planned = 0;
  std::vector<std::int64_t> runs{};  ///< run_id of each row, rising.
  std::vector<bool> ok{};            ///< Status of each row.
  std::vector<ResultColumn> columns{};
  std::string plan_file{};  ///< Names for messages, and the texts that were run.
  std::string plan_text{};
  std::string points_text{};  ///< What the CSV held that the plan's list reads; else empty.
  std::string scenario_file{};
  std::string scenario_text{};
  std::string command{};  ///< The command line that ran it, as people type it.
  int repetitions = 1;    ///< Run k is repetition k % repetitions of point k / repetitions.
  std::uint64_t seed = 1;
  std::vector<std::pair<std::int64_t, std::string>> failures{};  ///< (run_id, why), rising.

  std::int64_t rows() const { return static_cast<std::int64_t>(runs.size()); }
  bool complete() const { return rows() == planned; }
};

/// Reads a batch folder, also while it is being written to. A diagnostic if it is none.
Result<Results> read_results(const std::string& folder);

/// How far a batch folder is, without reading its rows.
struct Progress {
  std::int64_t planned = 0;
  std::int64_t done = 0;
  std::int64_t failed = 0;
};
Result<Progress> progress_of(const std::string& folder);

}  // namespace detente
