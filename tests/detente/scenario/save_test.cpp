#include "detente/scenario/save.hpp"

#include <doctest/doctest.h>

#include "detente/scenario/edit.hpp"
#include "detente/scenario/load.hpp"
#include "support/data.hpp"

using detente::Edit;
using detente::Move;
using detente::Overlay;
using detente::Scenario;

namespace {

constexpr auto kYaml = R"(schema: detente/scenario/1
id: t
title: Test
issues: {q: {options: ["no", high]}, r: {options: [none, "on"]}}
actors:
  "y": {positions: {q: {ideal: 0}, r: {ideal: 0}}}
  eu: {positions: {q: {ideal: 1}, r: {ideal: 1}}}
stages:
  - {id: "yes", rounds: 8}
  - {id: second, keeps: "yes", reopens: [q], rounds: 6}
)";

Scenario base() {
  auto loaded = detente::parse_scenario(kYaml, "t");
  REQUIRE(loaded);
  return std::move(loaded).value().scenario;
}

/// An edit without its place in time, or with one.
Edit edit(const std::string& text, std::optional<detente::At> at = {}) {
  auto parsed = detente::parse_edit(text);
  REQUIRE(parsed);
  Edit one = std::move(parsed).value();
  one.at = std::move(at);
  return one;
}

void check_read_back(const Overlay& overlay, const Scenario& scenario) {
  const std::string yaml = detente::to_yaml(overlay, scenario);
  CAPTURE(yaml);
  const auto read = detente::parse_overlay(yaml, "o", scenario);
  if (!read) FAIL(detente::to_string(read.error().front()));
  CHECK(read->scenario == overlay.scenario);
  REQUIRE(read->edits.size() == overlay.edits.size());
  for (std::size_t place = 0; place < overlay.edits.size(); ++place) {
    const Edit& was = overlay.edits[place];
    const Edit& is = read->edits[place];
    CHECK(is.path == was.path);
    CHECK(to_string(is.value) == to_string(was.value));
    REQUIRE(is.at.has_value() == was.at.has_value());
    if (was.at) CHECK(is.at->stage == was.at->stage);
    if (was.at) CHECK(is.at->round == was.at->round);
  }
  REQUIRE(read->moves.size() == overlay.moves.size());
  for (std::size_t place = 0; place < overlay.moves.size(); ++place) {
    const Move& was = overlay.moves[place];
    const Move& is = read->moves[place];
    CHECK(is.at.stage == was.at.stage);
    CHECK(is.at.round == was.at.round);
    CHECK(is.actor == was.actor);
    CHECK(is.kind == was.kind);
    CHECK(is.offer == was.offer);
  }
  CHECK(detente::to_yaml(*read, scenario) == yaml);
}

}  // namespace

TEST_CASE("an overlay is written as it is documented") {
  const Overlay overlay{
      .scenario = "paris.yaml",
      .edits = {edit("actors.us.walk_away=0.5"), edit("actors.*.delay_cost=0.01"),
                edit("actors.us.power=80", detente::At{"settlement", 4})},
      .moves = {{.at = {"guarantees", 3},
                 .actor = 0,
                 .kind = Move::Kind::offer,
                 .offer = {{0, 1}, {4, 2}}},
                {.at = {"guarantees", 4}, .actor = 1, .kind = Move::Kind::refuse}}};
  const Scenario paris = detente::support::load_shipped("paris");
  CHECK(detente::to_yaml(overlay, paris) == R"(schema: detente/overlay/1
scenario: paris.yaml
edits:
  - set:
      actors.us.walk_away: 0.5
      "actors.*.delay_cost": 0.01
  - at: {stage: settlement, round: 4}
    set:
      actors.us.power: 80
moves:
  - {stage: guarantees, round: 3, actor: us, offer: {us_forces: outside, backstop: consultation}}
  - {stage: guarantees, round: 4, actor: coalition, accept: no}
)");
  check_read_back(overlay, paris);
}

TEST_CASE("an overlay may be empty") {
  check_read_back({}, base());
}

TEST_CASE("every kind of edit, value and move is read back") {
  Overlay overlay{.scenario = "C:\\Мои файлове\\a: b # c.yaml"};
  const detente::At late{"second", 6};
  overlay.edits = {edit("title=\"She said: \\\"да\\\", # 'no'\\nand left\""),
                   edit("summary={en: \"no\", bg: не, uk: \"{ні}\"}"),
                   edit("title=twice"),
                   edit("seed=18446744073709551615", late),
                   edit("stages.second.reopens=[]", late),
                   edit("stages.second.reopens=[q, r]"),
                   edit("actors.eu.tactic={kind: time, e: 2, offer: least}"),
                   edit("actors.eu.title=\"- 5 % \"", detente::At{"yes", 1})};
  const detente::At first{"yes", 2};
  overlay.moves = {
      {.at = first, .actor = 0, .kind = Move::Kind::offer, .offer = {{1, 1}, {0, 0}}},
      {.at = first, .actor = 1, .kind = Move::Kind::accept},
      {.at = late, .actor = 1, .kind = Move::Kind::refuse},
      {.at = late, .actor = 0, .kind = Move::Kind::leave},
  };
  check_read_back(overlay, base());
}

TEST_CASE("names of files are quoted where YAML needs it") {
  for (const char* name : {"no", "a: b", "#1", "'x'", "\"x\"", "- a", "~", "[a]", "Мир.yaml"}) {
    check_read_back({.scenario = name}, base());
  }
}
