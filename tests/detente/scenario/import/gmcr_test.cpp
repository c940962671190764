// Conflicts of GMCR+ as scenarios: the same states, moves and preferences, whatever the order of
// the options, and every fault with its place.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "detente/scenario/feasible.hpp"
#include "detente/scenario/import/convert.hpp"
#include "detente/scenario/load.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

ForeignFile orchard() {
  std::ostringstream bytes;
  bytes << std::ifstream(DETENTE_SOURCE_DIR "/tests/data/import/orchard.gmcr", std::ios::binary)
               .rdbuf();
  REQUIRE_FALSE(bytes.str().empty());
  return {"orchard.gmcr", bytes.str()};
}

/// The file with one part of its text, which must be there, replaced by another.
ForeignFile with(const std::string& part, const std::string& other) {
  ForeignFile file = orchard();
  const std::size_t place = file.bytes.find(part);
  REQUIRE(place != std::string::npos);
  file.bytes.replace(place, part.size(), other);
  return file;
}

Converted converted(const ForeignFile& file) {
  auto result = convert({file}, "orchard");
  if (!result) {
    for (const Diagnostic& fault : result.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(result);
  return std::move(result).value();
}

ConflictSection conflict_of(const ForeignFile& file) {
  const auto loaded = parse_scenario(converted(file).yaml, "converted.yaml");
  REQUIRE(loaded);
  return *loaded->scenario.conflict;
}

void check_fault(const ForeignFile& file, Code code, int line, int column) {
  const auto result = convert({file}, "orchard");
  REQUIRE_FALSE(result);
  const auto& faults = result.error();
  const auto first = std::find_if(faults.begin(), faults.end(), [](const Diagnostic& one) {
    return one.severity == Severity::error;
  });
  REQUIRE(first != faults.end());
  CAPTURE(to_string(*first));
  CHECK(first->code == code);
  CHECK(first->where.line == line);
  CHECK(first->where.column == column);
}

/// Where the options of the file stand in the scenario: fence, well | sue, path | sue.
constexpr std::array<unsigned, 5> kPlaces{0, 2, 1, 4, 3};

/// The file's own states, by code in its own order: the sixteenth is called 16.
std::vector<std::uint32_t> states_of_file() {
  std::vector<std::uint32_t> states;
  for (std::uint32_t code = 0; code < 32; ++code) {
    const bool both_sue = (code & 2U) != 0 && (code & 8U) != 0;
    const bool fence_and_well = (code & 1U) != 0 && (code & 4U) != 0;
    if (!both_sue && !fence_and_well) states.push_back(code);
  }
  return states;
}

std::uint32_t moved(std::uint32_t code) {
  std::uint32_t fresh = 0;
  for (unsigned option = 0; option < 5; ++option) fresh |= (code >> option & 1U) << kPlaces[option];
  return fresh;
}

using Groups = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("gmcr: options stand by owner, with names as titles and ids of their own") {
  const auto loaded = parse_scenario(converted(orchard()).yaml, "converted.yaml");
  REQUIRE(loaded);
  const Scenario& scenario = loaded->scenario;
  CHECK(scenario.id == "orchard");
  CHECK(scenario.model == "conflict");
  REQUIRE(scenario.actors.size() == 3);
  CHECK(scenario.actors[1].title.in(Language::en, {}) == "Съсед");
  const auto& options = scenario.conflict->options;
  REQUIRE(options.size() == 5);
  CHECK(options[0].id == "fence");
  CHECK(options[1].id == "share_the_well");
  CHECK(options[2].id == "sue");
  CHECK(options[3].title.in(Language::en, {}) == "Нова пътека");
  CHECK(options[4].id == "sue_2");
  CHECK(options[2].owner == 1);
  CHECK(options[4].owner == 2);
  CHECK(options[0].reversal == Reversal::to_yes);
  CHECK(options[4].reversal == Reversal::to_no);
  CHECK(options[3].reversal == Reversal::both);
}

TEST_CASE("gmcr: the same states can be, by their new codes") {
  const ConflictSection conflict = conflict_of(orchard());
  const auto words = feasible_codes(conflict);
  CHECK(conflict.infeasible.size() == 2);  // one stands twice in the file
  std::vector<std::uint32_t> expected;
  for (const std::uint32_t code : states_of_file()) expected.push_back(moved(code));
  for (std::uint32_t code = 0; code < 32; ++code) {
    const bool wanted = std::find(expected.begin(), expected.end(), code) != expected.end();
    CHECK(wanted == ((words[0] >> code & 1U) != 0));
  }
}

TEST_CASE("gmcr: rankings are by number of state, payoffs the larger the better") {
  const ConflictSection conflict = conflict_of(orchard());
  const auto states = states_of_file();
  Groups ranking;
  for (const std::vector<int>& group : std::vector<std::vector<int>>{{3},
                                                                     {1, 2},
                                                                     {14},
                                                                     {13},
                                                                     {12},
                                                                     {11},
                                                                     {10},
                                                                     {9},
                                                                     {8},
                                                                     {7},
                                                                     {6},
                                                                     {5},
                                                                     {4},
                                                                     {15},
                                                                     {16},
                                                                     {17},
                                                                     {18}}) {
    ranking.emplace_back();
    for (const int number : group) ranking.back().push_back(moved(states[number - 1]));
  }
  CHECK(conflict.preferences[1].ranking == ranking);
  Groups payoffs;
  for (const std::vector<int>& group : std::vector<std::vector<int>>{
           {9, 10, 11, 12}, {8}, {7}, {6}, {5, 13, 14}, {4}, {3}, {2, 15, 16}, {1}, {17}, {18}}) {
    payoffs.emplace_back();
    for (const int number : group) payoffs.back().push_back(moved(states[number - 1]));
  }
  CHECK(conflict.preferences[2].ranking == payoffs);
}

TEST_CASE("gmcr: statements keep their order and their truth") {
  const ConflictSection conflict = conflict_of(orchard());
  const auto& statements = conflict.preferences[0].statements;
  REQUIRE(statements.size() == 3);
  for (std::uint32_t code = 0; code < 32; ++code) {
    const auto on = [&](unsigned option) { return (code >> option & 1U) != 0; };
    CHECK(holds(statements[0].condition, moved(code)) == (!on(2) && !on(3)));
    CHECK(holds(statements[1].condition, moved(code)) == ((on(0) && !on(1)) || on(4)));
    CHECK(holds(statements[2].condition, moved(code)) == !on(0));
  }
}

TEST_CASE("gmcr: a ranking by hand counts before statements only where the file says so") {
  const std::string part = "\"preferenceRanking\"";
  ForeignFile file = with("\"preferences\": [],\n   \"preferenceRanking\"",
                          "\"preferences\": [[[1, \"Y\"]]],\n   \"preferenceRanking\"");
  CHECK(conflict_of(file).preferences[1].kind == ConflictPreference::Kind::statements);
  const std::string flag = "\"useManualPreferenceRanking\": false";
  file.bytes.replace(file.bytes.find(flag), flag.size(), "\"useManualPreferenceRanking\": true");
  CHECK(conflict_of(file).preferences[1].kind == ConflictPreference::Kind::ranking);
  // older files
  file.bytes.replace(file.bytes.find(part), part.size(), "\"preferenceVector\"");
  CHECK(conflict_of(file).preferences[1].ranking.size() == 17);
}

TEST_CASE("gmcr: what is left out is said") {
  const Converted orchards = converted(orchard());
  REQUIRE(orchards.remarks.size() == 1);
  CHECK(orchards.remarks[0].message.starts_with("coalitions are left out"));
  CHECK(orchards.remarks[0].where.line == 35);
  const Converted mistaken = converted(with("\"preferences\": [],\n   \"payoffs\"",
                                            "\"misperceptions\": [[[0, \"Y\"]]], \"payoffs\""));
  CHECK(mistaken.remarks.size() == 2);
  const Converted silent = converted(with(
      "\"payoffs\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 5, 5, 2, 2, 0.5, -1]", "\"payoffs\": []"));
  CHECK(silent.remarks.size() == 2);
}

TEST_CASE("gmcr: faults are told at their place") {
  check_fault(with("[4, 1]", "[4, 1, 2]"), Code::taken_id, 24, 22);
  check_fault(with("[4, 1]", "[4, 1, 5]"), Code::unknown_id, 24, 22);
  check_fault(with("[4, 1]", "[1]"), Code::missing_key, 10, 3);
  check_fault(with("\"fwd\"", "\"forward\""), Code::unknown_word, 6, 43);
  check_fault(with("[3, [1, 2]", "[3, [1, 3]"), Code::taken_id, 26, 33);
  check_fault(with("[3, [1, 2]", "[3, [1, 19]"), Code::unknown_id, 26, 33);
  check_fault(with(", 17, 18]", "]"), Code::missing_key, 26, 25);
  check_fault(with("0.5, -1]", "0.5]"), Code::wrong_kind, 32, 15);
  check_fault(with("[[1, \"Y\"], [3, \"Y\"]]", "[[1, \"Y\"], [3, \"M\"]]"), Code::wrong_kind, 37,
              14);
  check_fault(with("[[1, \"Y\"], [3, \"Y\"]]", "[[1, \"Y\"], [1, \"N\"]]"), Code::conflicting_keys,
              37, 14);
  check_fault(with("\"options\": [\n", "\"choices\": [\n"), Code::missing_key, 1, 1);
  check_fault(with("\"name\": \"Fence\"", "\"title\": \"Fence\""), Code::missing_key, 6, 3);
  check_fault(with("\"decisionMakers\"", "\"makers\""), Code::missing_key, 1, 1);
  check_fault({"x.gmcr", "{\"decisionMakers\": 7, \"options\": []}"}, Code::too_few, 1, 34);
  check_fault({"x.gmcr", "{\"decisionMakers\": ["}, Code::broken_yaml, 1, 21);
}

TEST_CASE("gmcr: hostile files end in a fault") {
  std::string deep = "{\"decisionMakers\": ";
  deep.append(100'000, '[');
  CHECK_FALSE(convert({{"x.gmcr", deep}}, "x"));
  deep.append(100'000, ']');
  CHECK_FALSE(convert({{"x.gmcr", deep + "}"}}, "x"));
  std::string many = "{\"decisionMakers\": [], \"options\": [";
  for (int option = 0; option < 30; ++option) {
    many += std::string(option == 0 ? "" : ", ") + "{\"name\": \"o\"}";
  }
  check_fault({"x.gmcr", many + "]}"}, Code::too_many, 1, 35);
  for (const char* text :
       {"{\"decisionMakers\": {}, \"options\": {}}", "{\"decisionMakers\": null}",
        "{\"decisionMakers\": [7], \"options\": [7]}",
        "{\"decisionMakers\": [{\"name\": 7, \"options\": 3}], \"options\": "
        "[{\"name\": \"a\"}], \"infeasibles\": 7}"}) {
    CHECK_FALSE(convert({{"x.gmcr", text}}, "x"));
  }
}

TEST_CASE("gmcr: a conflict is converted alone") {
  const auto result = convert({orchard(), orchard()}, "x");
  REQUIRE_FALSE(result);
  CHECK(result.error()[0].code == Code::too_many);
}
