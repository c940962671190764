// Comparisons are true: they list exactly what was changed, they do not depend on which run stands
// first, and the turn that they name is the first that differs.

#include "detente/study/compare.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "detente/core/rng.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/field.hpp"
#include "detente/sim/read_trace.hpp"
#include "detente/sim/simulate.hpp"
#include "literal/generate.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;
using support::load_shipped;

namespace {

Trace play(const Scenario& scenario, const Run& run = {}) {
  auto trace = simulate(scenario, run);
  REQUIRE(trace);
  return std::move(trace).value();
}

Edit edit_at(const std::string& stage, int round, const std::string& text) {
  Edit edit = parse_edit(text).value();
  edit.at = At{stage, round};
  return edit;
}

/// All that a comparison says, with its sides exchanged.
json exchanged(json document) {
  for (json& input : document["inputs"]) std::swap(input["a"], input["b"]);
  if (!document["first_difference"].is_null()) {
    std::swap(document["first_difference"]["a"], document["first_difference"]["b"]);
  }
  std::swap(document["outcomes"][0], document["outcomes"][1]);
  std::swap(document["runs"][0], document["runs"][1]);
  return document;
}

/// A number of the scenario, chosen at random and moved a good way off.
Edit random_edit(const Scenario& scenario, std::uint64_t seed) {
  const Rng rng(seed);
  const auto fields = fields_of(scenario);
  const auto chosen =
      static_cast<std::size_t>(rng.uniform({.draw = 90}) * static_cast<double>(fields.size()));
  const FieldRange range = range_of(scenario, fields[chosen]);
  const double now = get(scenario, fields[chosen]);
  const double middle = range.whole ? 50.0 : (range.low + range.high) / 2.0;
  const double to = now < middle ? middle + 0.25 * (range.high - middle) : middle / 2.0;
  return {.path = path_of(scenario, fields[chosen]),
          .value = Value::of(range.whole ? static_cast<double>(static_cast<int>(to)) : to)};
}

}  // namespace

TEST_CASE("a run is equal to itself and to its document") {
  for (const char* model : {"coalition", "offers"}) {
    const Trace trace = play(load_shipped("paris"), {.model = model});
    const Comparison same = compare(trace, trace);
    CHECK(same.equal);
    CHECK(same.inputs.empty());
    CHECK_FALSE(same.first);
    const auto document = parse_trace(to_json(trace), "t.json");
    REQUIRE(document);
    const Comparison read =
        compare({.trace = &trace},
                {.trace = &document->trace, .digest = document->digest, .document = true});
    CHECK(read.equal);
    CHECK_FALSE(read.all_inputs);
  }
}

TEST_CASE("the deeds of a document are those of the run, in the same order") {
  int stages = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Trace trace =
        play(literal::random_scenario(seed), {.model = seed % 2 == 0 ? "coalition" : "offers"});
    const auto document = parse_trace(to_json(trace), "t.json");
    REQUIRE(document);
    // another digest, so that turns are looked at
    const Comparison read = compare(
        {.trace = &trace}, {.trace = &document->trace, .digest = "another", .document = true});
    CHECK_FALSE(read.first);
    stages += static_cast<int>(trace.stages.size());
  }
  CHECK(stages >= 60);
}

TEST_CASE("one change from the start is the one input that differs") {
  int apart = 0;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = literal::random_scenario(seed);
    const Run run{.model = seed % 2 == 0 ? "coalition" : "offers"};
    const Edit edit = random_edit(scenario, seed);
    const auto changed = apply(scenario, edit);
    if (!changed) continue;  // a red line or a rule did not allow it
    const Trace a = play(scenario, run);
    const Trace b = play(*changed, run);
    const Comparison comparison = compare(a, b);
    REQUIRE(comparison.inputs.size() == 1);
    CHECK(comparison.inputs[0].path == edit.path);
    CHECK(comparison.inputs[0].b == to_string(edit.value));
    CHECK_FALSE(comparison.inputs[0].at);
    CHECK_FALSE(comparison.equal);
    if (comparison.first) ++apart;
    CHECK(exchanged(json::parse(to_json(comparison))) == json::parse(to_json(compare(b, a))));
  }
  CHECK(apart > 20);
}

TEST_CASE("the rounds before the first difference are the same, its round is not") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = literal::random_scenario(seed);
    const auto changed = apply(scenario, random_edit(scenario, seed));
    if (!changed) continue;
    const Trace a = play(scenario, {});
    const Trace b = play(*changed, {});
    const Comparison comparison = compare(a, b);
    if (!comparison.first || comparison.first->b.kind == Deed::Kind::over) continue;
    if (comparison.first->a.kind == Deed::Kind::over) continue;
    const auto& first = *comparison.first;
    const json one = json::parse(to_json(a));
    const json other = json::parse(to_json(b));
    const auto offers = [&](const json& trace, int round) {
      json told = json::array();
      for (const json& stage : trace["stages"]) {
        if (stage["id"] != first.stage) continue;
        for (const json& offer : stage["rounds"][round]["offers"]) {
          told.push_back({offer["by"], offer["package"], offer["responses"]});
        }
      }
      return told;
    };
    for (int round = 1; round < first.round; ++round) {
      CHECK(offers(one, round) == offers(other, round));
    }
  }
}

