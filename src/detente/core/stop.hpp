#pragma once

#include <atomic>

namespace detente {

/// A request to end a long study early, made by another thread. Cheap to copy and to ask.
class Stop {
 public:
  /// Never asks.
  Stop() = default;
  /// @param asked  true = stop; must outlive every copy. nullptr: never asks.
  explicit Stop(const std::atomic<bool>* asked) : asked_(asked) {}

  bool asked() const { return asked_ != nullptr && asked_->load(std::memory_order_relaxed); }

 private:
  const std::atomic<bool>* asked_ = nullptr;
};

}  // namespace detente
