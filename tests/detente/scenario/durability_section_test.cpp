// Walk-aways as a share, the section `durability`, and what all new fields have in common.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "detente/scenario/field.hpp"
#include "detente/scenario/leaves.hpp"
#include "detente/scenario/patch.hpp"
#include "detente/scenario/same.hpp"
#include "detente/scenario/stage_view.hpp"
#include "support/depth.hpp"

using namespace detente;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::support;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// The walk-away by its definition: all packages, sorted.
double by_definition(const Scenario& scenario, const Actor& actor, double share) {
  std::vector<double> all{0.0};
  double salience = 0.0;
  for (const Position& position : actor.positions) salience += position.salience;
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue) {
    std::vector<double> longer;
    for (const double sum : all) {
      for (std::size_t option = 0; option < scenario.issues[issue].options.size(); ++option) {
        longer.push_back(sum + actor.positions[issue].salience / salience *
                                   option_value(scenario.issues[issue], actor.positions[issue],
                                                static_cast<int>(option)));
      }
    }
    all = longer;
  }
  std::sort(all.begin(), all.end());
  const auto packages = static_cast<double>(all.size());
  const double index = std::min(packages - 1, std::ceil(share * packages - 1e-9));
  return all[static_cast<std::size_t>(index)];
}

}  // namespace

TEST_CASE("a walk-away given as a share is the utility at its place among all packages") {
  for (const double share : {0.0, 0.07, 0.3, 0.4, 0.999, 1.0}) {
    CAPTURE(share);
    const Scenario changed = with("actors.b.walk_away.share=" + std::to_string(share).substr(0, 5));
    CHECK(changed.actors[1].walk_away ==
          doctest::Approx(by_definition(changed, changed.actors[1], share)));
    CHECK(changed.actors[0].walk_away ==
          doctest::Approx(by_definition(changed, changed.actors[0], 0.4)));
  }
}

TEST_CASE("a walk-away that is a share follows every change, a number ends it") {
  const auto follows = [](const Scenario& changed) {
    CHECK(changed.actors[0].walk_away ==
          doctest::Approx(by_definition(changed, changed.actors[0], 0.4)));
    CHECK(changed.actors[0].walk_away != base().actors[0].walk_away);
  };
  follows(with("actors.a.positions.q.salience=0.3"));
  follows(with("actors.a.positions.d.ideal=20"));
  follows(with("issues.q.options.half.at=80"));
  const Scenario number = with("actors.a.walk_away=0.25");
  CHECK(number.actors[0].walk_away == 0.25);
  CHECK_FALSE(number.actors[0].walk_away_share);
  Scenario fast = base();
  set(fast, {.kind = Field::Kind::salience, .actor = 0, .issue = 0}, 0.3);
  CHECK(fast.actors[0].walk_away == with("actors.a.positions.q.salience=0.3").actors[0].walk_away);
  set(fast, {.kind = Field::Kind::walk_away_share, .actor = 0}, 0.8);
  CHECK(fast.actors[0].walk_away == doctest::Approx(by_definition(fast, fast.actors[0], 0.8)));
  set(fast, {.kind = Field::Kind::walk_away, .actor = 0}, 0.1);
  CHECK(fast.actors[0].walk_away == 0.1);
  CHECK_FALSE(fast.actors[0].walk_away_share);
}

TEST_CASE("a share that cannot be is told where it stands") {
  CHECK(said(replaced("{share: 0.4}", "{share: 1.4}")) ==
        "t:10:24: error[D016]: share must lie in [0, 1], is 1.4 in actors.a.walk_away\n");
  CHECK(said(replaced("{share: 0.4}", "{shere: 0.4}"))
            .starts_with("t:10:17: error[D012]: unknown key 'shere' in actors.a.walk_away; did you "
                         "mean 'share'?"));
  CHECK(said(replaced("{share: 0.4}", "{}")).starts_with("t:10:16: error[D011]"));
  CHECK(said(replaced("rounds: 9", "walk_away: {a: {share: 0.4}}")) ==
        "t:20:37: error[D014]: a must be a number in a stage in stages.talks.walk_away; a share "
        "stands under actors.a\n");
  const std::string wide = replaced("q: {options: [none, half, full]}",
                                    "q: {options: [none, half, full]}\n"
                                    "  r: {options: {count: 1000, prefix: v}}\n"
                                    "  s: {options: {count: 1000, prefix: v}}");
  CHECK(said(wide).find("t:12:24: error[D029]: a share of 39000000 packages") != std::string::npos);
}

