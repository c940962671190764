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

TEST_CASE("a vote too large for its unions or links says so") {
  const auto votes_of = [](int voters) {
    std::string weights;
    for (int voter = 0; voter < voters; ++voter) {
      weights += (voter > 0 ? ", v" : "v") + std::to_string(voter) + ": 1";
    }
    return "votes: {rules: [{quota: 3, weights: {" + weights + "}}]}\n";
  };
  const std::string too_large = "More than 20 parties: their game is not worked out.";
  for (const std::string related : {"unions: [[v0, v1]]\n", "graph: [[v0, v1]]\n"}) {
    CHECK(says(table_of(votes_of(21) + related, Language::en), too_large));
    CHECK_FALSE(says(table_of(votes_of(5) + related, Language::en), too_large));
  }
  CHECK_FALSE(says(table_of(votes_of(21), Language::en), too_large));
}

}  // namespace detente
