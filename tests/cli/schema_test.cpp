#include "cli/schema.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/exit_code.hpp"

namespace cli = detente::cli;

TEST_CASE("detente schema prints one JSON document and a line end") {
  for (const bool overlay : {false, true}) {
    CAPTURE(overlay);
    std::ostringstream out;
    CHECK(cli::run_schema(overlay, out) == cli::kOk);
    const std::string text = out.str();
    CHECK(text.ends_with("}\n"));
    const auto schema = nlohmann::json::parse(text);
    CHECK(schema.at("properties").at("schema").at("const") ==
          (overlay ? "detente/overlay/1" : "detente/scenario/1"));
  }
}
