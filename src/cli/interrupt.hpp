#pragma once

#include "detente/core/stop.hpp"

namespace detente::cli {

/// Turns the first Ctrl-C, or a polite request to end, into a Stop; a second one ends the program
/// as usual. While it lives.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  Stop stop() const;
};

/// From here on Ctrl-C, or a polite request to end, ends the program at once with exit code 130:
/// for verbs that compute without pause and leave nothing half done.
void leave_when_interrupted();

}  // namespace detente::cli
