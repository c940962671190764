#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "detente/batch/database.hpp"
#include "detente/batch/files.hpp"
#include "detente/batch/folder.hpp"
#include "detente/batch/manifest.hpp"
#include "detente/batch/run_batch.hpp"
#include "detente/batch/shard_file.hpp"

namespace detente {
namespace {

using namespace detail;  // NOLINT(google-build-using-namespace): our own private parts

constexpr std::size_t kRowsAtOnce = 1000;
constexpr std::size_t kWaiting = 8;
constexpr std::int64_t kRowsToTell = 10'000;

/// Rows on their way from the thread that reads to the one that stores, a few at a time.
class Belt {
 public:
  /// False if nobody takes rows any more.
  bool put(std::vector<RunRow> rows) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < kWaiting || closed_; });
    if (closed_) return false;
    waiting_.push_back(std::move(rows));
    changed_.notify_all();
    return true;
  }

  std::optional<std::vector<RunRow>> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
    if (waiting_.empty()) return {};
    std::vector<RunRow> rows = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return rows;
  }

  /// Rows that have been stored: their memory is used again.
  void give_back(std::vector<RunRow> rows) {
    const std::scoped_lock lock(mutex_);
    spare_.push_back(std::move(rows));
  }

  std::vector<RunRow> spare() {
    const std::scoped_lock lock(mutex_);
    if (spare_.empty()) return std::vector<RunRow>(kRowsAtOnce);
    std::vector<RunRow> rows = std::move(spare_.back());
    spare_.pop_back();
    rows.resize(kRowsAtOnce);
    return rows;
  }

  void close(std::exception_ptr fault = {}) {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    if (!fault_) fault_ = std::move(fault);
    changed_.notify_all();
  }

  /// @pre  whoever puts has ended.
  const std::exception_ptr& fault() const { return fault_; }

 private:
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::deque<std::vector<RunRow>> waiting_{};
  std::vector<std::vector<RunRow>> spare_{};
  bool closed_ = false;
  std::exception_ptr fault_{};
};

/// Reads the rows of all shards, and copies their lines into runs.csv on the way.
class ShardRows {
 public:
  ShardRows(const std::string& folder, const Layout& layout, NewFile& csv)
      : folder_(folder), layout_(layout), csv_(csv) {}

  void put_all(int shards, Belt& belt) {
    csv_.write(csv_head(layout_));
    rows_ = belt.spare();
    for (int shard = 1; shard <= shards && open_; ++shard) {
      each_shard_row(
          folder_, {.number = shard, .of = shards}, layout_,
          [&](const RunRow& row) { add(row, shard, belt); },
          [&](std::string_view lines) { copy_lines(lines); });
    }
    rows_.resize(count_);
    if (open_ && count_ > 0) belt.put(std::move(rows_));
  }

 private:
  void add(const RunRow& row, int shard, Belt& belt) {
    if (row.run != next_++) {
      throw FileFault("cannot use shard " + std::to_string(shard) + " of " + folder_ +
                      ": its rows are out of order");
    }
    rows_[count_++] = row;
    if (count_ < kRowsAtOnce) return;
    open_ = open_ && belt.put(std::move(rows_));
    rows_ = belt.spare();
    count_ = 0;
  }

  /// All but those of series.
  void copy_lines(std::string_view lines) {
    if (layout_.series.empty()) return csv_.write(lines);
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n') + 1;
      if (!lines.starts_with('~')) csv_.write(lines.substr(0, end));
      lines.remove_prefix(end);
    }
  }

  const std::string& folder_;
  const Layout& layout_;
  NewFile& csv_;
  std::vector<RunRow> rows_{};
  std::size_t count_ = 0;  ///< Of them, those that are filled.
  std::int64_t next_ = 0;
  bool open_ = true;
};

/// A thread that ends before its belt does.
class Feeder {
 public:
  Feeder(Belt& belt, const std::function<void()>& feed)
      : belt_(belt), thread_([&belt, feed] {
          try {
            feed();
            belt.close();
          } catch (...) {
            belt.close(std::current_exception());
          }
        }) {}
  ~Feeder() {
    belt_.close();
    if (thread_.joinable()) thread_.join();
  }
  Feeder(const Feeder&) = delete;
  Feeder& operator=(const Feeder&) = delete;

