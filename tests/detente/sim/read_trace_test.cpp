#include "detente/sim/read_trace.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "detente/sim/simulate.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

std::string paris_document(const std::string& model) {
  const auto trace = simulate(support::load_shipped("paris"), {.model = model});
  REQUIRE(trace);
  return to_json(*trace);
}

std::string message_about(const json& document) {
  const auto read = parse_trace(document.dump(), "t.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().front().where.file == "t.json");
  return read.error().front().message;
}

}  // namespace

TEST_CASE("a trace that was read is written as it was") {
  for (const char* model : {"coalition", "offers"}) {
    const std::string text = paris_document(model);
    CHECK(is_trace_document(text));
    const auto read = parse_trace(text, "t.json");
    REQUIRE(read);
    // not as CHECK(a == b): nobody wants to see them printed
    const bool same = to_json(read->trace) == text;
    CHECK_MESSAGE(same, model);
    CHECK(read->digest == digest(read->trace));
  }
}

TEST_CASE("what is no trace is refused with a reason, and never crashes") {
  const json sound = json::parse(paris_document("coalition"));
  CHECK_FALSE(is_trace_document("schema: detente/scenario/1\n"));
  CHECK_FALSE(parse_trace("{\"schema\": \"detente/trace/1\"", "t.json"));
  json document = sound;
  document["schema"] = "detente/trace/9";
  CHECK(message_about(document) == "the schema must be 'detente/trace/1'");
  for (const auto& [key, value] : sound.items()) {
    if (key == "schema") continue;
    document = sound;
    document.erase(key);
    CHECK(message_about(document) == "no trace: the key '" + key + "' is missing");
    document[key] = json::array({nullptr});
    CHECK(message_about(document).starts_with("no trace: "));
  }
  document = sound;
  document["stages"][0]["rounds"][1]["offers"][0]["by"] = json::array({"stranger"});
  CHECK(message_about(document) == "no trace: an offer must come from parties of the stage");
  document = sound;
  document["outcome"]["stage"] = "elsewhere";
  CHECK(message_about(document) == "no trace: an outcome in a stage that is not there");
  document = sound;
  document["stages"][0]["rounds"][0]["aspirations"] = json::object();
  CHECK(message_about(document) == "no trace: a stage without parties");
}
