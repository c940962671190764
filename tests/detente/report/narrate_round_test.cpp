#include <doctest/doctest.h>

#include "detente/report/narrate.hpp"
#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

namespace detente {
namespace {

Trace play(const std::string& name, const std::string& model) {
  const Scenario scenario = support::load_shipped(name);
  const auto trace = simulate(scenario, {.model = model});
  REQUIRE(trace.has_value());
  return *trace;
}

/// All rounds one after the other.
std::string rounds_of(const Trace& trace, const NarrationOptions& options) {
  std::string text;
  for (std::size_t stage = 0; stage < trace.stages.size(); ++stage) {
    for (std::size_t round = 0; round < trace.stages[stage].rounds.size(); ++round) {
      const std::string told =
          narrate_round(trace, static_cast<int>(stage), static_cast<int>(round), options);
      CHECK(!told.empty());
      text += told + '\n';
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the rounds told one by one are the run told at once") {
  const Trace trace = play("paris", "coalition");
  for (const Language language : kLanguages) {
    const NarrationOptions options{.language = language};
    CHECK(narrate(trace, options).find(rounds_of(trace, options)) != std::string::npos);
  }
}

TEST_CASE("a round in which nothing moves is told alone too") {
  const Trace trace = play("paris", "offers");
  const std::string text = rounds_of(trace, {});
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      if (round.number == 0) continue;
      const std::string heading = "Round " + std::to_string(round.number);
      CHECK_MESSAGE(text.find(heading) != std::string::npos, heading);
    }
  }
}

}  // namespace detente
