#include "detente/batch/conduct.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "detente/batch/runner.hpp"
#include "detente/core/contract.hpp"

namespace detente {
namespace {

constexpr double kBlockSeconds = 0.05;
constexpr std::int64_t kLongestBlock = 1024;
constexpr std::int64_t kBlockWithoutClock = 64;
constexpr double kFlushSeconds = 0.25;
constexpr std::int64_t kFlushRows = 10'000;
/// How many blocks for each thread may be under way or wait for an earlier one.
constexpr std::int64_t kBlocksAhead = 4;

/// Consecutive runs, taken by one thread.
struct Block {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

/// Hands out blocks to threads and puts what they bring back in order.
class Desk {
 public:
  Desk(std::int64_t first, std::int64_t end, const ConductOptions& options)
      : next_(first),
        written_(first),
        end_(end),
        ahead_(kBlocksAhead * options.threads),
        length_(options.clock ? 1 : kBlockWithoutClock),
        stop_(options.stop),
        timed_(static_cast<bool>(options.clock)) {}

  /// The next block, or nothing if there is nothing left to do. Waits while too many are out.
  std::optional<Block> take() {
    std::unique_lock lock(mutex_);
    space_.wait(lock, [&] { return closed_ || out_ < ahead_; });
    if (closed_ || next_ == end_) return {};
    const Block block{.first = next_, .count = std::min(length_, end_ - next_)};
    next_ += block.count;
    ++out_;
    return block;
  }

  /// Rows of a block, all or, after a stop, the first few.
  void bring(const Block& block, std::vector<RunRow> rows, double seconds) {
    const std::scoped_lock lock(mutex_);
    if (timed_ && !rows.empty()) adapt(seconds / static_cast<double>(rows.size()));
    if (static_cast<std::int64_t>(rows.size()) < block.count) closed_ = true;
    finished_.emplace(block.first, std::move(rows));
    wake();
  }

  void leave(std::exception_ptr fault) {
    const std::scoped_lock lock(mutex_);
    if (fault && !fault_) fault_ = std::move(fault);
    if (fault_) closed_ = true;
    ++left_;
    wake();
  }

  /// No further blocks.
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    wake();
  }

  /// The next rows in order; nothing when no more can come.
  std::optional<std::vector<RunRow>> next_rows(int threads) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return finished_.count(written_) > 0 || left_ == threads; });
    const auto found = finished_.find(written_);
    if (found == finished_.end()) return {};
    std::vector<RunRow> rows = std::move(found->second);
    finished_.erase(found);
    written_ += static_cast<std::int64_t>(rows.size());
    --out_;
    space_.notify_all();
    return rows;
  }

  const std::exception_ptr& fault() const { return fault_; }
  bool stopped() const { return stop_.asked(); }

 private:
  void adapt(double seconds_per_run) {
    const double fitting = kBlockSeconds / std::max(seconds_per_run, 1e-9);
    // at most twice as long as the last: the first runs may be quick ones
    const auto longest = static_cast<double>(std::min(kLongestBlock, 2 * length_));
    length_ = static_cast<std::int64_t>(std::clamp(fitting, 1.0, longest));
  }

  void wake() {
    ready_.notify_all();
    space_.notify_all();
  }

  std::mutex mutex_{};
  std::condition_variable ready_{};  ///< For who writes.
  std::condition_variable space_{};  ///< For those who play.
  std::map<std::int64_t, std::vector<RunRow>> finished_{};
  std::int64_t next_;
  std::int64_t written_;
  std::int64_t end_;
  std::int64_t ahead_;
  std::int64_t length_;
  std::int64_t out_ = 0;
  int left_ = 0;
  bool closed_ = false;
  Stop stop_;
  bool timed_;
  std::exception_ptr fault_{};
};

