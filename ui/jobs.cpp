#include "ui/jobs.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "ui/desk.hpp"

namespace detente::ui {

/// One piece of work on its way.
struct Job {
  std::string key{};
  Work work{};
  std::atomic<bool> stopped{false};
  bool running = false;
  bool finished = false;
  Delivery delivery{};
};

namespace {

/// What the work gives; a failure is told to the person and does not end the program.
Delivery run(Job& job) {
  try {
    return job.work(Stop(&job.stopped));
  } catch (const std::exception& error) {
    return [what = std::string(error.what())](Desk& desk) { desk.notice = {what, true}; };
  }
}

}  // namespace

struct Jobs::Shared {
  Mode mode = Mode::settle;
  std::mutex lock{};
  std::condition_variable wake{};
  std::deque<std::shared_ptr<Job>> jobs{};  ///< Waiting, running or finished, in order.
  bool closing = false;
  std::vector<std::thread> threads{};

  /// The first job that waits, or nullptr. @pre  the lock is held.
  std::shared_ptr<Job> next_waiting() const {
    const auto found = std::find_if(
        jobs.begin(), jobs.end(), [](const auto& job) { return !job->running && !job->finished; });
    return found == jobs.end() ? nullptr : *found;
  }

  /// Takes out the jobs that can be handed over. @pre  the lock is held.
  std::vector<std::shared_ptr<Job>> take_done() {
    const auto waits = [&](const auto& job) { return mode == Mode::threads && !job->finished; };
    const auto first = std::stable_partition(jobs.begin(), jobs.end(), waits);
    std::vector<std::shared_ptr<Job>> done(first, jobs.end());
    jobs.erase(first, jobs.end());
    return done;
  }

  /// What a thread does until the window closes.
  void work() {
    std::unique_lock held(lock);
    while (!closing) {
      const std::shared_ptr<Job> job = next_waiting();
      if (job == nullptr) {
        wake.wait(held);
        continue;
      }
      job->running = true;
      held.unlock();
      Delivery delivery = run(*job);
      held.lock();
      job->delivery = std::move(delivery);
      job->running = false;
      job->finished = true;
    }
  }
};

Jobs::Jobs(Mode mode) : shared_(std::make_shared<Shared>()) {
  shared_->mode = mode;
  if (mode == Mode::settle) return;
  for (int thread = 0; thread < 2; ++thread) {
    shared_->threads.emplace_back([shared = shared_.get()] { shared->work(); });
  }
}

Jobs::~Jobs() {
  {
    const std::lock_guard guard(shared_->lock);
    shared_->closing = true;
    for (const auto& job : shared_->jobs) job->stopped = true;
  }
  shared_->wake.notify_all();
  for (std::thread& thread : shared_->threads) thread.join();
}

void Jobs::start(const std::string& key, Work work) {
  cancel(key);
  auto job = std::make_shared<Job>();
  job->key = key;
  job->work = std::move(work);
  {
    const std::lock_guard guard(shared_->lock);
    shared_->jobs.push_back(std::move(job));
  }
  shared_->wake.notify_one();
}

void Jobs::cancel(const std::string& key) {
  const std::lock_guard guard(shared_->lock);
  auto& jobs = shared_->jobs;
  for (std::size_t place = jobs.size(); place-- > 0;) {
    if (jobs[place]->key != key) continue;
    jobs[place]->stopped = true;
    jobs.erase(jobs.begin() + static_cast<std::ptrdiff_t>(place));
  }
}

bool Jobs::busy(const std::string& key) const {
  const std::lock_guard guard(shared_->lock);
  for (const auto& job : shared_->jobs) {
    if (job->key == key) return true;
  }
  return false;
}

bool Jobs::idle() const {
  const std::lock_guard guard(shared_->lock);
  return shared_->jobs.empty();
}

bool Jobs::deliver(Desk& desk) {
  std::vector<std::shared_ptr<Job>> done;
  {
    const std::lock_guard guard(shared_->lock);
    done = shared_->take_done();
  }
  for (const auto& job : done) {
    const Delivery delivery = job->finished ? std::move(job->delivery) : run(*job);
    if (delivery) delivery(desk);
  }
  return !done.empty();
}

}  // namespace detente::ui