  void wait() { thread_.join(); }

 private:
  Belt& belt_;
  std::thread thread_;
};

/// Puts the rows of all shards into the database and the table; false if it was stopped.
bool store_shards(const BatchOptions& options, const Layout& layout, int shards,
                  Database& database) {
  Belt belt;
  NewFile csv(options.folder + "/runs.csv");
  ShardRows rows(options.folder, layout, csv);
  Feeder feeder(belt, [&] { rows.put_all(shards, belt); });
  while (auto some = belt.take()) {
    database.append(*some);
    belt.give_back(std::move(*some));
    if (options.stop.asked()) return false;
    if (options.progress && database.next_run() % kRowsToTell == 0) {
      const Tally tally = database.tally();
      options.progress({.planned = layout.runs, .done = tally.done, .failed = tally.failed});
    }
  }
  feeder.wait();
  if (belt.fault()) std::rethrow_exception(belt.fault());
  if (database.next_run() != layout.runs) throw FileFault("cannot merge " + options.folder);
  expect_as_sealed(options.folder, layout, csv, options.folder + "/shards");
  csv.finish();
  return true;
}

std::string state_text(const ShardState& state, const Layout& layout) {
  std::string text = "shard ";
  text += std::to_string(state.part.number) + " of " + std::to_string(state.part.of);
  const auto count = state.part.end(layout.runs) - state.part.first(layout.runs);
  switch (state.kind) {
    case ShardState::Kind::missing:
      return text + " is missing";
    case ShardState::Kind::damaged:
      return text + " is damaged";
    default:
      return text + " has " + std::to_string(state.tally.done) + " of " + std::to_string(count) +
             " rows";
  }
}

std::vector<std::string> what_is_missing(const std::string& folder, const Layout& layout,
                                         int shards) {
  std::vector<std::string> lines;
  for (int shard = 1; shard <= shards; ++shard) {
    const auto state = state_of_shard(folder, {.number = shard, .of = shards}, layout);
    if (state.kind != ShardState::Kind::done) lines.push_back(state_text(state, layout));
  }
  return lines;
}

BatchEnd merge_shards(const Experiment& experiment, const BatchInputs& kept,
                      const BatchOptions& options, BatchEnd end) {
  const Layout layout = layout_of(experiment);
  if (const auto tally = sealed(options.folder, layout)) {
    DatabaseReader(options.folder + "/results.sqlite", layout).check();
    end.was_complete = true;
    end.progress = progress_of(experiment, *tally);
    return end;
  }
  if (kept.shards == 0) {
    throw FileFault("cannot merge " + options.folder + ": it is not cut into shards; " +
                    kept.command + " goes on with it");
  }
  auto missing = what_is_missing(options.folder, layout, kept.shards);
  if (!missing.empty()) {
    end.kind = BatchEnd::Kind::missing_shards;
    end.said = std::move(missing);
    return end;
  }
  const Lock lock(options.folder + "/.lock");
  remove_drafts(options.folder);
  const std::string store = options.folder + "/results.sqlite";
  // one that is not ours is not written over
  if (std::filesystem::exists(store)) const DatabaseReader ours(store, layout);
  Database database = Database::draft(store, layout);
  const bool all = store_shards(options, layout, kept.shards, database);
  const Tally tally = database.tally();
  end.progress = progress_of(experiment, tally);
  if (!all) {
    end.kind = BatchEnd::Kind::stopped;
    return end;
  }
  database.publish();
  write_manifest(options.folder, experiment, kept, tally, options.where);
  return end;
}

}  // namespace

BatchEnd merge_batch(Experiment experiment, const BatchOptions& options) {
  const auto found = read_inputs(options.folder);
  if (!found) {
    throw FileFault("cannot merge " + options.folder + ": no shards are there; " +
                    inputs_of(experiment, 0, options.folder).command + " --shard k/n makes them");
  }
  BatchOptions opening = options;
  opening.shards = found->shards;
  BatchEnd end;
  BatchInputs kept;
  if (!open_folder(experiment, opening, kept, end)) return end;
  return merge_shards(experiment, kept, options, std::move(end));
}

}  // namespace detente
