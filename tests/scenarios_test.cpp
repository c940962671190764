// Every `expect:` block of the scenarios that we ship.

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "detente/core/text.hpp"
#include "detente/scenario/load.hpp"
#include "detente/sim/simulate.hpp"
#include "detente/study/coalitions.hpp"
#include "detente/study/durability.hpp"
#include "detente/study/power.hpp"
#include "detente/study/solutions.hpp"
#include "detente/study/stability.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

/// What the built command prints; nothing without one.
json printed(const std::string& command, const std::string& file) {
#ifdef DETENTE_COMMAND
  const std::string call = DETENTE_COMMAND " " + command + " '" + file + "' --json";
  FILE* const pipe = popen(call.c_str(), "r");  // NOLINT(cert-env33-c): our own words
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 1; count > 0; text.append(buffer.data(), count)) {
    count = fread(buffer.data(), 1, buffer.size(), pipe);
  }
  CHECK(pclose(pipe) == 0);
  return json::parse(text);
#else
  MESSAGE("not checked without the command: " << command << ' ' << file);
  return nullptr;
#endif
}

/// What a command would print with --json: any verb, with any words after it.
json output_of(const std::string& command, const std::string& file, const Scenario& scenario) {
  const Run run{.seed = scenario.seed};
  if (command == "run") {
    const Trace trace = simulate(scenario, run).value();
    json document = json::parse(to_json(trace));
    const std::string durability = durability_json(trace);
    if (!durability.empty()) document["durability"] = json::parse(durability);
    return document;
  }
  if (command == "coalitions") {
    return json::parse(to_json(scenario, coalitions(scenario, run, -1, -1).value()));
  }
  if (command == "solutions") return json::parse(to_json(solutions(scenario, run, -1).value()));
  if (command == "power") return json::parse(to_json(power(scenario, run, {}).value()));
  if (command == "stability") {
    const auto report = stability(scenario, {.coalitions = true});
    return json::parse(to_json(report.value(), StateDetail::none));
  }
  return printed(command, file);
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
  if (expect.equals.is_list()) {
    REQUIRE(found.is_array());
    REQUIRE(found.size() == expect.equals.items.size());
    for (std::size_t item = 0; item < found.size(); ++item) {
      check({.equals = expect.equals.items[item], .tolerance = expect.tolerance}, found[item]);
    }
  } else if (expect.equals.kind == Value::Kind::null) {
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
    std::map<std::string, json> outputs;
    for (const Expect& expect : loaded->scenario.expect) {
      CAPTURE(expect.path);
      auto& found = outputs[expect.command];  // each is computed once
      if (found.is_null()) found = output_of(expect.command, file, loaded->scenario);
      if (!found.is_null()) check(expect, piece_of(found, expect.path));
    }
  }
}
