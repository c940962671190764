#include "cli/schema.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"

namespace cli = detente::cli;

TEST_CASE("detente schema prints one JSON document and a line end") {
  const std::vector<std::pair<cli::SchemaOf, std::string>> kinds{
      {cli::SchemaOf::scenario, "detente/scenario/1"},
      {cli::SchemaOf::overlay, "detente/overlay/1"},
      {cli::SchemaOf::batch, "detente/batch/1"}};
  for (const auto& [kind, title] : kinds) {
    const std::string& name = title;  // no binding can be captured
    CAPTURE(name);
    std::ostringstream out;
    CHECK(cli::run_schema(kind, out) == cli::kOk);
    const std::string text = out.str();
    CHECK(text.ends_with("}\n"));
    const auto schema = nlohmann::json::parse(text);
    CHECK(schema.at("properties").at("schema").at("const") == name);
  }
}
