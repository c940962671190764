#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "literal/aspiration.hpp"
#include "literal/coalition.hpp"
#include "literal/generate.hpp"
#include "literal/offers.hpp"
#include "literal/paris.hpp"
#include "support/data.hpp"

using namespace detente::literal;  // NOLINT(google-build-using-namespace)
using detente::Actor;
using detente::index_of;
using detente::Place;
using detente::Scenario;
using nlohmann::json;

namespace {

constexpr double kExact = 1e-9;
constexpr double kTwoDigits = 0.005 + kExact;
const std::vector<std::string> kOfferFiles = {"offers_ceasefire_1000", "offers_pie101_rv",
                                              "offers_treaty_3p_480"};

json read(const std::string& name) {
  std::ifstream file(DETENTE_SOURCE_DIR "/tests/data/" + name + ".json");
  REQUIRE(file.good());
  return json::parse(file);
}

std::vector<std::string> parts(const std::string& path) {
  std::vector<std::string> words;
  std::istringstream stream(path);
  for (std::string word; std::getline(stream, word, '.');) words.push_back(word);
  return words;
}

void edit_stage(Scenario& scenario, const std::vector<std::string>& path, const json& value) {
  detente::Stage& stage = scenario.stages[index_of(scenario.stages, path[1])];
  if (path[2] == "rounds") {
    stage.rounds = value;
    return;
  }
  REQUIRE(path[2] == "reopens");
  stage.reopens.clear();
  for (const json& id : value) stage.reopens.push_back(index_of(scenario.issues, id));
}

void edit_actor(Scenario& scenario, const std::vector<std::string>& path, const json& value) {
  Actor& actor = scenario.actors[index_of(scenario.actors, path[1])];
  if (path[2] == "walk_away") {
    actor.walk_away = value;
    return;
  }
  if (path[2] == "tactic") {
    actor.tactic.e = value;
    return;
  }
  REQUIRE(path.back() == "ideal");
  actor.positions[index_of(scenario.issues, path[3])].ideal = Place{.number = value};
}

/// The paths that data/coalition_paris.json sets.
void edit(Scenario& scenario, const std::string& path, const json& value) {
  const std::vector<std::string> words = parts(path);
  words.front() == "stages" ? edit_stage(scenario, words, value)
                            : edit_actor(scenario, words, value);
}

std::set<int> actors_in(const Scenario& scenario, const json& ids) {
  std::set<int> actors;
  for (const json& id : ids) actors.insert(index_of(scenario.actors, id));
  return actors;
}

Whole package_in(const Scenario& scenario, const json& options) {
  Whole package;
  for (const auto& [issue, option] : options.items()) {
    const int at = index_of(scenario.issues, issue);
    package[at] = index_of(scenario.issues[at].options, option);
  }
  return package;
}

void check_near(double actual, double expected, double tolerance) {
  CAPTURE(actual);
  CAPTURE(expected);
  CHECK(std::fabs(actual - expected) <= tolerance);
}

void check_numbers(const Scenario& scenario, const std::map<int, double>& actual,
                   const json& expected) {
  REQUIRE(actual.size() == expected.size());
  for (const auto& [id, number] : expected.items()) {
    check_near(actual.at(index_of(scenario.actors, id)), number, kTwoDigits);
  }
}

void check_round(const Scenario& scenario, const CoalitionRound& round, const json& expected) {
  CAPTURE(round.round);
  CHECK(round.round == expected["round"]);
  CHECK(round.bloc == actors_in(scenario, expected["bloc"]));
  CHECK(round.whole == package_in(scenario, expected["package"]));
  CHECK(round.accepting == actors_in(scenario, expected["accepting"]));
  check_numbers(scenario, round.utilities, expected["utility"]);
  check_numbers(scenario, round.thresholds, expected["threshold"]);
}

void check_stage(const Scenario& scenario, const CoalitionStage& stage, const json& expected) {
  CAPTURE(expected["stage"]);
  REQUIRE(stage.rounds.size() == expected["rounds"].size());
  for (int k = 0; k < count(stage.rounds); ++k) {
    check_round(scenario, stage.rounds[k], expected["rounds"][k]);
  }
  CHECK(stage.end.agreed == expected["agreed"]);
  if (!expected["agreed"].get<bool>()) return;
  CHECK(stage.end.round == expected["agreed_round"]);
  CHECK(stage.end.package == package_in(scenario, expected["agreed_package"]));
}

std::optional<RawRule> rule_in(const json& rule) {
  if (rule.is_null()) return std::nullopt;
  return RawRule{rule["consents"].get<Bloc>(), rule["power"], rule["quorum"]};
}

std::vector<RawParty> parties_in(const json& file) {
  std::vector<RawParty> parties;
  for (const json& actor : file["scenario"]["actors"]) {
    parties.push_back({actor["weights"], actor["values"], actor["walk_away"], {}});
  }
  return parties;
}

std::vector<int> flat_trace(const OffersStage& played) {
  std::vector<int> trace;
  for (const Offer& offer : played.offers) {
    trace.insert(trace.end(), {offer.round - 1, offer.actor, offer.index});
  }
  return trace;
}

void check_case(const json& row, const OffersStage& played) {
  CHECK(flat_trace(played) == row["trace"].get<std::vector<int>>());
  const json& result = row["result"];
  CHECK(played.end.agreed == (result["status"] == "agreement"));
  CHECK(count(played.offers) == result["offers"]);
  for (const auto& [actor, u] : played.end.utilities) {
    check_near(u, result["utilities"][actor], kExact);
  }
  if (!played.end.agreed) return;
  CHECK(played.end.index == result["package"]);
  CHECK(played.end.round - 1 == result["round"]);
  CHECK(played.end.signatories == result["accepting"].get<std::set<int>>());
}

/// The same negotiation through the scenario types: weights as saliences, which are divided by
/// their sum.
Scenario as_scenario(const std::vector<RawParty>& parties, const std::optional<RawRule>& rule,
                     int rounds) {
  Scenario scenario;
  detente::Stage stage{.rounds = rounds};
  for (const std::vector<double>& options : parties.front().values) {
    stage.issues.push_back(count(scenario.issues));
    scenario.issues.push_back({.options = std::vector<detente::Option>(options.size())});
  }
  for (const RawParty& party : parties) {
    const int place = count(scenario.actors);
    Actor actor{.power = rule ? rule->power[place] : 1.0,
                .walk_away = party.walk_away,
                .tactic = party.tactic};
    for (int issue = 0; issue < count(party.weights); ++issue) {
      actor.positions.push_back({.values = party.values[issue], .salience = party.weights[issue]});
    }
    scenario.actors.push_back(actor);
    stage.parties.push_back(place);
    if (!rule || rule->consents.count(place) > 0) stage.consent.push_back(place);
  }
  if (rule) stage.quorum = rule->quorum;
  scenario.stages = {stage};
  return scenario;
}

/// Replays the cases; how many there were.
int replay(const json& file, const json& cases) {
  int replayed = 0;
  for (const json& row : cases) {
    std::vector<RawParty> parties = parties_in(file);
    for (int place = 0; place < count(parties); ++place) {
      const json& strategy = file["strategies"][row["strategies"][place].get<std::string>()];
      parties[place].tactic = detente::support::recorded_tactic(strategy);
    }
    ++replayed;
    CAPTURE(row["id"]);
    const std::optional<RawRule> rule = rule_in(row["rule"]);
    check_case(row, play_offers(raw_table(parties, rule, row["rounds"])));
    const Scenario same = as_scenario(parties, rule, row["rounds"]);
    check_case(row, play_offers(same).stages.front());
  }
  return replayed;
}

/// How the data name a coalition: 0+2.
std::string key_of(const Bloc& bloc) {
  std::string key;
  for (const int place : bloc) key += (key.empty() ? "" : "+") + std::to_string(place);
  return key;
}

void check_blocking_set(const BlockingSet& set, const json& expected) {
  CHECK(set.actors == expected["actors"].get<std::set<int>>());
  check_near(set.shortfall, expected["shortfall"], kExact);
  CHECK(set.index == expected["package"]);
}

void check_view(const json& expected, const Table& table) {
  const std::vector<double> theta = expected["theta"];
  const std::vector<Bloc> blocs = all_blocs(count(table.parties));
  const Acceptable acceptable = acceptable_at(table, theta);
  const View view = look(table, blocs.back(), acceptable, theta);
  json acceptable_packages = json::array();
  for (const int place : table.parties) {
    acceptable_packages.push_back(common_packages(acceptable, {place}));
  }
  CHECK(acceptable_packages == expected["acceptable"]);
  json sizes = json::object();
  for (const Bloc& bloc : blocs) {
    if (!bloc.empty()) sizes[key_of(bloc)] = common_packages(acceptable, bloc);
  }
  CHECK(sizes == expected["coalition_sizes"]);
  CHECK(count(view.zone) == expected["zone_size"]);
  const std::vector<int> first = expected["zone_first"];
  CHECK(std::vector<int>(view.zone.begin(), view.zone.begin() + count(first)) == first);
  CHECK(view.blocs == expected["blocs"].get<std::vector<std::set<int>>>());
  REQUIRE(view.blockers.size() == expected["blockers"].size());
  for (int set = 0; set < count(view.blockers); ++set) {
    check_blocking_set(view.blockers[set], expected["blockers"][set]);
  }
}

/// The rule of the stage allows its agreement; true if there is one.
bool check_end(const Table& table, const StageEnd& end) {
  CHECK(end.agreed == (end.reason == Reason::agreement));
  if (!end.agreed) return false;
  Bloc signing;
  for (int place = 0; place < count(table.parties); ++place) {
    if (end.signatories.count(table.parties[place]) > 0) signing.insert(place);
  }
  CHECK(wins(table, signing));
  CHECK_FALSE(end.package.empty());
  return true;
}

}  // namespace

