// Any bytes are a scenario or a list of diagnostics, never a crash; and what loads can be played.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "detente/scenario/load.hpp"
#include "detente/sim/simulation.hpp"

namespace {

using namespace detente;  // NOLINT(google-build-using-namespace): one small program

constexpr int kTurns = 12;
// larger ones are as right as small ones, and take longer
constexpr double kMostPackages = 2000;
constexpr std::size_t kMostActors = 6;
constexpr std::size_t kMostYesNo = 10;

bool is_small(const Scenario& scenario) {
  if (scenario.conflict && scenario.conflict->options.size() > kMostYesNo) return false;
  double packages = 1.0;
  for (const Issue& issue : scenario.issues) packages *= static_cast<double>(issue.options.size());
  return packages <= kMostPackages && scenario.actors.size() <= kMostActors;
}

/// A fault that names no place helps nobody, and a scenario without one must be whole.
void check_faults(const Diagnostics& faults) {
  if (!has_errors(faults)) std::abort();
  for (const Diagnostic& fault : faults) {
    if (to_string(fault).empty() || fault.message.empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto loaded = parse_scenario(text, "fuzz.yaml");
  if (!loaded) {
    check_faults(loaded.error());
    return 0;
  }
  const Scenario& scenario = loaded->scenario;
  if (scenario.stages.empty() || !is_small(scenario)) return 0;
  const auto planned = plan(borrowed(scenario), {.seed = scenario.seed});
  if (!planned) return 0;
  Simulation simulation(*planned);
  for (int turn = 0; turn < kTurns && !simulation.over(); ++turn) simulation.next();
  return 0;
}
