#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <thread>

#include "python/binding.hpp"

namespace detente::python {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};

/// A job in a thread of its own; joined when it goes, whatever happened.
class Worker {
 public:
  explicit Worker(const std::function<void(const Stop&)>& job)
      : thread_([this, &job] { work(job); }) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {  // NOLINT(bugprone-exception-escape): neither lock nor thread fails here
    stop_ = true;
    const py::gil_scoped_release others;
    if (thread_.joinable()) thread_.join();
  }

  /// Whether it is done after a while; lets other threads of Python work meanwhile.
  bool done_soon() {
    const py::gil_scoped_release others;
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kBetweenLooks, [this] { return done_; });
  }

  /// Throws what the job threw. @pre  it is done.
  void check() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work(const std::function<void(const Stop&)>& job) {
    try {
      job(Stop(&stop_));
    } catch (...) {
      failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    done_ = true;
    changed_.notify_all();
  }

  std::atomic<bool> stop_{false};
  std::mutex mutex_{};
  std::condition_variable changed_{};
  bool done_ = false;
  std::exception_ptr failure_{};
  std::thread thread_;  // last: it uses all the others
};

}  // namespace

void patiently(const std::function<void(const Stop&)>& job, const std::function<void()>& tick) {
  Worker worker(job);
  while (!worker.done_soon()) {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (tick) tick();
  }
  worker.check();
}

}  // namespace detente::python
