// The section `conflict`: options, states that cannot be, preferences; and the graph form.

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <string>
#include <vector>

#include "detente/scenario/conflict_leaves.hpp"
#include "detente/scenario/feasible.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/patch.hpp"
#include "detente/scenario/same.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

const std::string kHead =
    "schema: detente/scenario/1\nid: c\ntitle: C\nactors: {us: {}, russia: {}, town: {}}\n";

/// The options of the tests that follow: offer, sanction, sign, escalate.
const std::string kOptions =
    "conflict:\n"
    "  options:\n"
    "    us: {offer: {title: Offer}, sanction: {}}\n"
    "    russia: [sign, escalate]\n";
const std::string kPreferences =
    "  preferences: {us: {statements: [sign]}, russia: {statements: [offer]}}\n";

Scenario scenario_of(const std::string& text) {
  auto loaded = parse_scenario(text, "c.yaml");
  if (!loaded) {
    for (const Diagnostic& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded);
  return std::move(loaded).value().scenario;
}

ConflictSection with(const std::string& keys, const std::string& preferences = kPreferences) {
  return *scenario_of(kHead + kOptions + keys + preferences).conflict;
}

/// All errors, one a line, without file and lines of text.
std::string faults(const std::string& text) {
  const auto loaded = parse_scenario(text, "c.yaml");
  REQUIRE_FALSE(loaded);
  std::string all;
  for (const Diagnostic& one : loaded.error()) {
    all += std::to_string(one.where.line) + ':' + std::to_string(one.where.column) + ' ' +
           code_name(one.code) + ' ' + one.message + '\n';
  }
  return all;
}

std::vector<std::uint32_t> feasible(const ConflictSection& conflict) {
  std::vector<std::uint32_t> codes;
  const auto words = feasible_codes(conflict);
  for (std::uint32_t code = 0; code < 1U << conflict.options.size(); ++code) {
    const bool is_set = (words[code / 64] >> (code % 64) & 1U) != 0;
    CHECK(is_set == is_feasible(conflict, code));
    if (is_set) codes.push_back(code);
  }
  return codes;
}

using Codes = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("options belong to their owners, in file order") {
  const ConflictSection conflict = with("  status_quo: {sanction: yes, sign: no}\n");
  REQUIRE(conflict.options.size() == 4);
  CHECK(conflict.options[0].id == "offer");
  CHECK(conflict.options[0].title.in(Language::en, {}) == "Offer");
  CHECK(conflict.options[1].owner == 0);
  CHECK(conflict.options[2].id == "sign");
  CHECK(conflict.options[3].owner == 1);
  CHECK(conflict.status_quo == 2);
  CHECK(conflict.movers == std::vector{0, 1});
  CHECK(conflict.preferences.size() == 3);
  CHECK(feasible(conflict).size() == 16);
}

TEST_CASE("movers stand in the order of the actors, whatever the order of the options") {
  const ConflictSection conflict =
      *scenario_of(kHead +
                   "conflict:\n  options: {town: [wait], us: [go]}\n"
                   "  preferences: {town: {statements: [wait]}, us: {statements: [go]}}\n")
           .conflict;
  CHECK(conflict.movers == std::vector{0, 2});
  CHECK(conflict.options[0].owner == 2);
}

TEST_CASE("states that cannot be, by patterns and by every shorthand") {
  CHECK(feasible(with("  infeasible: [{sign: yes, escalate: yes}]\n")).size() == 12);
  CHECK(feasible(with("  infeasible: [{offer: yes}, {sanction: no}]\n")) == Codes{2, 6, 10, 14});
  CHECK(feasible(with("  exactly_one: [[offer, sanction, sign]]\n")) == Codes{1, 2, 4, 9, 10, 12});
  CHECK(feasible(with("  at_least_one: [[offer, sanction]]\n")).size() == 12);
  CHECK(feasible(with("  at_most_one: [[offer, sanction, sign, escalate]]\n")) ==
        Codes{0, 1, 2, 4, 8});
  CHECK(feasible(with("  exactly_one: [[offer, sanction], [sign, escalate]]\n")) ==
        Codes{5, 6, 9, 10});
}

TEST_CASE("consequences are one pattern each, and a contradiction bars its cause") {
  const auto left = [](const std::string& rules) {
    return feasible(with("  implies: [" + rules + "]\n"));
  };
  CHECK(left("{if: {offer: yes}, then: {sanction: no, sign: yes}}") ==
        Codes{0, 2, 4, 5, 6, 8, 10, 12, 13, 14});
  // "if yes then yes" says nothing
  CHECK(left("{if: {offer: yes}, then: {offer: yes}}").size() == 16);
  CHECK(left("{if: {offer: yes, sign: yes}, then: {offer: no, escalate: yes}}").size() == 12);
  CHECK(
      left("{if: {offer: yes}, then: {sign: yes}}, {if: {sign: yes}, then: {offer: yes}}").size() ==
      8);
}

TEST_CASE("yes and no are values, quoted or not, in capitals or not, and so are true and false") {
  for (const char* yes : {"yes", "true", "Yes", "TRUE", "\"yes\""}) {
    CHECK(with("  status_quo: {offer: " + std::string(yes) + ", sign: False}\n").status_quo == 1);
  }
}

TEST_CASE("the bitmap of feasible codes is that of the patterns, for any number of options") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    ConflictSection conflict;
    conflict.options.resize(1 + random() % 11);
    const std::uint32_t all = (1U << conflict.options.size()) - 1;
    for (std::size_t pattern = random() % 6; pattern > 0; --pattern) {
      const auto mask = static_cast<std::uint32_t>(random()) & all;
      conflict.infeasible.push_back({mask, static_cast<std::uint32_t>(random()) & mask});
    }
    CHECK(feasible(conflict).size() <= all + 1U);
  }
}

