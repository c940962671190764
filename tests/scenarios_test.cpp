// Every `expect:` block of the scenarios that we ship.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "detente/core/text.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/coalitions.hpp"
#include "detente/study/explain.hpp"
#include "detente/study/explain_json.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

/// What a command would print with --json.
json output_of(const std::string& command, const Scenario& scenario) {
  const Run run{.seed = scenario.seed};
  if (command == "run") return json::parse(to_json(simulate(scenario, run).value()));
  if (command == "coalitions") {
    return json::parse(to_json(scenario, coalitions(scenario, run, -1, -1).value()));
  }
  REQUIRE(command == "explain");
  return json::parse(to_json(explain(scenario, run, {}).value(), {"", "", ""}));
}

/// The piece at a dotted path; list items by number.
json piece_of(json document, const std::string& path) {
  std::istringstream words(path);
  for (std::string word; std::getline(words, word, '.');) {
    const json next = document.is_array() ? document.at(std::stoul(word)) : document.at(word);
    document = next;
  }
  return document;
}

void check(const Expect& expect, const json& found) {
  const std::string wanted = expect.equals.scalar;
  if (expect.equals.kind == Value::Kind::null) {
    CHECK(found.is_null());
  } else if (found.is_boolean()) {
    CHECK((wanted == "true" || wanted == "yes") == found.get<bool>());
  } else if (found.is_number()) {
    const auto number = parse_number(wanted);
    REQUIRE(number);
    CHECK(std::abs(found.get<double>() - *number) <= expect.tolerance);
  } else {
    CHECK(found.get<std::string>() == wanted);
  }
}

}  // namespace

TEST_CASE("every scenario that we ship is sound and does what it expects") {
  const auto files = support::shipped_files();
  CHECK(files.size() >= 4);
  for (const std::string& file : files) {
    CAPTURE(file);
    const auto loaded = load_scenario(file);
    REQUIRE(loaded);
    CHECK_FALSE(loaded->scenario.expect.empty());
    for (const Expect& expect : loaded->scenario.expect) {
      CAPTURE(expect.path);
      check(expect, piece_of(output_of(expect.command, loaded->scenario), expect.path));
    }
  }
}
