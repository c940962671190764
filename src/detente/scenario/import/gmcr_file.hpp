#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/scenario/conflict.hpp"
#include "detente/scenario/faults.hpp"

// A file of GMCR+ as it stands: options by their places in the file.
namespace detente::detail {

/// Options that are taken and not taken, all at once.
using GmcrChoices = StatePattern;

/// Any of several.
using GmcrStatement = std::vector<GmcrChoices>;

struct GmcrOption {
  std::string name{};
  Reversal reversal = Reversal::both;
  int owner = -1;
};

struct GmcrMaker {
  std::string name{};
  Mark mark{};
  /// Codes of the file's own order, best first; empty where statements count.
  std::vector<std::vector<std::uint32_t>> ranking{};
  std::vector<GmcrStatement> statements{};
};

struct GmcrFile {
  std::vector<GmcrOption> options{};
  std::vector<GmcrMaker> makers{};
  std::vector<GmcrChoices> infeasible{};
};

/// Reads the file and reports what is wrong, and what is left out.
std::optional<GmcrFile> read_gmcr(const Value& root, Faults& faults);

}  // namespace detente::detail
