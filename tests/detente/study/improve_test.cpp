// "Improve this deal": on random runs against every package, and in the shipped scenario.

#include "detente/study/improve.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "literal/generate.hpp"
#include "support/data.hpp"

using detente::Improvement;
using detente::StageTables;
using nlohmann::json;

namespace {

/// Whether a package is at least as good for all, better for one, and across no red line that the
/// deal respects.
bool improves(const StageTables& tables, int package, int deal) {
  bool better = false;
  for (const detente::PartyTable& party : tables.parties) {
    const bool inside = party.judged()[deal] == party.utility[deal];
    if (inside && party.judged()[package] != party.utility[package]) return false;
    if (party.utility[package] < party.utility[deal]) return false;
    better = better || party.utility[package] > party.utility[deal];
  }
  return better;
}

void check(const StageTables& tables, const Improvement& improvement) {
  bool possible = false;
  for (int package = 0; package < tables.grid.packages(); ++package) {
    possible = possible || improves(tables, package, improvement.deal);
  }
  CHECK(possible == (improvement.package >= 0));
  CHECK(possible == (improvement.better > 0));
  if (improvement.package < 0) return;
  CHECK(improves(tables, improvement.package, improvement.deal));
  for (int package = 0; package < tables.grid.packages(); ++package) {
    CHECK_FALSE(improves(tables, package, improvement.package));
  }
  double sum = 0.0;
  for (const double gain : improvement.gains) {
    CHECK(gain >= 0.0);
    sum += gain;
  }
  CHECK(sum > 0.0);
}

}  // namespace

TEST_CASE("random runs: a better package is found if there is one, and none is better still") {
  int deals = 0;
  int improved = 0;
  for (const char* model : {"coalition", "offers"}) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      CAPTURE(seed);
      const auto scenario = detente::literal::random_scenario(seed);
      const detente::Run run{.model = model};
      const auto trace = detente::simulate(scenario, run);
      REQUIRE(trace);
      const auto improvement = detente::improve(*trace);
      const auto played = detente::improve(scenario, run);
      REQUIRE(played);
      CHECK(detente::to_json(scenario, *played) == detente::to_json(scenario, improvement));
      if (!improvement) continue;
      for (const detente::TraceStage& stage : trace->stages) {
        if (stage.stage != improvement->stage) continue;
        CHECK(stage.outcome.agreed);
        check(*stage.rounds.back().tables, *improvement);
      }
      ++deals;
      improved += improvement->package >= 0 ? 1 : 0;
    }
  }
  CHECK(deals > 50);
  CHECK(improved > 10);
  CHECK(improved < deals);
}

TEST_CASE("without a deal there is nothing to improve") {
  const auto paris = detente::support::with(detente::support::load_shipped("paris"),
                                            {{"actors.us.walk_away", 1.0}});
  const auto improvement = detente::improve(paris, {});
  REQUIRE(improvement);
  CHECK_FALSE(improvement->has_value());
  CHECK(detente::to_json(paris, *improvement) == "null");
}

TEST_CASE("the document says what changes and what each gains") {
  const auto paris = detente::support::load_shipped("paris");
  const auto trace = detente::simulate(paris, {});
  REQUIRE(trace);
  const auto improvement = detente::improve(*trace);
  REQUIRE(improvement);
  const json document = json::parse(detente::to_json(paris, improvement));
  CHECK(document.at("on_frontier") == (document.at("better") == 0));
  CHECK(document.at("package").is_null() == document.at("on_frontier").get<bool>());
  CHECK(document.at("gains").size() == improvement->parties.size());
  CHECK(document.at("changes").empty() == document.at("on_frontier").get<bool>());
}
