#include "detente/coalition/zone.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>

#include "detente/coalition/blockers.hpp"
#include "detente/core/contract.hpp"
#include "support/data.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using nlohmann::json;

namespace {

constexpr double kExact = 1e-9;

/// u(p) of every package: weight * value summed in file order, the last issue fastest.
std::vector<std::vector<double>> utilities_of(const json& data) {
  std::vector<std::vector<double>> all;
  for (const json& actor : data.at("scenario").at("actors")) {
    std::vector<double> sums{0.0};
    for (std::size_t issue = 0; issue < actor.at("weights").size(); ++issue) {
      std::vector<double> next;
      for (const double sum : sums) {
        for (const double value : actor.at("values")[issue]) {
          next.push_back(sum + actor.at("weights")[issue].get<double>() * value);
        }
      }
      sums = std::move(next);
    }
    all.push_back(std::move(sums));
  }
  return all;
}

Rule rule_of(const json& given, std::size_t parties) {
  if (given.is_null()) {
    return {.required = first_actors(static_cast<int>(parties)),
            .power = std::vector<double>(parties, 1.0)};
  }
  Rule rule{.power = given.at("power"), .quorum = given.at("quorum")};
  for (const int party : given.at("consents")) rule.required |= only(party);
  return rule;
}

ActorSet set_of(const json& members) {
  ActorSet set = 0;
  for (const int member : members) set |= only(member);
  return set;
}

/// "0+2" -> {0, 2}
ActorSet set_of_key(const std::string& key) {
  ActorSet set = 0;
  for (const char letter : key) {
    if (letter != '+') set |= only(letter - '0');
  }
  return set;
}

void check_sizes(const Acceptance& now, int parties, const json& view) {
  const auto sizes = zone_sizes(now, parties);
  for (const auto& [key, size] : view.at("coalition_sizes").items()) {
    CHECK(sizes[set_of_key(key).word(0)] == size.get<std::int64_t>());
  }
}

void check_blockers(const std::vector<BlockingSet>& ours, const json& theirs) {
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t place = 0; place < ours.size(); ++place) {
    CHECK(ours[place].who == set_of(theirs[place].at("actors")));
    CHECK(ours[place].package == theirs[place].at("package").get<int>());
    CHECK(std::abs(ours[place].shortfall - theirs[place].at("shortfall").get<double>()) <= kExact);
  }
}

void check_view(const std::vector<std::vector<double>>& utilities, const json& view) {
  CAPTURE(view.at("label"));
  std::vector<Judgement> parties;
  for (std::size_t party = 0; party < utilities.size(); ++party) {
    parties.push_back({utilities[party], view.at("theta")[party]});
  }
  const auto count = static_cast<int>(parties.size());
  const Rule rule = rule_of(view.at("rule"), parties.size());
  const Acceptance now = acceptance(parties);
  check_sizes(now, count, view);
  CHECK(zone_size(now, rule) == view.at("zone_size").get<std::int64_t>());
  std::vector<ActorSet> blocs;
  for (const json& bloc : view.at("blocs")) blocs.push_back(set_of(bloc));
  std::sort(blocs.begin(), blocs.end());
  CHECK(maximal_blocs(now) == blocs);
  check_blockers(blocking_sets(now, rule, parties, first_actors(count)), view.at("blockers"));
}

int check_file(const std::string& name) {
  const json data = support::read_data(name);
  const auto utilities = utilities_of(data);
  for (const json& view : data.at("aspiration_views")) check_view(utilities, view);
  return static_cast<int>(data.at("aspiration_views").size());
}

}  // namespace

TEST_CASE("aspiration views: zones, blocs and blockers of the recorded tables") {
  int views = 0;
  for (const char* file : {"offers_ceasefire_1000", "offers_pie101_rv", "offers_treaty_3p_480"}) {
    CAPTURE(file);
    views += check_file(file);
  }
  CHECK(views == 30);
}

