// Any bytes are an overlay or a list of diagnostics; what loads can be played and written again.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "detente/scenario/load.hpp"
#include "detente/scenario/overlay.hpp"
#include "detente/scenario/save.hpp"
#include "detente/sim/simulate.hpp"

namespace {

using namespace detente;  // NOLINT(google-build-using-namespace): one small program

const Scenario& scenario() {
  static const Loaded loaded =
      load_scenario(DETENTE_SOURCE_DIR "/scenarios/lessons/two-parties.yaml").value();
  return loaded.scenario;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto overlay = parse_overlay(text, "fuzz.yaml", scenario());
  if (!overlay) {
    if (!has_errors(overlay.error())) std::abort();
    return 0;
  }
  const std::string written = to_yaml(*overlay, scenario());
  const auto again = parse_overlay(written, "again.yaml", scenario());
  if (!again || to_yaml(*again, scenario()) != written) std::abort();
  const auto outcome =
      simulate_outcome(scenario(), {.seed = 1, .edits = overlay->edits, .moves = overlay->moves});
  if (!outcome && !has_errors(outcome.error())) std::abort();
  return 0;
}
