#pragma once

#include <functional>
#include <memory>
#include <string>

#include "detente/core/stop.hpp"

namespace detente::ui {

struct Desk;

/// What a finished job does to the desk, in the frame after.
using Delivery = std::function<void(Desk&)>;

/// Work that takes longer than a frame: runs beside the window, on values that it owns. It should
/// look at `stop` often and then return at once.
using Work = std::function<Delivery(const Stop& stop)>;

/// Runs work in the background, one piece at a time for each key and at most two at once.
class Jobs {
 public:
  /// settle: no threads; deliver() does all the work itself, in order. For scripts and tests.
  enum class Mode { threads, settle };

  explicit Jobs(Mode mode);
  ~Jobs();  ///< Stops what runs and waits for it.
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Starts work under a key; what ran or waited under that key is stopped and never delivered.
  void start(const std::string& key, Work work);
  void cancel(const std::string& key);
  /// Whether something under that key runs or waits.
  bool busy(const std::string& key) const;
  bool idle() const;

  /// Hands over what is finished. True if anything was.
  bool deliver(Desk& desk);

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace detente::ui