void play_block(const Block& block, const PlayRun& play, const ConductOptions& options,
                Desk& desk) {
  const double begin = options.clock ? options.clock() : 0.0;
  std::vector<RunRow> rows;
  rows.reserve(static_cast<std::size_t>(block.count));
  for (std::int64_t run = block.first; run < block.first + block.count; ++run) {
    if (desk.stopped()) break;
    rows.push_back(play(run));
  }
  const double end = options.clock ? options.clock() : 0.0;
  desk.bring(block, std::move(rows), end - begin);
}

void work(const PlayRun& play, const ConductOptions& options, Desk& desk) {
  try {
    for (auto block = desk.take(); block && !desk.stopped(); block = desk.take()) {
      play_block(*block, play, options, desk);
    }
    desk.leave({});
  } catch (...) {
    desk.leave(std::current_exception());
  }
}

/// Flushes the sink now and then.
class Flushing {
 public:
  Flushing(Sink& sink, const std::function<double()>& clock)
      : sink_(sink), clock_(clock), last_(clock ? clock() : 0.0) {}

  void after(std::int64_t rows) {
    rows_ += rows;
    const double now = clock_ ? clock_() : 0.0;
    if (rows_ < kFlushRows && now - last_ < kFlushSeconds) return;
    sink_.flush();
    rows_ = 0;
    last_ = now;
  }

 private:
  Sink& sink_;
  const std::function<double()>& clock_;
  double last_;
  std::int64_t rows_ = 0;
};

void write_all(Desk& desk, Sink& sink, const ConductOptions& options) {
  Flushing flushing(sink, options.clock);
  Pace pace;
  while (const auto rows = desk.next_rows(options.threads)) {
    sink.append(*rows);
    pace.played += static_cast<std::int64_t>(rows->size());
    pace.failed +=
        std::count_if(rows->begin(), rows->end(), [](const RunRow& row) { return !row.ok; });
    flushing.after(static_cast<std::int64_t>(rows->size()));
    if (options.progress) options.progress(pace);
  }
  sink.flush();
}

/// Threads that end before the desk does, whatever is thrown.
class Crew {
 public:
  explicit Crew(Desk& desk) : desk_(desk) {}
  ~Crew() {
    desk_.close();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void hire(PlayRun play, const ConductOptions& options) {
    threads_.emplace_back([this, play = std::move(play), &options] { work(play, options, desk_); });
  }

 private:
  Desk& desk_;
  std::vector<std::thread> threads_{};
};

/// A player that survives faults of our own: the run is a row that says so.
class Careful {
 public:
  explicit Careful(const Experiment& experiment)
      : experiment_(&experiment), runner_(std::make_shared<Runner>(experiment)) {}

  RunRow operator()(std::int64_t run) {
    try {
      return runner_->row(run);
    } catch (const ContractViolation& bug) {
      // what it left behind may be half done
      runner_ = std::make_shared<Runner>(*experiment_);
      RunRow row{.run = run, .ok = false, .message = std::string("internal error: ") + bug.what()};
      row.cells.resize(experiment_->columns.size());
      return row;
    }
  }

 private:
  const Experiment* experiment_;
  std::shared_ptr<Runner> runner_;  // std::function wants copies
};

}  // namespace

bool conduct(const std::function<PlayRun()>& player, std::int64_t end, Sink& sink,
             const ConductOptions& options) {
  expects(options.threads >= 1, "conduct: at least one thread");
  if (sink.next_run() >= end) return true;
  Desk desk(sink.next_run(), end, options);
  {
    Crew crew(desk);
    for (int thread = 0; thread < options.threads; ++thread) crew.hire(player(), options);
    write_all(desk, sink, options);
  }
  if (desk.fault()) std::rethrow_exception(desk.fault());
  return sink.next_run() >= end;
}

bool conduct(const Experiment& experiment, std::int64_t end, Sink& sink,
             const ConductOptions& options) {
  return conduct([&]() -> PlayRun { return Careful(experiment); }, end, sink, options);
}

}  // namespace detente