TEST_CASE("26 options with many patterns are counted at once") {
  ConflictSection conflict;
  conflict.options.resize(26);
  std::mt19937 random(4);
  for (unsigned first = 0; first < 26; ++first) {
    for (unsigned second = 0; second < first; second += 3) {
      const std::uint32_t both = 1U << first | 1U << second;
      conflict.infeasible.push_back({both, both});
    }
  }
  const auto words = feasible_codes(conflict);
  for (int probe = 0; probe < 10'000; ++probe) {
    const auto code = static_cast<std::uint32_t>(random()) & ((1U << 26U) - 1);
    CHECK(is_feasible(conflict, code) == ((words[code / 64] >> (code % 64) & 1U) != 0));
  }
}

TEST_CASE("without a status quo the first feasible state is today's") {
  CHECK(with("").status_quo == 0);
  CHECK(with("  at_least_one: [[sign, escalate]]\n").status_quo == 4);
}

TEST_CASE("rankings keep their ties, statements their order") {
  const ConflictSection conflict = with(
      "  infeasible: [{offer: yes}, {sanction: yes}]\n  irreversible: {sign: to_yes, "
      "escalate: to_no}\n",
      "  preferences:\n    us: {ranking: [8, [4, 0], 12]}\n"
      "    russia: {statements: [\"!escalate\", \"sign if offer\"]}\n");
  CHECK(conflict.preferences[0].kind == ConflictPreference::Kind::ranking);
  CHECK(conflict.preferences[0].ranking == std::vector<Codes>{{8}, {4, 0}, {12}});
  REQUIRE(conflict.preferences[1].statements.size() == 2);
  CHECK(conflict.preferences[1].statements[1].text == "sign if offer");
  CHECK_FALSE(holds(conflict.preferences[1].statements[0].condition, 8));
  CHECK(holds(conflict.preferences[1].statements[1].condition, 5));
  CHECK_FALSE(holds(conflict.preferences[1].statements[1].condition, 1));
  CHECK(conflict.options[2].reversal == Reversal::to_yes);
  CHECK(conflict.options[3].reversal == Reversal::to_no);
}

