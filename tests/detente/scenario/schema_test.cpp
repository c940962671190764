#include "detente/scenario/json_schema.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using nlohmann::json;

namespace {

std::string shipped(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(DETENTE_SOURCE_DIR + ("/share/detente/" + name), std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the schemas that we ship are those that the program prints") {
  CHECK(detente::scenario_schema() == shipped("scenario-1.schema.json"));
  CHECK(detente::overlay_schema() == shipped("overlay-1.schema.json"));
  CHECK(detente::plan_schema() == shipped("batch-1.schema.json"));
}

TEST_CASE("the schema of a scenario knows every key and its limits") {
  const json schema = json::parse(detente::scenario_schema());
  CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
  CHECK(schema.at("properties").at("schema").at("const") == "detente/scenario/1");
  CHECK(schema.at("required") == json({"schema", "id", "title"}));
  const json& actors = schema.at("properties").at("actors").at("patternProperties");
  const json& actor = actors.at("^[a-z][a-z0-9_]*$").at("properties");
  for (const char* key : {"title", "forms", "delegates", "power", "walk_away", "delay_cost",
                          "susceptibility", "values_durability", "tactic", "positions"}) {
    CHECK_MESSAGE(actor.contains(key), key);
  }
  CHECK(actor.at("power").at("exclusiveMinimum") == 0);
  const json& tactic = actor.at("tactic").at("anyOf");
  CHECK(tactic.at(0).at("enum").size() == 10);
  const json& keys = tactic.at(1).at("properties");
  CHECK(keys.at("e").at("maximum") == 100);
  CHECK(keys.at("lag").at("type") == "integer");
  CHECK(keys.at("window").at("maximum") == 100);
  CHECK(keys.at("mode").at("enum") == json({"relative", "average"}));
  CHECK(keys.at("accept").at("anyOf").at(1).at("properties").at("alpha").at("maximum") == 10);
  const json& durability = schema.at("properties").at("durability");
  CHECK(durability.at("required") == json({"violators"}));
  CHECK(durability.at("properties").at("cost").at("minimum") == 0);
}

TEST_CASE("the schema of an overlay knows edits and moves") {
  const json schema = json::parse(detente::overlay_schema());
  CHECK(schema.at("properties").at("schema").at("const") == "detente/overlay/1");
  const json& move = schema.at("properties").at("moves").at("items");
  CHECK(move.at("required") == json({"stage", "round", "actor"}));
  CHECK(move.at("properties").at("round").at("maximum") == 10000);
  CHECK(move.at("oneOf").size() == 3);
}

TEST_CASE("the schema of a plan knows designs, ways of varying and their limits") {
  const json schema = json::parse(detente::plan_schema());
  CHECK(schema.at("required") == json({"schema", "scenario"}));
  const json& properties = schema.at("properties");
  CHECK(properties.at("shard_size").at("maximum") == 1'000'000);
  CHECK(properties.at("design").at("anyOf").at(0).at("enum").size() == 2);
  const json& way = properties.at("vary").at("additionalProperties");
  CHECK(way.at("properties").at("steps").at("maximum") == 1'000'000);
  CHECK(way.at("oneOf").size() == 7);
}
