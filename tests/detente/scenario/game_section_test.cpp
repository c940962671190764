// The sections `votes`, `game`, `graph` and `unions`.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "detente/scenario/load.hpp"
#include "detente/scenario/same.hpp"
#include "support/folder.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
namespace fs = std::filesystem;

namespace {

const std::string kHead = "schema: detente/scenario/1\nid: g\ntitle: G\n";

Scenario scenario_of(const std::string& sections, const std::string& name = "g.yaml") {
  auto loaded = parse_scenario(kHead + sections, name);
  if (!loaded) {
    for (const Diagnostic& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded);
  return std::move(loaded).value().scenario;
}

/// All errors, one a line, without file and lines of text.
std::string faults(const std::string& sections, const std::string& name = "g.yaml") {
  const auto loaded = parse_scenario(kHead + sections, name);
  REQUIRE_FALSE(loaded);
  std::string all;
  for (const Diagnostic& one : loaded.error()) {
    all += std::to_string(one.where.line) + ':' + std::to_string(one.where.column) + ' ' +
           code_name(one.code) + ' ' + one.message + '\n';
  }
  return all;
}

using Weights = std::vector<std::int64_t>;

Votes votes_of(const std::string& rules) {
  return *scenario_of("votes: {rules: [" + rules + "]}\n").votes;
}

}  // namespace

TEST_CASE("a file may hold nothing but votes") {
  const Votes votes = votes_of("{quota: 12, weights: {de: 4, fr: 4, lu: 1, it: 4}}");
  CHECK(votes.players == std::vector<std::string>{"de", "fr", "lu", "it"});
  REQUIRE(votes.rules.size() == 1);
  CHECK(votes.rules[0].quota == 12);
  CHECK(votes.rules[0].weights == Weights{4, 4, 1, 4});
}

TEST_CASE("several rules share their players, in the order in which they come up") {
  const Votes votes =
      votes_of("{quota: 2, weights: {b: 1, a: 1}}, {quota: 1, weights: {c: 3, a: 2}}");
  CHECK(votes.players == std::vector<std::string>{"b", "a", "c"});
  CHECK(votes.rules[0].weights == Weights{1, 1, 0});
  CHECK(votes.rules[1].weights == Weights{0, 2, 3});
}

TEST_CASE("decimals become whole numbers exactly, rule by rule") {
  const Votes votes = votes_of(
      "{quota: 55.5, weights: {a: 33.3, b: 22.20, c: 1e1}}, {quota: 0.3, weights: {a: 0.1, b: "
      "0.2}}, {quota: 2, weights: {a: 1.0, b: +1, c: 1.00}}, {quota: 1.5e-3, weights: {a: .002}}");
  CHECK(votes.rules[0].quota == 555);
  CHECK(votes.rules[0].weights == Weights{333, 222, 100});
  // 0.1 + 0.2 reaches 0.3, which it would not in doubles
  CHECK(votes.rules[1].quota == 3);
  CHECK(votes.rules[1].weights == Weights{1, 2, 0});
  CHECK(votes.rules[2].quota == 2);
  CHECK(votes.rules[2].weights == Weights{1, 1, 1});
  CHECK(votes.rules[3].quota == 15);
  CHECK(votes.rules[3].weights == Weights{20, 0, 0});
}

TEST_CASE("weights up to 2^53 are counted, more is refused") {
  CHECK(votes_of("{quota: 9007199254740992, weights: {a: 9007199254740991, b: 1}}")
            .rules[0]
            .weights[0] == 9007199254740991);
  const auto refused = [](const std::string& rule) {
    return faults("votes: {rules: [" + rule + "]}\n").find("D016") != std::string::npos;
  };
  CHECK(refused("{quota: 1, weights: {a: 9007199254740992, b: 1}}"));
  CHECK(refused("{quota: 0.1, weights: {a: 1000000000000000}}"));
  CHECK(refused("{quota: 1, weights: {a: 1e200}}"));
  CHECK(refused("{quota: 1e-300, weights: {a: 1}}"));
  CHECK(refused("{quota: 1, weights: {a: 1.0000000000000000001}}"));
}

TEST_CASE("a quota that nobody meets, one that anybody meets, a dictator") {
  CHECK(faults("votes: {rules: [{quota: 7, weights: {a: 3, b: 3}}]}\n") ==
        "4:25 D026 quota is more than all weights of this rule together\n");
  CHECK(votes_of("{quota: 1, weights: {a: 3, b: 3}}").rules[0].quota == 1);
  const auto loaded =
      parse_scenario(kHead + "votes: {rules: [{quota: 5, weights: {a: 6, b: 3}}]}\n", "g.yaml");
  REQUIRE(loaded);
  REQUIRE(loaded->remarks.size() == 1);
  CHECK(loaded->remarks[0].code == Code::dictator);
}

TEST_CASE("a thousand voters are read, one more is not") {
  const auto rule = [](int voters) {
    std::string text = "votes: {rules: [{quota: 1, weights: {";
    for (int voter = 0; voter < voters; ++voter) {
      text += (voter == 0 ? "v" : ", v") + std::to_string(voter) + ": 1";
    }
    return text + "}}]}\n";
  };
  CHECK(scenario_of(rule(1000)).votes->players.size() == 1000);
  CHECK(faults(rule(1001)).find("D029") != std::string::npos);
}

TEST_CASE("what coalitions are worth, in any order of their members") {
  const Game game = *scenario_of(
                         "game:\n  players: [a, b, c]\n"
                         "  values: {b a: 10, \"c b  a\": 12, c: -1/4, b: 1.5e1}\n")
                         .game;
  CHECK(game.players == std::vector<std::string>{"a", "b", "c"});
  CHECK(game.values == std::vector<double>{0, 0, 15, 10, -0.25, 0, 0, 12});
}

TEST_CASE("a comma cuts a number in two, which is told once") {
  const std::string rest = " D015 '125' has no value, it seems to be the rest of a number\n";
  CHECK(faults("game: {players: [a], values: {a: 46,125}}\n") == "4:37" + rest);
  CHECK(faults("game: {bankruptcy: {estate: 3, claims: {a: 46,125}}}\n") == "4:47" + rest);
  CHECK(faults("votes: {rules: [{quota: 5, weights: {a: 46,125}}]}\n") == "4:44" + rest);
}

TEST_CASE("one wrong key is one fault, also where others may stand in its place") {
  CHECK(faults("game: {airports: {a: 8, b: 11}}\n") == "4:8 D012 unknown key 'airports'\n");
}

TEST_CASE("tables, runways and estates") {
  CHECK(scenario_of("game: {players: [a, b], table: [0, 1/2, 2, 3]}\n").game->values ==
        std::vector<double>{0, 0.5, 2, 3});
  const Game runway = *scenario_of("game: {airport: {p: 8, q: 11, r: 0}}\n").game;
  CHECK(runway.players == std::vector<std::string>{"p", "q", "r"});
  CHECK(runway.values == std::vector<double>{0, -8, -11, -11, 0, -8, -11, -11});
  const Game estate =
      *scenario_of("game: {bankruptcy: {estate: 200, claims: {a: 100, b: 200, c: 300}}}\n").game;
  CHECK(estate.values == std::vector<double>{0, 0, 0, 0, 0, 0, 100, 200});
  // the order of the players counts where it is given
  const Game turned = *scenario_of("game: {players: [b, a], airport: {a: 8, b: 11}}\n").game;
  CHECK(turned.values == std::vector<double>{0, -11, -8, -11});
}

TEST_CASE("a table may stand in a file beside the scenario") {
  const fs::path folder = detente::support::own_path("table");
  fs::create_directories(folder / "tables");
  const auto write = [&](const std::string& text) {
    std::ofstream(folder / "tables" / "v.txt", std::ios::binary) << text;
  };
  const std::string name = (folder / "g.yaml").string();
  const std::string game = "game: {players: [a, b], table: tables/v.txt}\n";
  write("0\n 1.5 \r\n\n# the pair\n2/4\n3");
  CHECK(scenario_of(game, name).game->values == std::vector<double>{0, 1.5, 0.5, 3});
  write("0\n1\nsecret words\n3\n");
  CHECK(faults(game, name) == "4:32 D015 line 3 of 'tables/v.txt' is not a number\n");
  write("0\n1\n2\n3\n4\n");
  CHECK(faults(game, name).find("D029 line 5") != std::string::npos);
  write("0\n1\n2\n");
  CHECK(faults(game, name).find("D018") != std::string::npos);
  write("1\n1\n2\n3\n");
  CHECK(faults(game, name).find("D016 nobody together") != std::string::npos);
  write(std::string(1'000'000, '1'));
  CHECK(faults(game, name).find("D015 line 1") != std::string::npos);
  for (const char* other : {"tables", "/etc/hostname", "none.txt", "/dev/zero", "../nowhere"}) {
    CHECK(
        faults("game: {players: [a, b], table: " + std::string(other) + "}\n", name).find("D001") !=
        std::string::npos);
  }
  fs::remove_all(folder);
}

TEST_CASE("links and unions name players, or where there are none actors") {
  const Scenario votes = scenario_of(
      "votes: {rules: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}\n"
      "graph: [[a, b], [c, b]]\nunions: [[c, a]]\n");
  CHECK(votes.links == std::vector<std::pair<std::string, std::string>>{{"a", "b"}, {"c", "b"}});
  CHECK(votes.unions == std::vector<std::vector<std::string>>{{"c", "a"}});
  const Scenario actors = scenario_of("actors: {us: {}, eu: {}}\ngraph: [[us, eu]]\n");
  CHECK(actors.links.size() == 1);
  const Scenario both = scenario_of(
      "votes: {rules: [{quota: 1, weights: {a: 1, b: 1}}]}\n"
      "game: {players: [c, d], values: {c d: 1}}\nunions: [[a, b], [c, d]]\n");
  CHECK(both.unions.size() == 2);
  CHECK(faults("actors: {us: {}, eu: {}}\nvotes: {rules: [{quota: 1, weights: {a: 1, b: 1}}]}\n"
               "graph: [[us, a]]\n") == "6:10 D019 unknown player 'us'\n");
  CHECK(faults("unions: [[a]]\n") == "4:9 D034 missing section 'votes', 'game' or 'actors'\n");
}

TEST_CASE("scenarios that differ only in votes, games, links or unions are not the same") {
  const std::string text =
      "votes: {rules: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}\n"
      "game: {players: [a, b, c], values: {a b: 1}}\ngraph: [[a, b]]\nunions: [[a, c]]\n";
  const Scenario one = scenario_of(text);
  CHECK(same(one, scenario_of(text)));
  for (const auto& [part, other] :
       std::vector<std::pair<std::string, std::string>>{{"quota: 2", "quota: 3"},
                                                        {"a b: 1", "a b: 2"},
                                                        {"[a, b]]", "[a, c]]"},
                                                        {"[[a, c]]", "[[a, b]]"}}) {
    std::string changed = text;
    changed.replace(changed.find(part), part.size(), other);
    CHECK_FALSE(same(one, scenario_of(changed)));
  }
}
