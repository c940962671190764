// Files of Genius and GeniusWeb as scenarios: the same utilities, and every fault with its place.

#include "detente/scenario/import/convert.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "detente/scenario/load.hpp"
#include "detente/sim/simulation.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

namespace {

constexpr double kExact = 1e-12;

ForeignFile shipped(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(DETENTE_SOURCE_DIR "/tests/data/import/" + name, std::ios::binary).rdbuf();
  REQUIRE_FALSE(bytes.str().empty());
  return {name, bytes.str()};
}

/// The file with one part of its text, which must be there, replaced by another.
ForeignFile with(ForeignFile file, const std::string& part, const std::string& other) {
  const std::size_t place = file.bytes.find(part);
  REQUIRE(place != std::string::npos);
  file.bytes.replace(place, part.size(), other);
  return file;
}

Converted converted(const std::vector<ForeignFile>& files) {
  auto result = convert(files, "talks");
  if (!result) {
    for (const Diagnostic& fault : result.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(result);
  return std::move(result).value();
}

Scenario scenario_of(const std::vector<ForeignFile>& files) {
  return parse_scenario(converted(files).yaml, "converted.yaml").value().scenario;
}

/// Utilities by party and package, as they are played.
std::vector<std::vector<double>> utilities_of(const Scenario& scenario) {
  const Simulation simulation(plan(borrowed(scenario), {}).value());
  std::vector<std::vector<double>> utilities;
  for (const PartyTable& party : simulation.tables().parties) utilities.push_back(party.utility);
  return utilities;
}

/// The errors in files that cannot be converted.
Diagnostics faults_in(const std::vector<ForeignFile>& files) {
  const auto result = convert(files, "talks");
  REQUIRE_FALSE(result);
  Diagnostics errors;
  for (const Diagnostic& one : result.error()) {
    if (one.severity == Severity::error) errors.push_back(one);
  }
  return errors;
}

void check_fault(const std::vector<ForeignFile>& files, Code code, int line, int column) {
  const Diagnostics faults = faults_in(files);
  REQUIRE_FALSE(faults.empty());
  CAPTURE(to_string(faults.front()));
  CHECK(faults.front().code == code);
  CHECK(faults.front().where.line == line);
  CHECK(faults.front().where.column == column);
}

}  // namespace

TEST_CASE("genius: the utilities are weight times evaluation over the largest of the issue") {
  const Scenario scenario = scenario_of(
      {shipped("trade_domain.xml"), shipped("trade_buyer.xml"), shipped("trade_seller.xml")});
  REQUIRE(scenario.actors.size() == 2);
  CHECK(scenario.model == "offers");
  CHECK(scenario.actors[0].walk_away == 0.35);
  CHECK(scenario.actors[1].walk_away == 0.0);
  const auto found = utilities_of(scenario);
  const std::array<double, 3> time{12.0 / 12, 6.0 / 12, 3.0 / 12};
  const std::array<double, 3> seller_time{1.0 / 3, 2.0 / 3, 3.0 / 3};
  REQUIRE(found[0].size() == 30);
  for (int package = 0; package < 30; ++package) {
    const int week = package / 10;
    const int price = package / 2 % 5;
    const bool no_warranty = package % 2 == 1;
    const double buyer =
        0.5 * time[week] + 0.3 * (1.0 - 0.25 * price) + 0.2 * (no_warranty ? 0.25 : 1.0);
    const double seller =
        0.2 * seller_time[week] + 0.7 * (0.1 + 0.2 * price) + 0.1 * (no_warranty ? 1.0 : 0.0);
    CHECK(std::abs(found[0][package] - buyer) <= kExact);
    CHECK(std::abs(found[1][package] - seller) <= kExact);
  }
}

TEST_CASE("genius: profiles bring their domain along, and names become ids with titles") {
  const Scenario scenario = scenario_of({shipped("trade_buyer.xml"), shipped("trade_seller.xml")});
  CHECK(scenario.id == "talks");
  CHECK(scenario.actors[0].id == "trade_buyer");
  CHECK(scenario.issues[0].id == "delivery_time");
  CHECK(scenario.issues[0].title.in(Language::en, {}) == "Delivery time");
  CHECK(scenario.issues[0].options[2].id == "no_hurry");
  CHECK(scenario.issues[1].options[0].title.in(Language::en, {}) == "10");
  CHECK(scenario.issues[2].options[1].title.in(Language::en, {}) == "no");
  CHECK(scenario_of({shipped("trade_seller.xml")}).actors.size() == 1);
}

TEST_CASE("genius: a discount factor is left out and said so") {
  const Converted buyer = converted({shipped("trade_buyer.xml"), shipped("trade_seller.xml")});
  REQUIRE(buyer.remarks.size() == 1);  // the seller's is 1
  CHECK(buyer.remarks[0].severity == Severity::warning);
  CHECK(buyer.remarks[0].where.line == 23);
}

TEST_CASE("geniusweb: utilities, numbers of a range, and the bid that is the reservation") {
  const Scenario scenario =
      scenario_of({shipped("post_union.json"), shipped("post_ministry.json")});
  CHECK(scenario.id == "post");
  CHECK(scenario.actors[0].id == "union");
  CHECK(scenario.actors[1].title.in(Language::en, {}) == "ministry Берег");
  CHECK(scenario.actors[1].id == "ministry_bereg");
  CHECK(std::abs(scenario.actors[0].walk_away - (0.55 * 0.3 + 0.3 * 0.5)) <= kExact);
  CHECK(scenario.actors[1].walk_away == 0.0);
  const auto found = utilities_of(scenario);
  REQUIRE(found[0].size() == 18);
  const std::array<double, 3> salary{0.0, 0.3, 1.0};
  const std::array<double, 3> ministry_salary{1.0, 0.45, 0.0};
  for (int package = 0; package < 18; ++package) {
    const int pay = package / 6;
    const bool no_car = package / 3 % 2 == 1;
    const int hours = package % 3;
    const double first = 0.55 * salary[pay] + (no_car ? 0.0 : 0.15) + 0.3 * (0.9 - 0.4 * hours);
    const double second =
        0.4 * ministry_salary[pay] + 0.1 * (no_car ? 1.0 : 0.2) + 0.5 * (0.5 * hours);
    CHECK(std::abs(found[0][package] - first) <= kExact);
    CHECK(std::abs(found[1][package] - second) <= kExact);
  }
}

TEST_CASE("weights that are not quite 1 keep the utilities of the source") {
  const ForeignFile buyer = with(shipped("trade_buyer.xml"), "value=\"0.2\"", "value=\"0.19\"");
  const Converted result = converted({buyer, shipped("trade_seller.xml")});
  CHECK(result.remarks.size() == 2);
  const auto found = utilities_of(parse_scenario(result.yaml, "converted.yaml").value().scenario);
  CHECK(std::abs(found[0][0] - 0.99) <= kExact);
  CHECK(std::abs(found[0][1] - (0.8 + 0.19 * 0.25)) <= kExact);
}

TEST_CASE("weights that are far from 1 are a fault") {
  check_fault({with(shipped("trade_buyer.xml"), "value=\"0.2\"", "value=\"0.1\"")},
              Code::out_of_range, 4, 5);
  check_fault({with(shipped("post_union.json"), "0.55", "0.54")}, Code::out_of_range, 17, 32);
}

TEST_CASE("what a profile leaves out is told with its place") {
  check_fault({with(shipped("trade_buyer.xml"), " evaluation=\"6\"", "")}, Code::missing_key, 7, 7);
  check_fault({shipped("trade_domain.xml"), with(shipped("trade_buyer.xml"),
                                                 "<item index=\"2\" value=\"2 weeks\" "
                                                 "evaluation=\"6\"/>",
                                                 "")},
              Code::missing_key, 5, 5);
  check_fault({with(shipped("trade_buyer.xml"), "<weight index=\"2\" value=\"0.3\"/>", "")},
              Code::missing_key, 11, 5);
  check_fault({with(shipped("post_union.json"), ", \"2500\": 0.3", "")}, Code::missing_key, 6, 39);
}

TEST_CASE("names that the domain does not have are told with a suggestion") {
  const ForeignFile buyer =
      with(shipped("trade_buyer.xml"), "value=\"2 weeks\"", "value=\"2 weks\"");
  check_fault({shipped("trade_domain.xml"), buyer}, Code::unknown_id, 7, 7);
  CHECK(faults_in({shipped("trade_domain.xml"), buyer}).front().hint == "did you mean '2 weeks'?");
  check_fault({with(shipped("post_union.json"), "\"salary\": \"2500\"", "\"salary\": \"9999\"")},
              Code::unknown_id, 18, 50);
  check_fault({shipped("trade_buyer.xml"), shipped("post_union.json")}, Code::unknown_id, 6, 9);
}

TEST_CASE("numbers outside their range are told") {
  check_fault({with(shipped("trade_buyer.xml"), "evaluation=\"6\"", "evaluation=\"-6\"")},
              Code::out_of_range, 7, 7);
  check_fault({with(shipped("trade_buyer.xml"), "evaluation=\"6\"", "evaluation=\"six\"")},
              Code::not_a_number, 7, 7);
  check_fault({with(shipped("trade_buyer.xml"), "0.35", "35")}, Code::out_of_range, 24, 3);
  check_fault({with(shipped("post_union.json"), "\"2500\": 0.3", "\"2500\": 1.3")},
              Code::out_of_range, 13, 97);
}

TEST_CASE("what is broken is told with its place") {
  check_fault({with(shipped("trade_buyer.xml"), "</issue>", "</isue>")}, Code::broken_yaml, 9, 7);
  check_fault({with(shipped("post_union.json"), "\"name\": \"post\",", "\"name\" \"post\",")},
              Code::broken_yaml, 4, 19);
  check_fault({with(shipped("post_union.json"), "\"lease car\": 0.15", "\"salary\": 0.15")},
              Code::repeated_key, 17, 38);
  check_fault({{"a.xml", "<html/>"}}, Code::unknown_schema, 1, 1);
  check_fault({{"a.json", "{\"PartialOrdering\": {}}"}}, Code::unknown_schema, 1, 1);
  check_fault({{"a.txt", "schema: detente/scenario/1"}}, Code::unknown_schema, 1, 1);
  check_fault({{"a.txt", ""}}, Code::unknown_schema, 1, 1);
}

TEST_CASE("a deep or a cut text is a fault, not a crash") {
  std::string deep = "{\"a\":";
  for (int level = 0; level < 100'000; ++level) deep += '[';
  CHECK_FALSE(faults_in({{"deep.json", deep}}).empty());
  for (int level = 0; level < 100'000; ++level) deep += ']';
  CHECK_FALSE(faults_in({{"deep.json", deep + '}'}}).empty());
  std::string nested = "<utility_space>";
  for (int level = 0; level < 100; ++level) nested += "<objective>";
  for (int level = 0; level < 100; ++level) nested += "</objective>";
  CHECK_FALSE(faults_in({{"deep.xml", nested + "</utility_space>"}}).empty());
  const std::string whole = shipped("post_union.json").bytes;
  for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
    CHECK_FALSE(faults_in({{"cut.json", whole.substr(0, length)}}).empty());
  }
}

TEST_CASE("files that do not go together are told") {
  CHECK(faults_in({shipped("trade_domain.xml")}).front().code == Code::too_few);
  CHECK(faults_in(
            {shipped("trade_domain.xml"), shipped("trade_domain.xml"), shipped("trade_buyer.xml")})
            .front()
            .code == Code::too_many);
}