TEST_CASE("options take options of issues, also points of a range") {
  const Scenario scenario = scenario_of(
      "schema: detente/scenario/1\nid: c\ntitle: C\n"
      "issues: {troops: {options: [none, some]}, line: {range: [0, 60], steps: 13}}\n"
      "actors:\n  us: {positions: {troops: {ideal: some}, line: {ideal: 5}}}\n"
      "  russia: {positions: {troops: {ideal: none}}}\n"
      "conflict:\n"
      "  options: {us: {send: {takes: troops.some}, move: {takes: line.15}}, russia: [sign]}\n"
      "  preferences: {us: {from: positions}, russia: {from: positions}}\n");
  const auto& options = scenario.conflict->options;
  CHECK(options[0].takes_issue == 0);
  CHECK(options[0].takes_option == 1);
  CHECK(options[1].takes_issue == 1);
  CHECK(options[1].takes_option == 3);
  CHECK(options[2].takes_issue == -1);
  CHECK(scenario.conflict->preferences[1].kind == ConflictPreference::Kind::positions);
}

TEST_CASE("in graph form states count from 1 and may be called by their ids") {
  const ConflictSection conflict =
      *scenario_of(kHead +
                   "conflict:\n"
                   "  graph: {states: [CC, DC, CD, DD], moves: {us: [[1, 2], [CD, DD]], russia: "
                   "[[CC, 3]], town: []}}\n"
                   "  status_quo: DD\n"
                   "  preferences: {us: {ranking: [2, [CC, 4], 3]}, russia: {ranking: [3, 1, 4, "
                   "2]}, town: {ranking: [[1, 2, 3, 4]]}}\n")
           .conflict;
  REQUIRE(conflict.graph);
  CHECK(conflict.graph->ids == std::vector<std::string>{"CC", "DC", "CD", "DD"});
  CHECK(conflict.graph->moves[0] == std::vector<std::pair<int, int>>{{0, 1}, {2, 3}});
  CHECK(conflict.graph->moves[1] == std::vector<std::pair<int, int>>{{0, 2}});
  CHECK(conflict.status_quo == 3);
  CHECK(conflict.movers == std::vector{0, 1, 2});
  CHECK(conflict.preferences[0].ranking == std::vector<Codes>{{2}, {1, 4}, {3}});
}

TEST_CASE("names of states may be their numbers, and no others") {
  const std::string rest = ", moves: {us: [[1, 2]]}}\n  preferences: {us: {ranking: [2, 1]}}\n";
  CHECK(scenario_of(kHead + "conflict:\n  graph: {states: [1, 2]" + rest).conflict);
  CHECK(faults(kHead + "conflict:\n  graph: {states: [2, 1]" + rest).find("D020") !=
        std::string::npos);
}

TEST_CASE("a ranking names every feasible state once, and the message says which are missing") {
  const auto fault = [](const std::string& ranking) {
    return faults(kHead + kOptions + "  infeasible: [{offer: yes}, {sanction: yes}]\n" +
                  "  preferences: {us: {ranking: " + ranking +
                  "}, russia: {statements: [sign]}}\n");
  };
  CHECK(fault("[0, 4, 8]") == "10:31 D011 ranking lacks 1 feasible state: 12 (NNYY)\n");
  CHECK(fault("[]") ==
        "10:31 D011 ranking lacks 4 feasible states: 0 (NNNN), 4 (NNYN), 8 (NNNY), 12 (NNYY)\n");
  CHECK(fault("[0, 4, 8, 12, [0]]") == "10:46 D017 state 0 (NNNN) is ranked twice\n");
  CHECK(fault("[0, 4, 8, 12, 1]") ==
        "10:45 D019 state 1 (YNNN) is infeasible, so it has no rank\n");
  CHECK(fault("[0, 4, 8, 12, 16]").find("D016") != std::string::npos);
}

