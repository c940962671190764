#include "detente/scenario/overlay.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "detente/scenario/load.hpp"

using detente::Move;
using detente::Scenario;

namespace {

constexpr auto kYaml = R"(schema: detente/scenario/1
id: t
title: Test
issues: {q: {options: [low, high]}, r: {options: [none, some]}}
actors:
  us: {positions: {q: {ideal: 0}, r: {ideal: 0}}}
  eu: {positions: {q: {ideal: 1}, r: {ideal: 1}}}
  ru: {positions: {q: {ideal: 1}, r: {ideal: 1}}}
stages:
  - {id: first, parties: [us, eu], rounds: 8}
  - {id: second, keeps: first, reopens: [q], rounds: 6}
)";

Scenario load_base() {
  auto loaded = detente::parse_scenario(kYaml, "t");
  if (!loaded) throw std::runtime_error(detente::to_string(loaded.error().front()));
  return std::move(loaded).value().scenario;
}

const Scenario& base() {
  static const Scenario scenario = load_base();
  return scenario;
}

std::string faults(const std::string& yaml) {
  const auto overlay = detente::parse_overlay("schema: detente/overlay/1\n" + yaml, "o", base());
  if (overlay) return {};
  std::string text;
  for (auto fault : overlay.error()) {
    fault.source.clear();
    text += detente::to_string(fault) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("an overlay holds edits and moves, each with its place") {
  const auto read = detente::parse_overlay(R"(schema: detente/overlay/1
scenario: paris.yaml
edits:
  - {at: {stage: first, round: 3}, set: {actors.us.walk_away: 0.5, seed: 4}}
  - set: {"actors.*.delay_cost": 0.01}
moves:
  - {stage: first, round: 3, actor: us, offer: {q: high, r: none}}
  - {stage: first, round: 3, actor: eu, accept: yes}
  - {stage: first, round: 4, actor: eu, accept: no}
  - {stage: second, round: 1, actor: ru, leave: yes}
)",
                                           "o", base());
  REQUIRE(read);
  CHECK(read->scenario == "paris.yaml");
  REQUIRE(read->edits.size() == 3);
  CHECK(read->edits[0].path == "actors.us.walk_away");
  CHECK(read->edits[1].at->stage == "first");
  CHECK(read->edits[1].at->round == 3);
  CHECK_FALSE(read->edits[2].at);
  REQUIRE(read->moves.size() == 4);
  CHECK(read->moves[0].kind == Move::Kind::offer);
  CHECK(read->moves[0].offer == std::vector<std::pair<int, int>>{{0, 1}, {1, 0}});
  CHECK(read->moves[1].kind == Move::Kind::accept);
  CHECK(read->moves[1].actor == 1);
  CHECK(read->moves[2].kind == Move::Kind::refuse);
  CHECK(read->moves[3].kind == Move::Kind::leave);
  CHECK(read->moves[3].at.stage == "second");
}

TEST_CASE("an overlay may be nothing but its schema") {
  CHECK(faults("").empty());
  const auto none = detente::parse_overlay("edits: []\n", "o", base());
  REQUIRE_FALSE(none);
  CHECK(none.error().front().code == detente::Code::missing_key);
  CHECK(detente::load_overlay("nowhere.yaml", base()).error().front().code ==
        detente::Code::cannot_open);
}

TEST_CASE("edits are checked against the scenario, in their order") {
  CHECK(faults("edits: [{set: {actors.us.walkaway: 1}}]\n") ==
        "o:2:26: error[D030]: unknown field 'walkaway' in actors.us; did you mean 'walk_away'?\n");
  CHECK(faults("edits: [{set: {actors.us.walk_away: 2}}]\n") ==
        "o:2:37: error[D016]: walk_away must lie in [0, 1], is 2 in actors.us\n");
  CHECK(faults("edits: [{at: {stage: first, round: 9}, set: {seed: 2}}]\n") ==
        "o:2:36: error[D016]: round must lie in [1, 8], is 9 in edits[0].at\n");
  CHECK(
      faults("edits: [{set: {stages.first.rounds: 20}}, {at: {stage: first, round: 9}, set: {}}]\n")
          .empty());
  CHECK(faults("edits: [{at: {stage: frist, round: 1}, set: {seed: 2}}]\n") ==
        "o:2:22: error[D019]: unknown stage 'frist' in edits[0].at.stage; did you mean 'first'?\n");
  CHECK(faults("edits: [{set: {stages.second.parties: [us], stages.second.consent: [ru]}}]\n") ==
        "o:2:45: error[D019]: consent names 'ru', which is no party in stages.second\n");
}

TEST_CASE("moves are checked against the stage that they are played in") {
  const auto move = [](const std::string& rest) {
    return faults("moves:\n  - {бел: а, " + rest + "}\n");
  };
  const std::string unknown = "o:3:6: error[D012]: unknown key 'бел' in moves[0]\n";
  CHECK(move("stage: first, round: 1, actor: us, offer: {q: hihg}") ==
        unknown +
            "o:3:60: error[D019]: unknown option 'hihg' in moves[0].offer.q; did you mean "
            "'high'?\n");
  CHECK(move("stage: first, round: 1, actor: us") ==
        "o:3:5: error[D011]: missing key 'offer', or 'accept', or 'leave' in moves[0]\n" + unknown);
  CHECK(faults("moves: [{stage: first, round: 1, actor: ru, accept: yes}]\n") ==
        "o:2:41: error[D019]: 'ru' is no party in the stage 'first' in moves[0]\n");
  CHECK(faults("moves: [{stage: second, round: 1, actor: us, offer: {r: some}}]\n") ==
        "o:2:54: error[D019]: 'r' is not open in the stage 'second' in moves[0]\n");
  CHECK(faults("moves: [{stage: second, round: 7, actor: us, accept: maybe}]\n") ==
        "o:2:54: error[D014]: accept must be yes or no, is maybe in moves[0]\n");
  CHECK(faults("moves: [{stage: first, round: 1, actor: us, accept: yes, leave: yes}]\n") ==
        "o:2:9: error[D023]: only one of 'offer', 'accept' and 'leave' in moves[0]\n");
  CHECK(faults("moves: [{stage: first, round: 1, actor: us, leave: no}]\n").find("error[D014]") !=
        std::string::npos);
  CHECK(faults("moves: [{stage: first, round: 1, actor: us, offer: {}}]\n").find("error[D018]") !=
        std::string::npos);
}
