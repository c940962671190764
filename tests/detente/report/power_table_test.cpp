// Power for people: which players a sentence puts together.

#include "detente/report/power_table.hpp"

#include <doctest/doctest.h>

#include <string>

#include "detente/scenario/load.hpp"

namespace detente {
namespace {

std::string table_of(const std::string& sections, Language language) {
  auto loaded = parse_scenario("schema: detente/scenario/1\nid: t\ntitle: Test\n" + sections, "t");
  if (!loaded) FAIL(to_string(loaded.error().front()));
  const auto report = power(loaded->scenario, {}, {});
  if (!report) FAIL(to_string(report.error().front()));
  return power_table(*report, {.language = language});
}

bool says(const std::string& table, const std::string& text) {
  return table.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("two players on their own do not look like a coalition of two") {
  const std::string players = "game: {players: [a, b], values: ";
  for (const Language language : {Language::en, Language::bg, Language::uk}) {
    CHECK(says(table_of(players + "{a b: 3}}\n", language), ": {a, b}; "));
    CHECK(says(table_of(players + "{a: 2, b: 2, a b: 3}}\n", language), ": {a}; {b}; "));
    CHECK(says(table_of(players + "{a b: 3}}\ngraph: [[a, b]]\n", language), ": {a, b}."));
    CHECK(says(table_of(players + "{a b: 3}}\ngraph: []\n", language), ": {a}; {b}."));
  }
}

}  // namespace detente
