#pragma once

// Private to the Python module.

#include <array>

#include "detente/sim/trace.hpp"
#include "python/binding.hpp"

namespace detente::python {

/// How a run or a stage ended, with the ids for it.
struct HeldOutcome {
  std::shared_ptr<const Scenario> scenario{};
  Outcome outcome{};
};

}  // namespace detente::python