TEST_CASE("the section durability is read, and all that it names is checked") {
  REQUIRE(base().durability);
  const Durability& read = *base().durability;
  REQUIRE(read.violators.size() == 2);
  CHECK(read.violators[0].actor == 0);
  CHECK(read.violators[0].gain.kind == Distribution::Kind::choice);
  CHECK(read.violators[0].gain.numbers == std::vector<double>{3, 1});
  CHECK(read.violators[1].gain.numbers == std::vector<double>{0.1, 0.9});
  CHECK(read.cost == 2.0);
  REQUIRE(read.detection.size() == 1);
  CHECK(read.detection[0].level == std::vector<double>{0, 0.4, 0.9});
  CHECK(read.credibility[0].level[6] == 0.5);
  CHECK(read.credibility[0].level[12] == 0.7);
  CHECK(read.response.size() == 2);
  CHECK(read.opportunities_per_year == 0.25);
  CHECK(read.fatigue == 0.1);
  const auto error = [](const std::string& old, const std::string& fresh) {
    return said(replaced(old, fresh));
  };
  CHECK(error("violators: {b:", "violators: {bb:")
            .starts_with("t:22:15: error[D019]: unknown actor 'bb' in durability.violators"));
  CHECK(error("detection: {q:", "detection: {w:") ==
        "t:24:15: error[D019]: unknown issue 'w' in durability.detection; did you mean 'q'?\n");
  CHECK(error("{half: 0.4,", "{halv: 0.4,") ==
        "t:24:19: error[D019]: unknown option 'halv' in durability.detection.q; did you mean "
        "'half'?\n");
  CHECK(error("full: 0.9}", "full: 1.9}") ==
        "t:24:36: error[D016]: full must lie in [0, 1], is 1.9 in durability.detection.q\n");
  CHECK(error("cost: 2", "cost: -2") ==
        "t:23:9: error[D016]: cost must be at least 0, is -2 in durability\n");
  CHECK(error("fatigue: 0.1", "fatigue: 3") ==
        "t:28:12: error[D016]: fatigue must lie in [0, 1], is 3 in durability\n");
  CHECK(error("opportunities_per_year: 0.25", "opportunities_per_year: -1") ==
        "t:27:27: error[D016]: opportunities_per_year must be at least 0, is -1 in durability\n");
  CHECK(error("uniform: [0.1, 0.9]", "uniform: [0.9, 0.1]") ==
        "t:22:35: error[D027]: uniform needs LOW <= HIGH in durability.violators.b.gain\n");
  CHECK(error("uniform: [0.1, 0.9]", "uniform: [-0.1, 0.9]") ==
        "t:22:35: error[D016]: uniform must not be below 0 in durability.violators.b.gain\n");
  CHECK(error("uniform: [0.1, 0.9]", "unifrom: [0.1, 0.9]")
            .starts_with("t:22:26: error[D022]: unknown distribution 'unifrom'"));
  CHECK(error("{choice: {0.2: 3, 0.5: 1}}", "{}").starts_with("t:22:59: error[D011]"));
  CHECK(error("gain: {uniform: [0.1, 0.9]}", "")
            .starts_with("t:22:15: error[D011]: missing key 'gain'"));
  CHECK(error("{b: {gain: {uniform: [0.1, 0.9]}}, a: {gain: {choice: {0.2: 3, 0.5: 1}}}}", "{}") ==
        "t:22:3: error[D018]: violators must be at least one in durability\n");
  CHECK(error("  detection: {q: {half: 0.4, full: 0.9}}\n", "") ==
        "t:21:1: warning[D045]: durability has no detection, so nothing deters anybody in "
        "durability\n");
}

