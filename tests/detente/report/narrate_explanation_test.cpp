#include <doctest/doctest.h>

#include <sstream>

#include "detente/core/text.hpp"
#include "detente/report/example.hpp"
#include "detente/report/narrate.hpp"
#include "detente/scenario/load.hpp"

namespace detente {
namespace {

void check_text(const std::string& text, Language language) {
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    CHECK_MESSAGE(count_letters(line) <= 80, line);
    if (language != Language::en) CHECK_MESSAGE(!example::has_latin(line), line);
  }
}

bool holds_text(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an explanation leads with its headline and ends with the outcome") {
  const Explanation own = example::explanation();
  const std::string text = narrate(own, NarrationOptions{});
  CHECK(text.starts_with("Terms, round 2\nThe Isles refuse: 0.25"));
  CHECK(holds_text(text, "then the Isles accept, and the run ends"));
  CHECK(holds_text(text, "the same in 63 of 100 nearby worlds."));
  CHECK(holds_text(text, "  Opening of the road: All year 0.5000 × 0.5000 = 0.2500\n"));
  CHECK(holds_text(text, "Short of the threshold"));
  CHECK(holds_text(text, "Round 1: the Isles table nothing, threshold 1.00."));
  CHECK(holds_text(text, "Toll: it has always been so"));
  CHECK(holds_text(text, "Source: Invented\n"));
  CHECK(text.ends_with("Under these assumptions; the same in 71 of 100 nearby worlds.\n"));
}

TEST_CASE("where a position has no basis, the field that gives one is named once") {
  Explanation own = example::explanation();
  const std::string field = "because";
  CHECK_FALSE(holds_text(narrate(own, NarrationOptions{}), field));
  Scenario scenario = *own.scenario;
  for (Position& position : scenario.actors[own.actor].positions) position.because = {};
  own.scenario = std::make_shared<const Scenario>(scenario);
  for (const Language language : kLanguages) {
    const std::string text = narrate(own, {.language = language});
    const std::size_t first = text.find(field);
    CHECK(first != std::string::npos);
    CHECK(text.find(field, first + 1) == std::string::npos);
  }
}

TEST_CASE("the arithmetic stands in columns, counted in letters") {
  for (const Language language : kLanguages) {
    const std::string text = narrate(example::explanation(), {.language = language});
    std::istringstream stream(text);
    std::vector<int> ends;
    for (std::string line; std::getline(stream, line);) {
      if (line.find(" × ") != std::string::npos && line.find(" = ") != std::string::npos &&
          line.find('0') != std::string::npos) {
        ends.push_back(count_letters(line));
      }
    }
    REQUIRE(ends.size() >= 2);
    CHECK(ends[0] == ends[1]);
  }
}

TEST_CASE("an explanation without a flip says that no single change does it") {
  Explanation own = example::explanation();
  own.flips.clear();
  CHECK(holds_text(narrate(own, NarrationOptions{}), "No single change of one field"));
}

TEST_CASE("an offer flip names both options") {
  Explanation own = example::explanation();
  own.flips[0].path.clear();
  own.flips[0].offer = {{0, 1}};
  const std::string text = narrate(own, NarrationOptions{});
  CHECK(holds_text(text, "“Low” instead of “High” on “Toll”: then the Isles accept"));
}

TEST_CASE("explanations of every kind keep to 80 columns and to their script") {
  for (int kind = 0; kind < 7; ++kind) {
    Explanation own = example::explanation(static_cast<Decision::Kind>(kind));
    for (const Language language : kLanguages) {
      check_text(narrate(own, {.language = language}), language);
    }
  }
}

TEST_CASE("the decision that ended the Paris run is explained in every language") {
  const auto loaded = load_scenario(std::string(DETENTE_SOURCE_DIR) + "/scenarios/paris.yaml");
  REQUIRE(loaded.has_value());
  const auto explanation = explain(loaded->scenario, Run{}, DecisionAt{}, 0);
  REQUIRE(explanation.has_value());
  for (const Language language : kLanguages) {
    check_text(narrate(*explanation, {.language = language}), language);
  }
}

}  // namespace detente
