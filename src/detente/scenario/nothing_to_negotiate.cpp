#include "detente/scenario/nothing_to_negotiate.hpp"

namespace detente {
namespace {

std::string way_out(const Scenario& scenario) {
  if (scenario.conflict) {
    return "its conflict is solved by `stability` and played by `run --model conflict`";
  }
  if (scenario.votes || scenario.game) return "its votes and games are weighed by `power`";
  return {};
}

}  // namespace

Diagnostic nothing_to_negotiate(const Scenario& scenario, const std::string& file) {
  return {.code = Code::missing_section,
          .where = {.file = file},
          .message = "nothing to negotiate: the section 'issues' is missing",
          .hint = way_out(scenario)};
}

}  // namespace detente
