#pragma once

#include <string>
#include <vector>

#include "detente/core/diagnostic.hpp"
#include "detente/scenario/faults.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente::detail {

/// Something wrong that no single field shows.
struct Finding {
  Code code{};
  Spot spot{};  ///< The field to look at first.
  std::string message{};
  std::string hint{};
  std::string otherwise{};           ///< Path to point at where that field is not written.
  std::vector<std::string> needs{};  ///< Paths that must be sound for it not to be an echo.
  Severity severity = Severity::error;
};

/// Limits of the engine.
constexpr std::size_t kMaxParties = 256;
constexpr double kMaxPackages = 1e7;

/// Whether the issue is bargained over in the stage: not kept, or opened again.
bool is_open(const Scenario& scenario, int stage, int issue);

/// Checks whether the parts of a scenario fit together. Quick if they do: edits ask each time.
std::vector<Finding> find_errors(const Scenario& scenario);

/// What is sound but perhaps not meant: a party that decides alone, a key that changes nothing.
std::vector<Finding> find_remarks(const Scenario& scenario);

}  // namespace detente::detail
