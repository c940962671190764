#include "ui/jobs.hpp"

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

struct Jobs::Shared {
  Mode mode = Mode::settle;
  std::mutex lock{};
  std::condition_variable wake{};
  std::deque<std::shared_ptr<Job>> jobs{};  ///< Waiting, running or finished, in order.
  bool closing = false;
  std::vector<std::thread> threads{};
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

Jobs::Jobs(Mode mode) : shared_(std::make_shared<Shared>()) {
  shared_->mode = mode;
  if (mode == Mode::settle) return;
  const auto worker = [shared = shared_] {
    std::unique_lock lock(shared->lock);
    while (!shared->closing) {
      std::shared_ptr<Job> next;
      for (const auto& job : shared->jobs) {
        if (next == nullptr && !job->running && !job->finished) next = job;
      }
      if (next == nullptr) {
        shared->wake.wait(lock);
        continue;
      }
      next->running = true;
      lock.unlock();
      Delivery delivery = run(*next);
      lock.lock();
      next->delivery = std::move(delivery);
      next->running = false;
      next->finished = true;
    }
  };
  for (int thread = 0; thread < 2; ++thread) shared_->threads.emplace_back(worker);
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
    auto& jobs = shared_->jobs;
    const bool settle = shared_->mode == Mode::settle;
    for (std::size_t place = 0; place < jobs.size();) {
      if (!settle && !jobs[place]->finished) {
        ++place;
        continue;
      }
      done.push_back(jobs[place]);
      jobs.erase(jobs.begin() + static_cast<std::ptrdiff_t>(place));
    }
  }
  for (const auto& job : done) {
    const Delivery delivery = job->finished ? std::move(job->delivery) : run(*job);
    if (delivery) delivery(desk);
  }
  return !done.empty();
}

}  // namespace detente::ui