TEST_CASE("sets are counted alike in a table and by sorting") {
  for (const int parties : {16, 20}) {  // in a table up to 16
    std::vector<std::vector<double>> utility;
    for (int party = 0; party < parties; ++party) {
      std::vector<double> column(300);
      for (int package = 0; package < 300; ++package) column[package] = package * (party + 3) % 17;
      utility.push_back(column);
    }
    std::vector<Judgement> judgements;
    judgements.reserve(utility.size());
    for (const auto& column : utility) judgements.push_back({column, 8.0});
    const Acceptance all = acceptance(judgements);
    std::map<ActorSet, int> counts;
    for (std::size_t package = 0; package < all.who.size(); ++package) ++counts[all.who[package]];
    counts.erase(0);
    REQUIRE(all.occupied.size() == counts.size());
    auto counted = counts.begin();
    for (const Occupied& occupied : all.occupied) {
      CHECK(occupied.who == counted->first);
      CHECK(occupied.count == counted->second);
      ++counted;
    }
  }
}

TEST_CASE("a red line that no fall of the threshold crosses gives an infinite shortfall") {
  constexpr double kForbidden = -std::numeric_limits<double>::infinity();
  const std::vector<double> content{0.9, 0.8};
  const std::vector<double> barred{kForbidden, kForbidden};
  const std::vector<Judgement> parties{{content, 0.5}, {barred, 0.2}};
  const Rule both{.required = first_actors(2), .power = {1.0, 1.0}};
  const auto blocking = blocking_sets(acceptance(parties), both, parties, first_actors(2));
  REQUIRE(blocking.size() == 1);
  CHECK(blocking[0].who == only(1));
  CHECK(std::isinf(blocking[0].shortfall));
  CHECK(blocking[0].package == -1);
}

TEST_CASE("the rule: consents, quorum, and who ranks before whom") {
  const Rule rule{.required = only(0), .power = {3.0, 2.0, 1.0}, .quorum = 0.5};
  CHECK(wins(rule, only(0)));
  CHECK_FALSE(wins(rule, only(1) | only(2)));
  CHECK_FALSE(wins(rule, 0));
  CHECK(stronger(rule, only(0) | only(2), only(0)));
  const Rule equal{.power = {1.0, 1.0, 2.0}, .quorum = 1.0};
  CHECK(stronger(equal, only(0) | only(1), only(2)));  // as powerful, but more members
  CHECK(stronger(equal, only(0), only(1)));            // the lower mask
  CHECK(needed_by(rule, only(1), first_actors(3)) == only(0));
  CHECK(needed_by(rule, only(0), first_actors(3)) == (only(1) | only(2)));  // nobody: all outsiders
}

TEST_CASE("acceptance wants at least one party") {
  CHECK_THROWS_AS(acceptance({}), ContractViolation);
}

TEST_CASE("with many parties: single blockers by the plain definition, blocs among the frequent") {
  for (const int parties : {21, 64, 65, 130, 200}) {
    CAPTURE(parties);
    constexpr int kPackages = 700;
    std::vector<std::vector<double>> utility(parties, std::vector<double>(kPackages));
    Rule rule{.required = only(1) | only(parties - 1), .quorum = 0.62};
    std::vector<Judgement> judgements;
    std::uint64_t seed = 12345;
    const auto draw = [&] {
      seed = seed * 6364136223846793005U + 1442695040888963407U;
      return static_cast<double>(seed >> 40) / (1U << 24);
    };
    for (int party = 0; party < parties; ++party) {
      rule.power.push_back(1.0 + party % 7);
      for (double& value : utility[party]) value = draw();
      judgements.push_back({utility[party], 0.42});
    }
    const Acceptance now = acceptance(judgements);
    std::vector<BlockingSet> plain;
    for (int party = 0; party < parties && zone_size(now, rule) == 0; ++party) {
      BlockingSet set{only(party), std::numeric_limits<double>::infinity(), -1};
      for (int package = 0; package < kPackages; ++package) {
        if (!wins(rule, now.who[package] | only(party))) continue;
        const double gap = std::max(0.0, 0.42 - utility[party][package]);
        if (gap < set.shortfall) set = {set.who, gap, package};
      }
      if (set.package >= 0) plain.push_back(set);
    }
    const auto found = blocking_sets(now, rule, judgements, first_actors(parties));
    REQUIRE(found.size() == plain.size());
    for (std::size_t place = 0; place < found.size(); ++place) {
      CHECK(found[place].who == plain[place].who);
      CHECK(found[place].shortfall == plain[place].shortfall);
      CHECK(found[place].package == plain[place].package);
    }
    CHECK(is_truncated(now));
    for (const ActorSet& bloc : maximal_blocs(now)) CHECK(size_of(bloc) > 0);
    CHECK(maximal_blocs(now).size() <= 200);
  }
}
