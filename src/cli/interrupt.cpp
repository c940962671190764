#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>

#include "cli/exit_code.hpp"

namespace detente::cli {
namespace {

std::atomic<bool> asked{false};  // a signal handler reaches nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

void ask(int signal) {
  asked.store(true, std::memory_order_relaxed);
  std::signal(signal, SIG_DFL);
}

void leave(int /*signal*/) {
  std::_Exit(kInterrupted);
}

}  // namespace

Interrupt::Interrupt() {
  asked.store(false);
  std::signal(SIGINT, ask);
  std::signal(SIGTERM, ask);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

Stop Interrupt::stop() const {
  return Stop(&asked);
}

void leave_when_interrupted() {
  std::signal(SIGINT, leave);
  std::signal(SIGTERM, leave);
}

}  // namespace detente::cli