TEST_CASE("values_durability has no effect where nothing says what lasts") {
  const std::string without = kYaml.substr(0, kYaml.find("durability:\n  violators"));
  CHECK(said(without) ==
        "t:15:24: warning[D045]: values_durability has no effect without the section 'durability' "
        "in actors.b\n");
}

TEST_CASE("every leaf of the new fields can be set to itself and to something else") {
  for (const Leaf& leaf : leaves_of(base())) {
    CAPTURE(leaf.path);
    if (leaf.path.find(".d.") != std::string::npos && leaf.path.starts_with("durability")) continue;
    const auto again = apply(base(), Edit{.path = leaf.path, .value = leaf.value});
    REQUIRE(again);
    CHECK(same(*again, base()));
  }
  const auto differs = [](const std::string& edit) {
    CAPTURE(edit);
    const Scenario changed = with(edit);
    CHECK_FALSE(same(changed, base()));
    const auto one = parse_edit(edit);
    const auto text = patch(kYaml, "t", {*one});
    REQUIRE(text);
    CHECK(same(load(*text), changed));
  };
  for (const char* edit : {"actors.a.walk_away.share=0.5",
                           "actors.b.walk_away.share=0.5",
                           "actors.a.walk_away=0.5",
                           "actors.a.tactic.kind=boulware",
                           "actors.a.tactic.kindness=0.5",
                           "actors.a.tactic.mode=relative",
                           "actors.a.tactic.window=7",
                           "actors.a.tactic.offer=least",
                           "actors.a.tactic.accept.rule=previous",
                           "actors.a.tactic.accept.alpha=0.9",
                           "actors.a.tactic.accept.beta=-0.1",
                           "actors.a.tactic.accept=const",
                           "actors.b.tactic.accept.tau=0.8",
                           "actors.b.tactic.accept=time",
                           "actors.b.tactic.accept.rule=combi_max",
                           "actors.c.tactic.accept=next",
                           "actors.c.tactic.accept.rule=const",
                           "actors.c.tactic=hybrid",
                           "actors.c.tactic.leave_after=3",
                           "actors.b.values_durability=0.3",
                           "durability.cost=3",
                           "durability.opportunities_per_year=4",
                           "durability.fatigue=0",
                           "durability.detection.q.half=0.5",
                           "durability.detection.q.none=0.5",
                           "durability.response.q={full: 1}",
                           "durability.detection.d={60: 1}",
                           "durability.violators.b.gain.uniform=[0, 1]",
                           "durability.violators.b.gain={normal: [1, 2]}",
                           "durability.violators.c.gain={uniform: [0, 1]}",
                           "models.coalition.influence=0.3",
                           "actors.a.positions.d.ideal=8"}) {
    differs(edit);
  }
}

TEST_CASE("numbers that studies vary have a path, a range and a way back") {
  for (const Field& field : fields_of(base())) {
    const std::string path = path_of(base(), field);
    CAPTURE(path);
    const auto found = find_field(base(), path);
    REQUIRE(found);
    CHECK(found->kind == field.kind);
    const FieldRange range = range_of(base(), field);
    const double now = get(base(), field);
    CHECK(range.low <= now);
    CHECK(now <= range.high);
    Scenario fast = base();
    const double value = range.whole ? 5.0 : range.low + 0.25 * (range.high - range.low);
    set(fast, field, value);
    const auto slow = apply(base(), Edit{.path = path, .value = Value::of(value)});
    REQUIRE(slow);
    CHECK(same(fast, *slow));
  }
  CHECK_FALSE(find_field(base(), "actors.c.tactic.e"));
  CHECK_FALSE(find_field(base(), "actors.b.walk_away.share"));
  CHECK_FALSE(find_field(base(), "actors.b.tactic.kindness"));
  CHECK_FALSE(find_field(base(), "durability.detection.d.5"));
}

