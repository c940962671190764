#include "detente/batch/results.hpp"

#include <cmath>
#include <exception>
#include <filesystem>
#include <limits>
#include <unordered_map>
#include <utility>

#include "detente/batch/database.hpp"
#include "detente/batch/files.hpp"
#include "detente/batch/inputs_file.hpp"
#include "detente/batch/shard_file.hpp"

namespace detente {
namespace {

using namespace detail;  // NOLINT(google-build-using-namespace): our own private parts

Diagnostics no_batch(const std::string& folder, std::string why) {
  return {{.code = Code::cannot_open,
           .where = {.file = folder},
           .message = std::move(why),
           .hint = "a folder that `detente batch run` has made holds results"}};
}

/// Puts rows into columns.
class ColumnFiller {
 public:
  explicit ColumnFiller(Results& results) : results_(results), places_(results.columns.size()) {}

  void add(const RunRow& row) {
    results_.runs.push_back(row.run);
    results_.ok.push_back(row.ok);
    if (!row.ok) results_.failures.emplace_back(row.run, row.message);
    for (std::size_t column = 0; column < results_.columns.size(); ++column) {
      results_.columns[column].numbers.push_back(number_of(column, row.cells[column]));
    }
  }

 private:
  double number_of(std::size_t column, const Cell& cell) {
    if (const auto* const number = std::get_if<double>(&cell)) return *number;
    if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
      return static_cast<double>(*whole);
    }
    const auto* const word = std::get_if<std::string>(&cell);
    if (word == nullptr) return std::numeric_limits<double>::quiet_NaN();
    auto& words = results_.columns[column].words;
    const auto [found, fresh] = places_[column].try_emplace(*word, words.size());
    if (fresh) words.push_back(*word);
    return static_cast<double>(found->second);
  }

  Results& results_;
  std::vector<std::unordered_map<std::string, std::size_t>> places_;  ///< By column, of its words.
};

std::string store_in(const std::string& folder) {
  return folder + "/results.sqlite";
}

void read_rows(const BatchInputs& inputs, const Layout& layout, Results& results) {
  ColumnFiller filler(results);
  const auto add = [&](const RunRow& row) { filler.add(row); };
  if (std::filesystem::exists(store_in(results.folder))) {
    const DatabaseReader reader(store_in(results.folder), layout);
    // a merge may be under way: then the shards have more
    if (inputs.shards == 0 || reader.tally().done == layout.runs) return reader.each_row(add);
  }
  for (int shard = 1; shard <= inputs.shards; ++shard) {
    each_shard_row(results.folder, {.number = shard, .of = inputs.shards}, layout, add);
  }
}

Result<Results> read_folder(const std::string& folder) {
  const auto inputs = read_inputs(folder);
  if (!inputs) return no_batch(folder, "no results of a batch are here");
  auto loaded = plan_of(*inputs);
  if (!loaded) return loaded.error();
  const Experiment experiment = make_experiment(std::move(loaded).value());
  Layout layout = layout_of(experiment);
  layout.id = inputs->id;
  Results results{.folder = folder,
                  .planned = experiment.runs,
                  .plan_file = inputs->plan_file,
                  .plan_text = inputs->plan_text,
                  .points_text = inputs->points_text,
                  .scenario_file = inputs->scenario_file,
                  .scenario_text = inputs->scenario_text,
                  .command = inputs->command,
                  .repetitions = experiment.repetitions(),
                  .seed = experiment.loaded.seed};
  for (const Column& column : experiment.columns) {
    results.columns.emplace_back().column = column;
  }
  read_rows(*inputs, layout, results);
  return results;
}

}  // namespace

Result<Results> read_results(const std::string& folder) {
  try {
    return read_folder(folder);
  } catch (const FileFault& fault) {
    return no_batch(folder, fault.what());
  }
}

Result<Progress> progress_of(const std::string& folder) {
  try {
    const auto inputs = read_inputs(folder);
    if (!inputs) return no_batch(folder, "no results of a batch are here");
    Progress progress{.planned = inputs->runs};
    Tally tally;
    if (std::filesystem::exists(store_in(folder))) tally = stored_tally(store_in(folder));
    if (inputs->shards > 0 && tally.done < inputs->runs) {
      tally = {};
      for (int shard = 1; shard <= inputs->shards; ++shard) {
        const Tally part = quick_tally(folder, {.number = shard, .of = inputs->shards});
        tally.done += part.done;
        tally.failed += part.failed;
      }
    }
    progress.done = tally.done;
    progress.failed = tally.failed;
    return progress;
  } catch (const FileFault& fault) {
    return no_batch(folder, fault.what());
  }
}

}  // namespace detente
