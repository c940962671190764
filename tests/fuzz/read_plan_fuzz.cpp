// Any bytes are a batch plan or a list of diagnostics; the first and the last point of what loads
// can be computed.

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "detente/batch/points.hpp"

namespace {

using namespace detente;  // NOLINT(google-build-using-namespace): one small program

const char* const kScenario = DETENTE_SOURCE_DIR "/tests/data/broken_plans/scenario/talks.yaml";

const std::string& scenario() {
  static const std::string text = [] {
    std::ostringstream all;
    all << std::ifstream(kScenario).rdbuf();
    return all.str();
  }();
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  // what looks like a CSV is read as the points of a list, too
  const std::string list =
      "schema: detente/batch/1\nscenario: s\ndesign: {kind: list, points: x.csv}\n";
  for (const auto& plan : {parse_plan(text, "fuzz.yaml", scenario(), "s", "a\n1\n"),
                           parse_plan(list, "list.yaml", scenario(), "s", text)}) {
    if (!plan) {
      if (!has_errors(plan.error())) std::abort();
      continue;
    }
    const std::vector<Dimension> dimensions = dimensions_of(*plan);
    const Points points(*plan, dimensions);
    std::vector<Setting> settings;
    points.at(0, 0, settings);
    points.at(points.count() - 1, plan->plan.repetitions - 1, settings);
    if (settings.size() != dimensions.size()) std::abort();
  }
  return 0;
}