TEST_CASE("all parties without interest are told in one pass") {
  const std::string text = said(
      "schema: detente/scenario/1\nid: t\ntitle: T\n"
      "issues: {q: {options: [x, z]}, r: {options: [x, z]}}\n"
      "actors:\n"
      "  a: {positions: {q: {ideal: x}}}\n"
      "  b: {}\n"
      "  c: {}\n"
      "stages:\n"
      "  - {id: s, issues: [q]}\n"
      "  - {id: t, parties: [a, b], issues: [r]}\n");
  CHECK(text ==
        "t:10:5: error[D025]: no issue of this stage matters to 'b' in stages.s; give it a "
        "salience, or move it to 'advisers'\n"
        "t:10:5: error[D025]: no issue of this stage matters to 'c' in stages.s; give it a "
        "salience, or move it to 'advisers'\n"
        "t:11:23: error[D025]: no issue of this stage matters to 'a' in stages.t; give it a "
        "salience, or move it to 'advisers'\n"
        "t:11:26: error[D025]: no issue of this stage matters to 'b' in stages.t; give it a "
        "salience, or move it to 'advisers'\n");
}

TEST_CASE("control characters reach no text") {
  CHECK(said(replaced("title: Test", "title: \"T\\e[31mest\"")) ==
        "t:3:8: error[D002]: a control character in this text; leave it out\n");
  for (const char* escape : {"\\x07", "\\r", "\\x7f", "\\x9b", "\\u0085", "\\0", "\\b"}) {
    CAPTURE(escape);
    CHECK(said(replaced("title: Test", std::string("title: \"T") + escape + "est\""))
              .starts_with("t:3:8: error[D002]: a control character"));
  }
  CHECK(said(replaced("title: Test", "title: \"T\xC2\x9B\"")).starts_with("t:3:10: error[D002]"));
  // marks that turn the direction show other words than the file holds
  CHECK(said(replaced("title: Test", "title: T\u202Eest")).starts_with("t:3:9: error[D002]"));
  CHECK(said(replaced("title: Test", "title: \"T\\u2066est\"")).starts_with("t:3:8: error[D002]"));
  CHECK(said(replaced("title: Test", "title: \"T\u2014e\u2019st\u200E\"")).empty());
  CHECK(said(replaced("title: Test", "\"ti\\etle\": Test")).find('\x1b') == std::string::npos);
  CHECK(said(replaced("title: Test", "title: \"T\\n\\test, \\u00a0\"")).empty());
  CHECK_FALSE(parse_edit("title=\"\\e\""));
}

TEST_CASE("an event leaves a stage the rounds that have begun") {
  const auto with_event = [](const std::string& event) {
    return said(kYaml + "events:\n  - " + event + "\n");
  };
  CHECK(with_event("{stage: talks, round: 5, set: {stages.talks.rounds: 3}}") ==
        "t:30:36: error[D016]: rounds of 'talks' cannot be fewer than the 5 that have begun, is 3 "
        "in events[0].set\n");
  CHECK(with_event("{stage: talks, round: 5, set: {stages.*.rounds: 4}}").find("error[D016]") !=
        std::string::npos);
  CHECK(with_event("{stage: talks, round: 5, set: {stages.talks.rounds: 5}}").empty());
}

TEST_CASE("many changes of one text are written in one pass, and the last one counts") {
  std::vector<Edit> edits;
  for (const char* text :
       {"actors.*.positions.*.salience=0.25", "actors.*.positions.q.salience=0.75",
        "actors.c.positions.d.ideal=59.5", "stages.talks.rounds=11", "actors.c.tactic=linear",
        "actors.c.tactic.e=2", "actors.c.tactic.e=3", "stages.talks.rounds=9", "durability.cost=5",
        "durability.violators.b.gain.uniform=[0.2, 0.9]", "durability.cost=7"}) {
    edits.push_back(parse_edit(text).value());
  }
  const auto wanted = detente::apply(base(), edits);
  REQUIRE(wanted);
  const auto text = patch(kYaml, "t", edits);
  REQUIRE(text);
  CHECK(same(load(*text), *wanted));
  CHECK(text->find("rounds: 9}") != std::string::npos);
  CHECK(text->find("cost: 7\n") != std::string::npos);
}