TEST_CASE("literal: Paris and its ten edits go as recorded, round by round") {
  int rounds = 0;
  const json file = read("coalition_paris");
  REQUIRE(file["cases"].size() == 11);
  for (const json& row : file["cases"]) {
    CAPTURE(row["id"]);
    Scenario scenario = paris();
    for (const auto& [path, value] : row["set"].items()) edit(scenario, path, value);
    const CoalitionRun run = play_coalition(scenario);
    REQUIRE(run.stages.size() == row["stages"].size());
    for (int stage = 0; stage < count(run.stages); ++stage) {
      check_stage(scenario, run.stages[stage], row["stages"][stage]);
      rounds += count(run.stages[stage].rounds);
    }
  }
  CHECK(rounds == 209);
}

TEST_CASE("literal: offers go as recorded, offer by offer") {
  int unanimous = 0;
  int quorum = 0;
  for (const std::string& name : kOfferFiles) {
    CAPTURE(name);
    const json file = read(name);
    unanimous += replay(file, file["cases"]);
    quorum += replay(file, file["quorum_cases"]);
  }
  CHECK(unanimous == 142);
  CHECK(quorum == 9);
}

TEST_CASE("literal: aspiration views are those recorded") {
  int views = 0;
  for (const std::string& name : kOfferFiles) {
    CAPTURE(name);
    const json file = read(name);
    for (const json& row : file["aspiration_views"]) {
      CAPTURE(row["label"]);
      check_view(row, raw_table(parties_in(file), rule_in(row["rule"]), 1));
      ++views;
    }
  }
  CHECK(views == 30);
}

TEST_CASE("literal: random scenarios play to an end that their rule allows") {
  int agreed = 0;
  int failed = 0;
  for (int seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = random_scenario(seed);
    for (const CoalitionStage& stage : play_coalition(scenario).stages) {
      check_end(stage.table, stage.end) ? ++agreed : ++failed;
    }
    for (const OffersStage& stage : play_offers(scenario).stages) {
      check_end(stage.table, stage.end) ? ++agreed : ++failed;
    }
  }
  CHECK(agreed >= 60);
  CHECK(failed >= 60);
}

TEST_CASE("literal: a random scenario is the same for the same seed and has what was asked for") {
  const Features plain{
      .red_lines = false, .ties = false, .rules = false, .channel = false, .second_stage = false};
  for (int seed = 1; seed <= 100; ++seed) {
    const Scenario scenario = random_scenario(seed, plain);
    const Scenario again = random_scenario(seed, plain);
    const bool same = scenario.actors.size() == again.actors.size() &&
                      scenario.actors.back().walk_away == again.actors.back().walk_away;
    const bool asked = scenario.ties.empty() && scenario.models.empty() &&
                       scenario.stages.size() == 1 && scenario.stages[0].consent.empty();
    CHECK((same && asked));
  }
}