TEST_CASE("Paris: Russia asks for more, and the runs part where it refuses what it had accepted") {
  const Scenario paris = load_shipped("paris");
  const Trace a = play(paris);
  const Trace b = play(support::with(paris, {{"actors.russia.walk_away", 0.66}}));
  const Comparison comparison = compare(a, b);
  REQUIRE(comparison.inputs.size() == 1);
  CHECK(comparison.inputs[0].path == "actors.russia.walk_away");
  CHECK(comparison.inputs[0].a == "0.5");
  CHECK(comparison.inputs[0].b == "0.66");
  REQUIRE(comparison.first);
  CHECK(comparison.first->stage == "settlement");
  CHECK(comparison.first->round == a.outcome.round);
  CHECK(comparison.first->actor == "russia");
  CHECK(comparison.first->a.kind == Deed::Kind::accept);
  CHECK(comparison.first->b.kind == Deed::Kind::refuse);
  CHECK(comparison.first->a.package == a.outcome.package);
  CHECK(comparison.runs[0].outcome.agreed);
  CHECK_FALSE(comparison.runs[1].outcome.agreed);
  CHECK(comparison.runs[1].digest == digest(b));

  const json document = json::parse(to_json(comparison));
  CHECK(document.at("schema") == "detente/comparison/1");
  CHECK(document.at("equal") == false);
  CHECK(document.at("first_difference").at("a").at("kind") == "accept");
  CHECK(document.at("outcomes")[0] == json::parse(to_json(a)).at("outcome"));
  CHECK(document.at("outcomes")[1] == json::parse(to_json(b)).at("outcome"));
}

TEST_CASE("changes and moves at a round are inputs, with their place") {
  const Scenario paris = load_shipped("paris");
  const Run plain;
  Run played{.edits = {edit_at("settlement", 4, "actors.us.walk_away=0.7")}};
  played.moves.push_back(
      {.at = {"guarantees", 3}, .actor = index_of(paris.actors, "us"), .kind = Move::Kind::leave});
  const Trace a = play(paris, plain);
  const Trace b = play(paris, played);
  const Comparison known = compare({.trace = &a, .run = &plain}, {.trace = &b, .run = &played});
  REQUIRE(known.inputs.size() == 2);
  CHECK(known.inputs[0].path == "moves.us");
  CHECK(known.inputs[0].b == "leave");
  CHECK_FALSE(known.inputs[0].a);
  CHECK(known.inputs[1].at->stage == "settlement");
  CHECK(known.inputs[1].at->round == 4);
  REQUIRE(known.first);
  CHECK(known.first->actor == "us");
  CHECK(known.first->b.kind == Deed::Kind::leave);
  // the settlement was never played in b: from the traces alone nobody can know
  CHECK(compare(a, b).inputs.empty());

  const Trace late = play(paris, {.edits = {edit_at("settlement", 4, "actors.us.walk_away=0.7")}});
  const Comparison seen = compare(a, late);
  REQUIRE(seen.inputs.size() == 1);
  CHECK(seen.inputs[0].path == "actors.us.walk_away");
  CHECK(seen.inputs[0].at->round == 4);
  CHECK_FALSE(seen.inputs[0].a);
}

TEST_CASE("model and seed are inputs") {
  const Scenario paris = load_shipped("paris");
  const Trace a = play(paris);
  const Trace b = play(paris, {.model = "offers", .seed = 9});
  const Comparison comparison = compare(a, b);
  REQUIRE(comparison.inputs.size() == 2);
  CHECK(comparison.inputs[0].path == "seed");
  CHECK(comparison.inputs[1].path == "model");
  CHECK(comparison.inputs[1].b == "offers");
  CHECK(comparison.first);
}

TEST_CASE("different scenarios are compared by ids") {
  const Trace a = play(load_shipped("paris"));
  const Trace b = play(load_shipped("lessons/veto"));
  const Comparison comparison = compare(a, b);
  CHECK(comparison.inputs[0].path == "id");
  CHECK(comparison.inputs[0].b == "veto");
  const auto absent = [](const InputDifference& input) { return !input.a; };
  CHECK(std::any_of(comparison.inputs.begin(), comparison.inputs.end(), absent));
  REQUIRE(comparison.first);
  CHECK(comparison.first->round == 1);
  CHECK(json::parse(to_json(comparison)).at("outcomes").size() == 2);
}

TEST_CASE("a stage that only one of them plays is where they part") {
  const Scenario paris = load_shipped("paris");
  Scenario shorter = paris;
  shorter.stages.pop_back();
  const Trace a = play(paris);
  const Trace b = play(shorter);
  const Comparison comparison = compare(a, b);
  REQUIRE(comparison.first);
  CHECK(comparison.first->stage == "settlement");
  CHECK(comparison.first->round == 1);
  CHECK(comparison.first->b.kind == Deed::Kind::over);
}