TEST_CASE("an actor with options needs a preference, one without has none that counts") {
  CHECK(faults(kHead + kOptions + "  preferences: {us: {statements: [sign]}}\n") ==
        "9:3 D011 'russia' has options but no preference\n");
  // the line of somebody else would mislead
  CHECK(faults(kHead + kOptions + "  preferences:\n    us: {statements: [sign]}\n") ==
        "9:3 D011 'russia' has options but no preference\n");
  CHECK(faults(kHead + kOptions) == "6:3 D011 missing key 'preferences'\n");
  const auto loaded =
      parse_scenario(kHead + kOptions +
                         "  preferences: {us: {statements: [sign]}, russia: {statements: "
                         "[offer]}, town: {statements: [sign]}}\n",
                     "c.yaml");
  REQUIRE(loaded);
  REQUIRE(loaded->remarks.size() == 1);
  CHECK(loaded->remarks[0].severity == Severity::note);
  CHECK(loaded->remarks[0].code == Code::no_effect);
}

TEST_CASE("faults of rankings are told whatever else is wrong, without what only follows") {
  const std::string rankings =
      "  preferences: {us: {ranking: [1, 1, 15, 16, x]}, russia: {statements: [go]}}\n";
  const std::string twice = ":35 D017 state 1 is ranked twice\n";
  const std::string known = twice +
                            "10:42 D016 ranking[3] must lie in [0, 15], is 16\n"
                            "10:46 D015 ranking[4] must be a number, is 'x'\n"
                            "10:73 D019 unknown option 'go'\n";
  CHECK(faults(kHead + kOptions + "  infeasible: [{sing: yes}]\n" + rankings) ==
        "9:17 D019 unknown option 'sing'\n10" + known);
  CHECK(faults(kHead + kOptions + "  exactly_one: [[sign, sing]]\n" + rankings) ==
        "9:24 D019 unknown option 'sing'\n10" + known);
  // of options that could not be read nobody knows how many states there are
  const std::string two = "conflict:\n  options: {us: [a, 'B'], russia: [c]}\n  status_quo: 6\n";
  CHECK(faults(kHead + two + rankings) ==
        "6:21 D020 id 'B' must be of the letters a-z, digits and _, a letter first\n8" + twice +
            "8:46 D015 ranking[4] must be a number, is 'x'\n8:73 D019 unknown option 'go'\n");
  // moves to nowhere change no states
  const std::string graph = "conflict:\n  graph: {states: [A, B], moves: {us: [[1, 3]]}}\n";
  CHECK(faults(kHead + graph + "  preferences: {us: {ranking: [A]}}\n") ==
        "6:44 D016 us[0] must lie in [1, 2], is 3\n7:31 D011 ranking lacks 1 state: 2 (B)\n");
}

TEST_CASE("a missing schema and an unknown word say what may be written") {
  const auto hint = [](const std::string& text) {
    const auto loaded = parse_scenario(text, "c.yaml");
    REQUIRE_FALSE(loaded);
    REQUIRE(loaded.error().size() == 1);
    return loaded.error().front().hint;
  };
  const std::string text = kHead + kOptions + kPreferences;
  CHECK(hint(text.substr(text.find('\n') + 1)) == "write 'schema: detente/scenario/1'");
  CHECK(hint(text + "  irreversible: {sign: to_maybe}\n") == "there are to_yes, to_no");
  CHECK(hint(text + "  irreversible: {sign: no}\n") == "there are to_yes, to_no");
  CHECK(hint(text + "  status_quo: sign\n") == "write {sign: yes}");
  CHECK(hint(text + "model: magic\n").starts_with("there are coalition, "));
}

TEST_CASE("a ranking that makes a file too large: the limit, and what to do instead") {
  std::string text = kHead + kOptions + "  preferences: {us: {ranking: [0";
  for (int entry = 0; entry < 200'000; ++entry) text += ",0";
  text += "]}}\n";
  const auto hint = [](const std::string& yaml) {
    const auto loaded = parse_scenario(yaml, "c.yaml");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().back().code == Code::too_large);
    return loaded.error().back().hint;
  };
  CHECK(hint(text).starts_with("rank so many states by 'statements'"));
  text.insert(text.find("[0") + 1, 2U << 20U, ' ');
  CHECK(hint(text).starts_with("rank so many states by 'statements'"));
}

