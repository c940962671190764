#include "detente/core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace detente {

#ifdef __EMSCRIPTEN__

// the page has one thread
void in_parallel(int tasks, int /*threads*/, const std::function<void(int)>& task) {
  for (int number = 0; number < tasks; ++number) task(number);
}

int machine_threads() {
  return 1;
}

#else

namespace {

/// What the task throws, if anything.
std::exception_ptr thrown_by(const std::function<void(int)>& task, int number) {
  try {
    task(number);
  } catch (...) {
    return std::current_exception();
  }
  return nullptr;
}

}  // namespace

void in_parallel(int tasks, int threads, const std::function<void(int)>& task) {
  if (threads <= 1 || tasks <= 1) {
    for (int number = 0; number < tasks; ++number) task(number);
    return;
  }
  std::vector<std::exception_ptr> thrown(static_cast<std::size_t>(tasks));
  std::atomic<int> next{0};
  const auto work = [&] {
    for (int number = next++; number < tasks; number = next++) {
      thrown[number] = thrown_by(task, number);
    }
  };
  std::vector<std::thread> others(static_cast<std::size_t>(std::min(threads, tasks) - 1));
  for (std::thread& other : others) other = std::thread(work);
  work();
  for (std::thread& other : others) other.join();
  for (const std::exception_ptr& one : thrown) {
    if (one) std::rethrow_exception(one);
  }
}

int machine_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

#endif

}  // namespace detente