TEST_CASE("no actors at all: the missing section is named") {
  const std::string text =
      "schema: detente/scenario/1\nid: c\ntitle: C\nconflict:\n  options: {us: [go]}\n"
      "  preferences: {us: {statements: [go]}}\n";
  CHECK(faults(text).find("D034 missing section 'actors'") != std::string::npos);
}

TEST_CASE("nothing left, infeasible today, too many options") {
  CHECK(faults(kHead + kOptions + "  infeasible: [{sign: yes}, {sign: no}]\n" + kPreferences) ==
        "9:15 D018 no feasible state is left\n");
  CHECK(faults(kHead + kOptions + "  infeasible: [{sign: yes}]\n  status_quo: 4\n" +
               kPreferences) == "10:15 D019 status_quo is state 4 (NNYN), which is infeasible\n");
  std::string many;
  for (int option = 0; option < 27; ++option) {
    many += (option == 0 ? "o" : ", o") + std::to_string(option);
  }
  CHECK(faults(kHead + "conflict:\n  options: {us: [" + many +
               "]}\n  preferences: {us: {statements: [o26]}}\n") ==
        "6:12 D029 options must not be more than 26, are 27\n");
}

TEST_CASE("scenarios that differ only in their conflict are not the same") {
  const std::string text = kHead + kOptions + "  status_quo: 0\n" + kPreferences;
  const Scenario one = scenario_of(text);
  CHECK(same(one, scenario_of(text)));
  CHECK(same(one, scenario_of("# a comment\n" + text)));
  for (const auto& [part, other] :
       std::vector<std::pair<std::string, std::string>>{{"status_quo: 0", "status_quo: 1"},
                                                        {"[sign]", "[\"!sign\"]"},
                                                        {"title: Offer", "title: Other"},
                                                        {"escalate]", "retreat]"}}) {
    std::string changed = text;
    changed.replace(changed.find(part), part.size(), other);
    CHECK_FALSE(same(one, scenario_of(changed)));
  }
}

TEST_CASE("a change elsewhere leaves the conflict's text and meaning as they are") {
  const std::string text = kHead + kOptions + "  # stays\n  status_quo: 3\n" + kPreferences;
  const auto patched =
      patch(text, "c.yaml", {{.path = "actors.us.power", .value = Value::of(7.0)}});
  REQUIRE(patched);
  CHECK(patched->find("# stays") != std::string::npos);
  const Scenario changed = scenario_of(*patched);
  CHECK(changed.actors[0].power == 7.0);
  CHECK(changed.conflict->status_quo == 3);
}

TEST_CASE("everything that play depends on is told, and no text for people") {
  const auto told = [](const std::string& text) {
    std::string all;
    for (const Leaf& leaf : conflict_leaves(scenario_of(text))) {
      all += leaf.path + ": " + to_string(leaf.value) + '\n';
    }
    return all;
  };
  const std::string text = kHead + kOptions +
                           "  status_quo: 0\n  infeasible: [{sign: yes, escalate: yes}]\n"
                           "  irreversible: {sign: to_yes}\n" +
                           kPreferences;
  CHECK(told(text) ==
        "conflict.options.us: [offer, sanction]\n"
        "conflict.options.russia: [sign, escalate]\n"
        "conflict.irreversible.sign: to_yes\n"
        "conflict.options: [offer, sanction, sign, escalate]\n"
        "conflict.infeasible: [--YY]\n"
        "conflict.status_quo: 0\n"
        "conflict.preferences.us.statements: [sign]\n"
        "conflict.preferences.russia.statements: [offer]\n");
  const auto changed = [&](const std::string& part, const std::string& other) {
    std::string fresh = text;
    fresh.replace(fresh.find(part), part.size(), other);
    return told(fresh) != told(text);
  };
  CHECK(changed("status_quo: 0", "status_quo: 1"));
  CHECK(changed("to_yes", "to_no"));
  CHECK(changed("escalate: yes}", "escalate: no}"));
  CHECK(changed("[sign]", "[\"!sign\"]"));
  CHECK_FALSE(changed("title: Offer", "title: Other"));
  CHECK(told(kHead).empty());
}
